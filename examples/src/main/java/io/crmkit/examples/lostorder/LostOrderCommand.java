package io.crmkit.examples.lostorder;

import io.crmkit.error.CrmException;
import io.crmkit.examples.Console;
import io.crmkit.examples.storage.Arguments;
import io.crmkit.examples.storage.StorageOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code lost-order [--notes N] [--storage memory|jpa …]}: a customer paid and has a tracking number, and nobody finds the
 * order; among all notes the one that names it is found in each writing of the number.
 */
public final class LostOrderCommand {
    private static final String USAGE = "Usage: lost-order [--notes N] " + StorageOptions.USAGE;
    private static final String NOTES = "--notes";
    private static final String USUAL = "200000";
    private static final int FEWEST = 10;
    private static final int MOST = 10_000_000;

    private LostOrderCommand() {}

    /** Runs it. @return 0, 1 if a search did not find what it should, or 2 if the options are bad */
    public static int run(List<String> options, Console console) {
        Set<String> names = new HashSet<>(StorageOptions.NAMES);
        names.add(NOTES);
        try {
            Arguments arguments = new Arguments(options, names);
            return search(notes(arguments.find(NOTES).orElse(USUAL)), StorageOptions.of(arguments), console);
        } catch (IllegalArgumentException e) {
            console.err().println(e.getMessage() + "\n" + USAGE);
        } catch (IOException | IllegalStateException | CrmException e) {
            console.err().println("The search cannot begin: " + e.getMessage());
        }
        return 2;
    }

    private static int notes(String typed) {
        if (!typed.matches("[0-9]{1,8}") || Integer.parseInt(typed) < FEWEST || Integer.parseInt(typed) > MOST) {
            throw new IllegalArgumentException(NOTES + " must be a number from " + FEWEST + " to " + MOST + ".");
        }
        return Integer.parseInt(typed);
    }

    private static int search(int notes, StorageOptions options, Console console) throws IOException {
        Path folder = Files.createTempDirectory("crm-lost-order");
        try (StorageOptions.Opened opened = options.open(folder.resolve("notes"));
                LostOrder desk = new LostOrder(opened.storage(), console)) {
            desk.write(notes);
            return desk.search() ? 0 : 1;
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
