package io.crmkit.testkit;

import io.crmkit.actor.TeamId;
import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.CustomerMatch;
import io.crmkit.spi.storage.CustomerMatches;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchBudget;
import io.crmkit.spi.storage.SearchPlace;
import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.spi.storage.SearchTier;
import io.crmkit.spi.storage.TextReach;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the rules of search share. */
abstract class SearchRules extends StorageRules {
    static final Reach NONE = Reach.none();
    static final String DOCUMENT = "kyc.documentNumber";
    static final TextReach EVERYTHING = new TextReach(ALL, ALL, Set.of());
    static final SearchBudget ENOUGH = budget(false);

    static SearchBudget budget(boolean spent) {
        return new SearchBudget() {
            @Override
            public boolean isSpent() {
                return spent;
            }

            @Override
            public Duration left() {
                return spent ? Duration.ZERO : Duration.ofMinutes(1);
            }
        };
    }

    /** Stores a customer with these texts. */
    final Customer givenTexts(TeamId team, String open, String contact, String document) {
        Customer customer = samples.customer().team(team).build();
        write(tx -> tx.customers().insert(customer, index(open, contact, document)));
        return customer;
    }

    static CustomerIndex index(String open, String contact, String document) {
        Map<String, String> attributes = document.isEmpty() ? Map.of() : Map.of(DOCUMENT, document);
        return new CustomerIndex(Set.of(), Set.of(), open, contact, attributes);
    }

    /** A tier in which all of these occur. */
    static SearchTier tier(String... patterns) {
        return new SearchTier(Arrays.stream(patterns).map(SearchTerm::of).toList());
    }

    static CustomerSearch search(TextReach texts, SearchTier... tiers) {
        return new CustomerSearch(CustomerCriteria.within(ALL), texts, List.of(tiers), Optional.empty(), MANY, ENOUGH);
    }

    static CustomerSearch page(CustomerSearch search, Optional<SearchPlace> after, int limit) {
        return new CustomerSearch(search.criteria(), search.texts(), search.tiers(), after, limit, search.budget());
    }

    /** The customers in the order in which they are found. */
    final List<Customer> found(CustomerSearch search) {
        return read(tx -> found(tx, search));
    }

    static List<Customer> found(CrmTransaction tx, CustomerSearch search) {
        CustomerMatches answer = tx.customers().search(search);
        return answer.matches().stream().map(CustomerMatch::customer).toList();
    }

    /** The customers that one word finds. */
    final List<Customer> found(TextReach texts, String... patterns) {
        return found(search(texts, tier(patterns)));
    }
}
