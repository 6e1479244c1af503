package io.crmkit.bench;

import io.crmkit.servers.PostgresServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The program: {@code compare}, {@code ftp} and {@code search} print tables, {@code jmh} takes JMH's own options. */
public final class Bench {
    private static final String USAGE = """
            compare [--customers N] [--seconds S] [--plain-pool]
                the library beside hand-written JDBC, on a PostgreSQL that writes through to the disk;
                with 10,000 and 100,000 customers, or with N; S seconds for each operation, 4 if not given;
                on a pool as the storage recommends, or on a plain one
            ftp --port P [--host H] [--directory D] [--files N] [--certificate PEM]
                N files of 100 KB, 1,000 if not given, to an FTP server that lets the user ftp in, beside a loop over the
                FTP library; over TLS if the server's certificate is given: docs/ftp-servers.sh starts such servers
            search [--storage memory|postgresql|mariadb|h2] [--customers N,...] [--compared C]
                suggestions, with 10,000 and 100,000 customers, or with N each, beside a look at all texts and, in PostgreSQL,
                an index of trigrams; the answers to C more, 1,000 if not given, are compared with those of a scan. A
                million customers need -Xmx13g in memory, and -Xmx7g to be compared in PostgreSQL
            jmh [options of JMH]
            """;

    /** Kept, since the JDK forgets loggers that nobody holds. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    /** What a customer takes on the heap with all that finds it, as measured with a million. */
    private static final long BYTES_TO_SEARCH = 12_000;

    private static final long BYTES_TO_COMPARE = 6_000;

    /** With fewer, hardly a query would find anybody. */
    private static final int FEWEST = 100;

    private static final List<String> OPTIONS = List.of(
            "--customers",
            "--seconds",
            "--plain-pool",
            "--port",
            "--host",
            "--directory",
            "--files",
            "--certificate",
            "--storage",
            "--compared");

    private Bench() {}

    /** Runs it; what it does not understand it says in a line. */
    public static void main(String[] arguments) throws Exception {
        HIBERNATE.setLevel(Level.WARNING);
        try {
            run(Arrays.asList(arguments));
        } catch (WrongOption e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** An option that cannot be meant. */
    static final class WrongOption extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        WrongOption(String message) {
            super(message);
        }
    }

    static void run(List<String> words) throws Exception {
        if (!words.isEmpty() && !words.get(0).equals("jmh")) {
            checkOptions(words);
        }
        if (words.isEmpty() || !List.of("compare", "ftp", "search", "jmh").contains(words.get(0))) {
            System.out.print(USAGE);
        } else if (words.get(0).equals("jmh")) {
            org.openjdk.jmh.Main.main(words.subList(1, words.size()).toArray(new String[0]));
        } else if (words.get(0).equals("search")) {
            search(words);
        } else if (words.get(0).equals("ftp")) {
            new FtpComparison(
                            text(words, "--host", "localhost"),
                            number(words, "--port", 21),
                            text(words, "--directory", "upload"),
                            number(words, "--files", 1_000),
                            words.contains("--certificate")
                                    ? Optional.of(Path.of(text(words, "--certificate", "")))
                                    : Optional.empty())
                    .run();
        } else {
            compare(words);
        }
    }

    private static void checkOptions(List<String> words) {
        for (String word : words) {
            if (word.startsWith("--") && !OPTIONS.contains(word)) {
                throw new WrongOption(word + " is no option; without words all of them are told");
            }
        }
    }

    private static void search(List<String> words) {
        String storage = text(words, "--storage", "memory");
        int compared = number(words, "--compared", 1_000);
        int[] sizes = sizes(words);
        checkHeap(
                Arrays.stream(sizes).max().orElse(0) * bytes(storage, compared),
                Runtime.getRuntime().maxMemory());
        Map<People.Kind, Growth.Measured> before = Map.of();
        for (int size : sizes) {
            try (Searched searched = Searched.open(storage)) {
                Map<People.Kind, Growth.Measured> now = new SearchMeasure(searched, size).run(compared);
                if (!before.isEmpty()) {
                    Growth.lines(before, now).forEach(System.out::println);
                }
                before = now;
            }
        }
    }

    /** What is compared in memory is what is stored there. H2 is on the heap as well. */
    private static long bytes(String storage, int compared) {
        return switch (storage) {
            case "memory" -> BYTES_TO_SEARCH;
            case "h2" -> BYTES_TO_SEARCH + (compared > 0 ? BYTES_TO_COMPARE : 0);
            default -> compared > 0 ? BYTES_TO_COMPARE : 0;
        };
    }

    /** Refuses, before any customer is loaded, more of them than the heap holds. */
    static void checkHeap(long needed, long heap) {
        if (heap < needed) {
            throw new WrongOption(String.format(
                    Locale.ROOT,
                    "So many customers need %.1f GB of the heap, and there are %.1f: start java with -Xmx%dg, or search in"
                            + " a database, with --compared 0",
                    needed / 1e9,
                    heap / 1e9,
                    (needed >> 30) + 2));
        }
    }

    private static void compare(List<String> words) {
        int[] sizes = sizes(words);
        int seconds = number(words, "--seconds", 4);
        List<Bed> beds = new ArrayList<>();
        try (PostgresServer server = PostgresServer.durable()) {
            for (int size : sizes) {
                System.out.println("loading " + size + " customers");
                beds.add(new Bed(server.newDatabase(), size, !words.contains("--plain-pool")));
            }
            Comparison comparison = new Comparison(beds, seconds);
            comparison.warmUp();
            System.out.println(Table.heading(beds));
            for (Operation operation : Operation.values()) {
                System.out.println(Table.line(operation, comparison.measure(operation)));
            }
            beds.forEach(Bed::close);
        }
    }

    private static String text(List<String> words, String option, String otherwise) {
        int at = words.indexOf(option);
        if (at < 0) {
            return otherwise;
        }
        if (at == words.size() - 1 || words.get(at + 1).startsWith("--")) {
            throw new WrongOption(option + " needs a value");
        }
        return words.get(at + 1);
    }

    private static int[] sizes(List<String> words) {
        int[] sizes = Arrays.stream(text(words, "--customers", "10000,100000").split(","))
                .mapToInt(Bench::number)
                .toArray();
        if (sizes.length == 0 || Arrays.stream(sizes).anyMatch(size -> size < FEWEST)) {
            throw new WrongOption("--customers is one number or several, each from " + FEWEST + " on: 10000,100000");
        }
        return sizes;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.replace("_", ""));
        } catch (NumberFormatException e) {
            throw new WrongOption(text + " is no number that can be meant, such as 100000");
        }
    }

    private static int number(List<String> words, String option, int otherwise) {
        return number(text(words, option, Integer.toString(otherwise)));
    }
}
