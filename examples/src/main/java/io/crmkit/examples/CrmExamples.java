package io.crmkit.examples;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Starts an example by its name. */
public final class CrmExamples {

    private CrmExamples() {}

    /**
     * Prints the name of the example and its options.
     *
     * @param args the name of the example, then its options
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println("CRM سی‌آرام " + String.join(" ", args));
    }
}
