package io.crmkit.testkit;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.CustomerMatch;
import io.crmkit.spi.storage.CustomerMatches;
import io.crmkit.spi.storage.CustomerSearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

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
        List<CustomerMatch> matches = new ArrayList<>();
        for (Row row : rows.values()) {
            Customer customer = row.customer();
            OptionalInt tier =
                    search.criteria().wants(customer) ? search.tierOf(customer, row.index()) : OptionalInt.empty();
            if (tier.isPresent()
                    && search.reaches(tier.getAsInt(), customer.id().value())) {
                matches.add(new CustomerMatch(customer, tier.getAsInt()));
            }
        }
        matches.sort(ORDER);
        return new CustomerMatches(matches.subList(0, Math.min(search.limit(), matches.size())), false);
    }
}
