package io.crmkit.examples.find;

import io.crmkit.error.CrmException;
import io.crmkit.examples.Console;
import io.crmkit.examples.storage.Arguments;
import io.crmkit.examples.storage.StorageOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code find CUSTOMERS.csv QUERIES.csv [--storage memory|jpa …]}: registers the customers, types each query, and prints
 * a line for it, divided by tabs: the rank of the expected customer from 1, or {@code -}; its id; the query; why it
 * matched.
 */
public final class FindCommand {
    private static final String USAGE = "Usage: find CUSTOMERS.csv QUERIES.csv " + StorageOptions.USAGE;
    private static final int FILES = 2;

    private FindCommand() {}

    /** Runs it. @return 0, or 2 if the options or the files are bad */
    public static int run(List<String> options, Console console) {
        try {
            if (options.size() < FILES) {
                throw new IllegalArgumentException("Two files are needed.");
            }
            StorageOptions storage =
                    StorageOptions.of(new Arguments(options.subList(FILES, options.size()), StorageOptions.NAMES));
            find(Path.of(options.get(0)), Path.of(options.get(1)), storage, console);
            return 0;
        } catch (IllegalArgumentException e) {
            console.err().println(e.getMessage() + "\n" + USAGE);
        } catch (CharacterCodingException e) {
            console.err().println("The files must be UTF-8.");
        } catch (IOException | UncheckedIOException e) {
            console.err().println("A file cannot be read: " + e.getMessage());
        } catch (IllegalStateException | CrmException e) {
            console.err().println("The search cannot begin: " + e.getMessage());
        }
        return 2;
    }

    private static void find(Path customers, Path queries, StorageOptions options, Console console) throws IOException {
        List<Map<String, String>> people = CsvRows.of(customers, "id");
        List<Map<String, String>> typed = CsvRows.of(queries, "query", "expected_id");
        Path folder = Files.createTempDirectory("crm-find");
        try (StorageOptions.Opened opened = options.open(folder.resolve("find"));
                FindDesk desk = new FindDesk(opened.storage(), console)) {
            desk.register(people);
            typed.forEach(row -> desk.look(row.getOrDefault("query", ""), row.getOrDefault("expected_id", "")));
            console.print(desk.summary());
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
