package io.crmkit.storage.jpa.internal.store;

import io.crmkit.spi.storage.CustomerMatch;
import io.crmkit.spi.storage.CustomerMatches;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchPlace;
import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.spi.storage.SearchTier;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Answers one search with one statement, which looks through the texts of all customers within reach; it cannot be ended
 * half-way, so that the answer is always the full one.
 */
final class CustomerSearcher {
    private static final String NONE = "1 = 0";

    private final Work work;
    private final CustomerSearch search;
    private final List<SearchTier> tiers;
    private final int first;

    CustomerSearcher(Work work, CustomerSearch search) {
        this.work = work;
        this.search = search;
        this.first = search.after().map(place -> Math.max(0, place.tier())).orElse(0);
        this.tiers = search.tiers();
    }

    CustomerMatches answer() {
        work.check();
        if (first >= tiers.size()) {
            return new CustomerMatches(List.of(), false);
        }
        Hql query = Hql.of("select c, ");
        query.goOn(tier(query) + " as tier from CrmCustomer c");
        JpaCustomers.wanted(JpaCustomers.within(query, search.criteria().reach()), search.criteria());
        query.and(tiers.subList(first, tiers.size()).stream()
                .map(tier -> condition(query, tier))
                .collect(Collectors.joining(" or ", "(", ")")));
        search.after().ifPresent(place -> after(query, place));
        query.orderBy("tier, c.id desc").limit(search.limit());
        List<CustomerMatch> matches = new ArrayList<>();
        for (Object[] row : work.list(query, Object[].class)) {
            matches.add(new CustomerMatch(((CustomerRow) row[0]).toCustomer(), ((Number) row[1]).intValue()));
        }
        return new CustomerMatches(matches, false);
    }

    /**
     * The number of the tier. Written out also where there is only one: H2, walking down the ids, comes twice to a row that
     * its transaction has changed, and does not walk where it has to sort.
     */
    private String tier(Hql query) {
        StringBuilder tier = new StringBuilder("case");
        for (int i = first; i < tiers.size(); i++) {
            tier.append(" when ")
                    .append(condition(query, tiers.get(i)))
                    .append(" then ")
                    .append(i);
        }
        return tier + " end";
    }

    /** Behind the place: further down in its tier, or in none up to that one. */
    private void after(Hql query, SearchPlace place) {
        if (place.tier() < 0) {
            return;
        }
        for (SearchTier earlier : tiers.subList(0, first)) {
            query.and("not " + condition(query, earlier));
        }
        query.and("(" + query.below("c.id", place.id()) + " or not " + condition(query, tiers.get(first)) + ")");
    }

    private String condition(Hql query, SearchTier tier) {
        return tier.terms().stream().map(term -> condition(query, term)).collect(Collectors.joining(" and ", "(", ")"));
    }

    private String condition(Hql query, SearchTerm term) {
        Reach contacts = search.texts().contacts();
        List<String> ways = new ArrayList<>();
        if (contacts.everything()) {
            ways.add(places(query, term, "c.openText") + " + " + places(query, term, "c.contactText") + " > 0");
        } else {
            ways.add(places(query, term, "c.openText") + " > 0");
        }
        if (!contacts.everything() && !contacts.equals(Reach.none())) {
            ways.add(places(query, term, "c.contactText") + " > 0 and " + reached(query, contacts));
        }
        String attributes = attributes(query);
        if (!attributes.equals(NONE)) {
            ways.add("exists (select 1 from CrmCustomerAttribute a where a.customer = c.id and "
                    + places(query, term, "a.text") + " > 0 and (" + attributes + "))");
        }
        return ways.size() == 1 ? ways.get(0) : "(" + String.join(" or ", ways) + ")";
    }

    /** Which attributes count. */
    private String attributes(Hql query) {
        Reach sensitive = search.texts().sensitive();
        if (sensitive.everything()) {
            return "1 = 1";
        }
        List<String> seen = new ArrayList<>();
        if (!search.texts().openAttributes().isEmpty()) {
            seen.add(query.among("a.name", search.texts().openAttributes()));
        }
        if (!sensitive.equals(Reach.none())) {
            seen.add(reached(query, sensitive));
        }
        return seen.isEmpty() ? NONE : String.join(" or ", seen);
    }

    /**
     * The sum of the places at which patterns occur in a text, from 1, or 0 if none does. One comparison for all of them,
     * since Hibernate takes longer to read many conditions than a database to answer them.
     */
    private static String places(Hql query, SearchTerm term, String text) {
        return term.patterns().stream()
                .map(pattern -> query.place(text, pattern))
                .collect(Collectors.joining(" + "));
    }

    private static String reached(Hql query, Reach reach) {
        return query.within(reach, "c.team", "c.owner", "c.id");
    }
}
