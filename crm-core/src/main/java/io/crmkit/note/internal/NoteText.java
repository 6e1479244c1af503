package io.crmkit.note.internal;

import io.crmkit.error.Checks;
import io.crmkit.error.Violation;
import io.crmkit.error.ViolationCode;
import io.crmkit.internal.html.RichText;
import io.crmkit.internal.text.Folding;
import java.util.List;

/**
 * The cleaned text of a note. Cleaning takes a while for long texts, so it is done before a transaction begins; what is
 * wrong is said when it is this text's turn.
 */
final class NoteText {
    private static final int MAX_CLEANED = 20_000;

    private final String html;
    private final String plain;
    private final int given;

    private NoteText(String html, String plain, int given) {
        this.html = html;
        this.plain = plain;
        this.given = given;
    }

    static NoteText of(String input) {
        if (input.length() > RichText.MAX_INPUT) {
            return new NoteText("", "", input.length());
        }
        RichText clean = RichText.of(input);
        return new NoteText(clean.html(), clean.plain(), input.length());
    }

    /** The text, if a note may have it. */
    NoteText checked() {
        Checks.that("").all(violations()).done();
        return this;
    }

    /** Why a note may not have it. */
    List<Violation> violations() {
        Checks checks = Checks.that("");
        if (given > RichText.MAX_INPUT) {
            checks.add(
                    "html", ViolationCode.TOO_LONG, "has " + given + " characters, allowed are " + RichText.MAX_INPUT);
        } else if (plain.isBlank()) {
            checks.add("html", ViolationCode.REQUIRED, "has no text, or none is left after cleaning");
        } else if (html.length() > MAX_CLEANED) {
            checks.add(
                    "html",
                    ViolationCode.TOO_LONG,
                    "has " + html.length() + " characters after cleaning, allowed are " + MAX_CLEANED);
        }
        return checks.found();
    }

    String html() {
        return html;
    }

    String plain() {
        return plain;
    }

    String searchText() {
        return Folding.searchText(plain);
    }
}
