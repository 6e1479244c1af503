package io.crmkit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How much longer suggestions take among more customers, and how much more they find there, up to what is shown. */
final class Growth {
    /**
     * What was measured of a kind of query.
     *
     * @param median in ms
     * @param found customers on average
     */
    record Measured(double median, double found) {}

    private Growth() {}

    /** A line for each kind, and one for all of them as if one of each was typed. */
    static List<String> lines(Map<People.Kind, Measured> before, Map<People.Kind, Measured> now) {
        List<String> lines = new ArrayList<>();
        now.forEach((kind, measured) -> lines.add(line(kind.name(), before.getOrDefault(kind, measured), measured)));
        lines.add(line("ALL KINDS", all(before), all(now)));
        return lines;
    }

    private static String line(String what, Measured before, Measured now) {
        return String.format(
                Locale.ROOT,
                "%-16s p50 %.2f times as long as before; %.1f found instead of %.1f",
                what,
                now.median() / before.median(),
                now.found(),
                before.found());
    }

    private static Measured all(Map<People.Kind, Measured> kinds) {
        return new Measured(sum(kinds, Measured::median), sum(kinds, Measured::found));
    }

    private static double sum(Map<People.Kind, Measured> kinds, ToDoubleFunction<Measured> of) {
        return kinds.values().stream().mapToDouble(of).sum();
    }
}
