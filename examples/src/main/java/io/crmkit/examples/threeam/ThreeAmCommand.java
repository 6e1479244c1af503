package io.crmkit.examples.threeam;

import io.crmkit.examples.Console;
import io.crmkit.examples.storage.Arguments;
import io.crmkit.examples.storage.StorageOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code three-am [--lang fa|ta|en] [--storage memory|jpa …]}. */
public final class ThreeAmCommand {
    private static final String USAGE = "Usage: three-am [--lang fa|ta|en] " + StorageOptions.USAGE;
    private static final Set<String> OPTIONS =
            Stream.concat(Stream.of("--lang"), StorageOptions.NAMES.stream()).collect(Collectors.toSet());

    private ThreeAmCommand() {}

    /** Runs it. @return 0, 1 if something was not as it should be, 2 if the options are bad */
    public static int run(List<String> options, Console console) {
        try {
            Arguments arguments = new Arguments(options, OPTIONS);
            String language = arguments.find("--lang").orElse("fa");
            if (!Set.of("fa", "ta", "en").contains(language)) {
                throw new IllegalArgumentException("--lang must be fa, ta or en.");
            }
            return tell(language, StorageOptions.of(arguments), console);
        } catch (IllegalArgumentException e) {
            console.err().println(USAGE + "\n" + e.getMessage());
        } catch (IllegalStateException e) {
            console.err().println("The story cannot begin: " + e.getMessage());
        }
        return 2;
    }

    private static int tell(String language, StorageOptions options, Console console) {
        try {
            Path folder = Files.createTempDirectory("crm-three-am");
            try (StorageOptions.Opened opened = options.open(folder.resolve("story"));
                    Desk desk = new Desk(opened.storage())) {
                return new ThreeAm(language, console, desk).tell();
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
