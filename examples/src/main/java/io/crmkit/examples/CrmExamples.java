package io.crmkit.examples;

import io.crmkit.examples.find.FindCommand;
import io.crmkit.examples.ftpdown.FtpDownCommand;
import io.crmkit.examples.imports.ImportCommand;
import io.crmkit.examples.inspect.InspectCommand;
import io.crmkit.examples.lostorder.LostOrderCommand;
import io.crmkit.examples.replay.ReplayCommand;
import io.crmkit.examples.threeam.ThreeAmCommand;
import java.util.List;

/** Starts an example by its name. */
public final class CrmExamples {
    private static final String USAGE = """
            Usage:
              three-am [--lang fa|ta|en]       a support desk at three in the morning, step by step
              replay FILE.jsonl --out FOLDER   a support history in, reports out as CSV
              find CUSTOMERS.csv QUERIES.csv   who is found first for what people type, and why
              import FILE.csv [--dry-run]      customers out of a file, each once; --sample ROWS writes one first
              lost-order [--notes N]           an order found by its tracking number among 200,000 notes
              inspect FILE...                  says of each file whether it may be attached, and why not
              ftp-down                         a file is attached while its server is down and the process dies
            The first four may keep their records in a database:
              --storage jpa                    a file of H2
              --storage jpa --url JDBC-URL [--user NAME] [--password-env VARIABLE]""";

    private CrmExamples() {}

    /** Runs an example; the process ends with 1 if it found something wrong, with 2 if it was asked for wrongly. */
    public static void main(String[] args) {
        int code = run(List.of(args), Console.standard());
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(List<String> args, Console console) {
        String name = args.isEmpty() ? "" : args.get(0);
        List<String> options = args.isEmpty() ? args : args.subList(1, args.size());
        return switch (name) {
            case "three-am" -> ThreeAmCommand.run(options, console);
            case "replay" -> ReplayCommand.run(options, console);
            case "find" -> FindCommand.run(options, console);
            case "ftp-down" -> FtpDownCommand.run(options, console);
            case "import" -> ImportCommand.run(options, console);
            case "lost-order" -> LostOrderCommand.run(options, console);
            case "inspect" -> InspectCommand.run(options, console);
            default -> {
                console.err().println(USAGE);
                yield 2;
            }
        };
    }
}
