package io.crmkit.verify.leak;

import io.crmkit.actor.Role;
import java.util.List;
import java.util.Set;

/**
 * A text that stands in one place only, and who may see it.
 *
 * @param where what it stands in
 * @param text what to look for
 * @param readers who may see it
 */
record Canary(String where, String text, Set<Role> readers) {
    private static final int PART = 5;

    boolean isIn(String found) {
        return found.contains(text);
    }

    /** What somebody might type who looks for it: all of it, and its beginning, middle and end. */
    List<String> guesses() {
        int middle = (text.length() - PART) / 2;
        return List.of(
                text,
                text.substring(0, PART),
                text.substring(middle, middle + PART),
                text.substring(text.length() - PART));
    }
}
