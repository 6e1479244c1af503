package io.crmkit.testkit;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.CustomerMatch;
import io.crmkit.spi.storage.CustomerMatches;
import io.crmkit.spi.storage.CustomerSearch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Answers searches by looking at every customer: slow, and beyond doubt. Not thread-safe. */
public final class SearchReference {
    private static final Comparator<CustomerMatch> ORDER = Comparator.comparing(CustomerMatch::tier)
            .thenComparing(match -> match.customer().id().toString(), Comparator.reverseOrder());

    private final Map<CustomerId, Row> rows = new HashMap<>();

    /** Knows nobody. */
    public SearchReference() {}

    private record Row(Customer customer, CustomerIndex index) {
        BitSet triples() {
            List<String> texts = new ArrayList<>(index.attributeTexts().values());
            texts.add(index.openText());
            texts.add(index.contactText());
            return NeededTriples.in(texts);
        }
    }

    /** Learns of a customer, or of a later state of one. */
    public void put(Customer customer, CustomerIndex index) {
        rows.put(customer.id(), new Row(customer, index));
    }

    /** How many it knows. */
    public int size() {
        return rows.size();
    }

    /** The full answer. */
    public CustomerMatches answer(CustomerSearch search) {
        return answers(List.of(search)).get(0);
    }

    /** The full answers to many searches, in one go through all customers. */
    public List<CustomerMatches> answers(List<CustomerSearch> searches) {
        List<Answer> answers = searches.stream().map(Answer::new).toList();
        rows.values().parallelStream().forEach(row -> {
            BitSet triples = row.triples();
            answers.forEach(answer -> answer.look(row, triples));
        });
        return answers.stream().map(Answer::matches).toList();
    }

    /** The best that were found so far. Thread-safe. */
    private static final class Answer {
        private final CustomerSearch search;
        private final NeededTriples needed;
        private final TreeSet<CustomerMatch> best = new TreeSet<>(ORDER);

        Answer(CustomerSearch search) {
            this.search = search;
            this.needed = new NeededTriples(search.tiers());
        }

        void look(Row row, BitSet triples) {
            Customer customer = row.customer();
            if (needed.mayBeIn(triples) && search.criteria().wants(customer)) {
                search.tierOf(customer, row.index()).stream()
                        .filter(tier -> search.reaches(tier, customer.id().value()))
                        .forEach(tier -> add(new CustomerMatch(customer, tier)));
            }
        }

        private synchronized void add(CustomerMatch match) {
            best.add(match);
            if (best.size() > search.limit()) {
                best.pollLast();
            }
        }

        synchronized CustomerMatches matches() {
            return new CustomerMatches(List.copyOf(best), false);
        }
    }
}
