package io.crmkit.verify.access;

import java.util.Arrays;
import java.util.Objects;

/** What becomes of an attempt, and how the expectation file writes it. */
enum Outcome {
    /** Done, or shown as it is. */
    YES("yes"),
    /** Refused. */
    DENIED("denied"),
    /** Not found, or absent from what is listed. */
    UNSEEN("unseen"),
    /** Shown masked. */
    MASKED("masked");

    final String word;

    Outcome(String word) {
        this.word = word;
    }

    static Outcome of(String word) {
        return Arrays.stream(values())
                .filter(o -> o.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    static Outcome seen(boolean seen) {
        return seen ? YES : UNSEEN;
    }

    /** What becomes of a call that returns something whenever it works. */
    static Outcome done(Object result) {
        Objects.requireNonNull(result);
        return YES;
    }
}
