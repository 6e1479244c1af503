package io.crmkit.examples;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where examples print: UTF-8 whatever the terminal's locale says.
 *
 * @param out what was asked for
 * @param err what went wrong
 */
public record Console(PrintStream out, PrintStream err) {
    /** The process's own console. */
    public static Console standard() {
        return new Console(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    /** Prints a line. */
    public void print(String line) {
        out.println(line);
    }
}
