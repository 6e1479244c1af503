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

/** The program: {@code compare} for the table, {@code ftp} for files, {@code jmh} for JMH's own options. */
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
                an index of trigrams; then C answers, 1,000 if not given, are compared with those of a scan. A million
                customers in memory, or to be compared, need -Xmx13g
            jmh [options of JMH]
            """;

    /** Kept, since the JDK forgets loggers that nobody holds. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    /** What one takes on the heap with all that finds it, as measured with a million. */
    private static final long BYTES_OF_A_CUSTOMER = 12_000;

    private Bench() {}

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        HIBERNATE.setLevel(Level.WARNING);
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

    private static void search(List<String> words) {
        String storage = text(words, "--storage", "memory");
        int compared = number(words, "--compared", 1_000);
        int[] sizes = sizes(words);
        if (storage.equals("memory") || compared > 0) {
            checkHeap(Arrays.stream(sizes).max().orElse(0), Runtime.getRuntime().maxMemory());
        }
        Map<People.Kind, Double> before = Map.of();
        for (int size : sizes) {
            try (Searched searched = Searched.open(storage)) {
                Map<People.Kind, Double> now = new SearchMeasure(searched, size).run(compared);
                for (Map.Entry<People.Kind, Double> one : now.entrySet()) {
                    Double median = before.get(one.getKey());
                    if (median != null) {
                        double growth = one.getValue() / median;
                        System.out.printf(
                                Locale.ROOT, "%-16s p50 %.2f times as long as before%n", one.getKey(), growth);
                    }
                }
                before = now;
            }
        }
    }

    /** Refuses, before any customer is loaded, more of them than the heap holds. */
    static void checkHeap(int customers, long heap) {
        long needed = customers * BYTES_OF_A_CUSTOMER;
        if (heap < needed) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%,d customers on the heap need %.1f GB of it, and there are %.1f: start java with -Xmx%dg,"
                            + " or search in a database with --compared 0",
                    customers,
                    needed / 1e9,
                    heap / 1e9,
                    (needed >> 30) + 2));
        }
    }

    private static void compare(List<String> words) {
        int[] sizes = sizes(words);
        List<Bed> beds = new ArrayList<>();
        try (PostgresServer server = PostgresServer.durable()) {
            for (int size : sizes) {
                System.out.println("loading " + size + " customers");
                beds.add(new Bed(server.newDatabase(), size, !words.contains("--plain-pool")));
            }
            Comparison comparison = new Comparison(beds, number(words, "--seconds", 4));
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
        return at < 0 ? otherwise : words.get(at + 1);
    }

    private static int[] sizes(List<String> words) {
        return Arrays.stream(text(words, "--customers", "10000,100000").split(","))
                .mapToInt(Bench::number)
                .toArray();
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace("_", ""));
    }

    private static int number(List<String> words, String option, int otherwise) {
        int at = words.indexOf(option);
        return at < 0 ? otherwise : number(words.get(at + 1));
    }
}
