package io.crmkit.examples.replay;

import io.crmkit.error.CrmException;
import io.crmkit.examples.Console;
import io.crmkit.examples.storage.Arguments;
import io.crmkit.examples.storage.StorageOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code replay FILE.jsonl --out FOLDER [--storage memory|jpa …]}. */
public final class ReplayCommand {
    static final String USAGE = "replay FILE.jsonl --out FOLDER " + StorageOptions.USAGE;

    private static final Set<String> OPTIONS =
            Stream.concat(Stream.of("--out"), StorageOptions.NAMES.stream()).collect(Collectors.toSet());

    private ReplayCommand() {}

    /** Runs it. @return 0, or 2 if the options or the input are bad; then no report is written */
    public static int run(List<String> options, Console console) {
        Path input = Path.of(options.isEmpty() ? "" : options.get(0));
        StorageOptions storage;
        Path folder;
        try {
            Arguments arguments = new Arguments(options.subList(Math.min(1, options.size()), options.size()), OPTIONS);
            storage = StorageOptions.of(arguments);
            folder = Path.of(
                    arguments.find("--out").orElseThrow(() -> new IllegalArgumentException("--out is missing.")));
        } catch (IllegalArgumentException e) {
            console.err().println(e.getMessage() + "\nUsage: " + USAGE);
            return 2;
        }
        if (!Files.isRegularFile(input)) {
            console.err().println("There is no file " + input + ".");
            return 2;
        }
        Optional<String> problem = ReportFiles.problem(folder);
        if (problem.isPresent()) {
            console.err().println(problem.get());
            return 2;
        }
        return run(new Job(input, folder, storage), console);
    }

    private static int run(Job job, Console console) {
        try {
            console.print(job.run());
            return 0;
        } catch (BadInputException e) {
            console.err().println(job.input() + ", " + e.getMessage() + ". No report was written.");
        } catch (MalformedInputException e) {
            console.err().println(job.input() + " is not UTF-8. No report was written.");
        } catch (CrmException e) {
            console.err().println("The reports cannot be made: " + e.getMessage());
        } catch (IllegalStateException e) {
            console.err().println("The replay cannot begin: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            console.err().println("The reports cannot be written to " + job.folder() + ": " + e.getMessage());
        }
        return 2;
    }
}
