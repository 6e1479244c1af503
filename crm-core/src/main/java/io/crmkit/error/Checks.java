package io.crmkit.error;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects violations of one command, so that a caller learns of all at once. Not thread-safe; made, filled and thrown
 * away within one constructor or call.
 */
public final class Checks {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MAX_KEY = 120;

    private final List<Violation> found = new ArrayList<>();
    private final String subject;

    private Checks(String subject) {
        this.subject = subject;
    }

    /**
     * Starts the checks of one command or value.
     *
     * @param subject its name, put before the fields' names; may be empty
     */
    public static Checks that(String subject) {
        return new Checks(subject);
    }

    /** Demands a text of {@code min} to {@code max} characters (UTF-16 units) that is not blank and has no control characters but tab and line ends. */
    public Checks text(String field, @Nullable String value, int min, int max) {
        if (value == null || (min > 0 && value.isBlank())) {
            return add(field, ViolationCode.REQUIRED, "is missing");
        }
        if (value.length() > max) {
            return add(field, ViolationCode.TOO_LONG, "has " + value.length() + " characters, allowed are " + max);
        }
        if (hasLoneSurrogate(value)) {
            return add(field, ViolationCode.MALFORMED, "holds half of a character");
        }
        if (hasControl(value)) {
            return add(field, ViolationCode.MALFORMED, "holds a control character");
        }
        return this;
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    /** Loops, since records check themselves each time they are read. */
    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r') {
                return true;
            }
        }
        return false;
    }

    /** Demands a text of one line: as {@link #text}, and without line ends and tabs. */
    public Checks line(String field, @Nullable String value, int min, int max) {
        if (value != null && value.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t')) {
            return add(field, ViolationCode.MALFORMED, "holds a line end or tab");
        }
        return text(field, value, min, max);
    }

    /** Demands a text that matches {@code form} as a whole. */
    public Checks matches(String field, @Nullable String value, Pattern form) {
        if (value == null || value.isEmpty()) {
            return add(field, ViolationCode.REQUIRED, "is missing");
        }
        return form.matcher(value).matches()
                ? this
                : add(field, ViolationCode.MALFORMED, "must match " + form.pattern());
    }

    /** Demands an instant of the years 1 to 9999 (UTC): one that every database keeps and every calendar knows. */
    public Checks instant(String field, Instant value) {
        return require(
                !value.isBefore(EARLIEST) && value.isBefore(LATEST),
                field,
                ViolationCode.OUT_OF_RANGE,
                "must lie in the years 1 to 9999");
    }

    /** Demands a condition of any other kind. */
    public Checks require(boolean holds, String field, ViolationCode code, String message) {
        return holds ? this : add(field, code, message);
    }

    /** Demands of an idempotency key, if there is one, 1 to 120 characters of one line. */
    public Checks once(Optional<String> key) {
        key.ifPresent(value ->
                found.addAll(Checks.that("").line("once", value, 1, MAX_KEY).found()));
        return this;
    }

    /** Takes over what was found elsewhere. */
    public Checks all(List<Violation> others) {
        found.addAll(others);
        return this;
    }

    /** Returns what was found so far. */
    public List<Violation> found() {
        return List.copyOf(found);
    }

    /** Notes a violation. */
    public Checks add(String field, ViolationCode code, String message) {
        found.add(new Violation(subject.isEmpty() ? field : subject + "." + field, code, message));
        return this;
    }

    /** Takes over the violations of a nested value: whatever {@code part} throws as an invalid request. */
    public Checks nested(Runnable part) {
        try {
            part.run();
        } catch (InvalidRequestException e) {
            found.addAll(e.violations());
        }
        return this;
    }

    /**
     * Ends the checks.
     *
     * @throws InvalidRequestException with all violations, if there is one
     */
    public void done() {
        if (!found.isEmpty()) {
            throw new InvalidRequestException(found);
        }
    }
}
