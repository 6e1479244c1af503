package io.crmkit.examples.features;

import io.crmkit.examples.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A console whose text a test can read. */
public final class Screen {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));

    /** What a program prints to. */
    public Console console() {
        return console;
    }

    /** What was printed. */
    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What was printed as an error. */
    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
