package io.crmkit.testkit;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.CustomerMatch;
import io.crmkit.spi.storage.CustomerMatches;
import io.crmkit.spi.storage.CustomerSearch;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Answers searches by looking at every customer: slow, and beyond doubt. Not thread-safe. */
public final class SearchReference {
    private static final Comparator<CustomerMatch> ORDER = Comparator.comparing(CustomerMatch::tier)
            .thenComparing(match -> match.customer().id().toString(), Comparator.reverseOrder());

    private final Map<CustomerId, Row> rows = new HashMap<>();

    /** Knows nobody. */
    public SearchReference() {}

    private record Row(Customer customer, CustomerIndex index) {}

    /** Learns of a customer, or of a later state of one. */
    public void put(Customer customer, CustomerIndex index) {
        rows.put(customer.id(), new Row(customer, index));
    }

    /** The full answer. */
    public CustomerMatches answer(CustomerSearch search) {
        List<CustomerMatch> matches = rows.values().parallelStream()
                .flatMap(row -> match(row, search))
                .sorted(ORDER)
                .limit(search.limit())
                .toList();
        return new CustomerMatches(matches, false);
    }

    private static Stream<CustomerMatch> match(Row row, CustomerSearch search) {
        Customer customer = row.customer();
        OptionalInt tier =
                search.criteria().wants(customer) ? search.tierOf(customer, row.index()) : OptionalInt.empty();
        return tier.isPresent() && search.reaches(tier.getAsInt(), customer.id().value())
                ? Stream.of(new CustomerMatch(customer, tier.getAsInt()))
                : Stream.empty();
    }
}
