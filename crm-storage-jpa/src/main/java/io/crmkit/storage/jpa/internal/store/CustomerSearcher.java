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

/** Answers one search with one statement, which looks through the texts of all customers within reach. */
final class CustomerSearcher {
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
        if (search.budget().isSpent()) {
            return new CustomerMatches(List.of(), true);
        }
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
        Reach sensitive = search.texts().sensitive();
        List<String> ways = new ArrayList<>();
        ways.add(occurs(query, term, "c.openText"));
        if (!contacts.equals(Reach.none())) {
            ways.add("(" + occurs(query, term, "c.contactText") + " and " + reached(query, contacts) + ")");
        }
        List<String> seen = new ArrayList<>();
        if (!search.texts().openAttributes().isEmpty()) {
            seen.add(query.among("a.name", search.texts().openAttributes()));
        }
        if (!sensitive.equals(Reach.none())) {
            seen.add(reached(query, sensitive));
        }
        if (!seen.isEmpty()) {
            ways.add("exists (select 1 from CrmCustomerAttribute a where a.customer = c.id and "
                    + occurs(query, term, "a.text") + " and (" + String.join(" or ", seen) + "))");
        }
        return "(" + String.join(" or ", ways) + ")";
    }

    private static String occurs(Hql query, SearchTerm term, String text) {
        return term.patterns().stream()
                .map(pattern -> query.containing(text, pattern))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String reached(Hql query, Reach reach) {
        return query.within(reach, "c.team", "c.owner", "c.id");
    }
}
