package io.crmkit.examples.threeam;

import io.crmkit.examples.Console;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Prints what happened and whether it is what should have. */
final class Checklist {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd HH:mm", Locale.ROOT);

    private final Console console;
    private final StoryTexts texts;
    private int held;
    private int failed;

    Checklist(Console console, StoryTexts texts) {
        this.console = console;
        this.texts = texts;
    }

    /** A step of the story at that time, and the fact that it rests on. */
    void step(ZonedDateTime at, boolean holds, String key, Object... values) {
        if (holds) {
            held++;
        } else {
            failed++;
        }
        console.print(TIME.format(at) + "  " + (holds ? "✔" : "✘") + "  " + texts.of(key, values));
    }

    /** Prints the sum. @return 0 if all held, else 1 */
    int finish() {
        console.print("");
        console.print(failed == 0 ? texts.of("passed", held) : texts.of("failed", failed));
        return failed == 0 ? 0 : 1;
    }
}
