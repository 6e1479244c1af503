package io.crmkit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of the comparison, in Markdown. */
final class Table {
    private static final double GROWTH = 1.3;

    private Table() {}

    static String heading(List<Bed> beds) {
        StringBuilder line = new StringBuilder("| operation |");
        for (Bed bed : beds) {
            line.append(" %dk: library p50/p95 ms | by hand p50/p95 ms | ratio p50 |"
                    .formatted(bed.data().customers() / 1000));
        }
        line.append(" statements | growth | goal |");
        return line + "\n|" + "---|".repeat(beds.size() * 3 + 4);
    }

    static String line(Operation operation, List<Comparison.Pair> pairs) {
        StringBuilder line = new StringBuilder("| " + operation.title + " |");
        for (Comparison.Pair each : pairs) {
            line.append(String.format(
                    Locale.ROOT, " %s | %s | %.2f |", both(each.library()), both(each.byHand()), each.ratio()));
        }
        Comparison.Pair last = pairs.get(pairs.size() - 1);
        line.append(" %d : %d |"
                .formatted(last.library().statements(), last.byHand().statements()));
        double growth = growth(pairs);
        line.append(pairs.size() == 1 ? " - |" : String.format(Locale.ROOT, " %.2f |", growth));
        return line.append(" ")
                .append(verdict(operation, pairs, growth))
                .append(" |")
                .toString();
    }

    private static String both(Comparison.Times times) {
        return String.format(Locale.ROOT, "%.2f / %.2f", times.middle() / 1e6, times.slow() / 1e6);
    }

    private static double growth(List<Comparison.Pair> pairs) {
        double first = pairs.get(0).library().middle();
        return pairs.get(pairs.size() - 1).library().middle() / first;
    }

    private static String verdict(Operation operation, List<Comparison.Pair> pairs, double growth) {
        List<String> misses = new ArrayList<>();
        double worst = pairs.stream().mapToDouble(Comparison.Pair::ratio).max().orElseThrow();
        if (worst > operation.kind.most) {
            misses.add(String.format(Locale.ROOT, "ratio above %.1f", operation.kind.most));
        }
        if (operation.kind.flat && growth > GROWTH) {
            misses.add("grows");
        }
        String scan = operation.kind == Operation.Kind.SCAN
                ? "; a scan on both sides, not yet indexed"
                : operation.kind == Operation.Kind.SEARCH ? "; beside a scan" : "";
        return (misses.isEmpty() ? "met" : "missed: " + String.join(", ", misses)) + scan;
    }
}
