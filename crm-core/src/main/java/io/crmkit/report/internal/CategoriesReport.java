package io.crmkit.report.internal;

import io.crmkit.actor.CustomerId;
import io.crmkit.report.ReportDefinition;
import io.crmkit.report.ReportId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts tickets by what they are about. */
final class CategoriesReport implements Report {
    @Override
    public ReportDefinition definition() {
        return new ReportDefinition(
                ReportId.CATEGORIES,
                1,
                "Tickets opened in the period, by the category that they have now, without those merged into others:"
                        + " tickets; customers = different customers; share_pct = tickets x 100 / all of them, rounded"
                        + " half up to two decimals. Most tickets first, then by name. Sample: the tickets.",
                List.of("category", "tickets", "customers", "share_pct"));
    }

    @Override
    public Set<ReportFilter> filters() {
        return Set.of();
    }

    @Override
    public Figures compute(ReportInput input) {
        Map<String, Count> counts = new HashMap<>();
        input.eachOpened(ticket -> {
            if (ticket.mergedInto().isEmpty()) {
                Count count = counts.computeIfAbsent(ticket.category().path(), Count::new);
                count.tickets++;
                count.customers.add(ticket.customer());
            }
        });
        long all = counts.values().stream().mapToLong(count -> count.tickets).sum();
        return new Figures(
                all,
                counts.values().stream()
                        .sorted(Comparator.comparingLong((Count count) -> -count.tickets)
                                .thenComparing(count -> count.category))
                        .map(count -> count.row(all))
                        .toList());
    }

    /** One category. */
    private static final class Count {
        private final String category;
        private final Set<CustomerId> customers = new HashSet<>();
        private long tickets;

        Count(String category) {
            this.category = category;
        }

        List<String> row(long all) {
            return List.of(
                    category,
                    Long.toString(tickets),
                    Integer.toString(customers.size()),
                    Rounding.percent(tickets, all));
        }
    }
}
