package io.crmkit.verify.contract;

import io.crmkit.spi.storage.CustomerMatch;
import io.crmkit.spi.storage.CustomerMatches;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.CustomerStore;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.spi.storage.SearchTier;
import io.crmkit.spi.storage.TextReach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Storages that find too many customers, too few, or in another order. */
abstract class BrokenSearch extends AlteredStorage {
    /** What is searched for instead. */
    CustomerSearch altered(CustomerSearch search) {
        return search;
    }

    /** What is answered instead. */
    CustomerMatches altered(CustomerMatches answer) {
        return answer;
    }

    @Override
    final Object answer(Call call) throws Throwable {
        if (!call.is(CustomerStore.class, "search")) {
            return call.make();
        }
        return altered((CustomerMatches)
                call.with(search -> altered((CustomerSearch) search)).make());
    }

    private static CustomerSearch with(CustomerSearch search, List<SearchTier> tiers, TextReach texts) {
        return new CustomerSearch(search.criteria(), texts, tiers, search.after(), search.limit(), search.budget());
    }

    /** Hands terms to the database as patterns. */
    static class TermsAsPatterns extends BrokenSearch {
        @Override
        CustomerSearch altered(CustomerSearch search) {
            List<SearchTier> tiers = search.tiers().stream()
                    .map(tier -> new SearchTier(tier.terms().stream()
                            .flatMap(TermsAsPatterns::literals)
                            .map(SearchTerm::of)
                            .toList()))
                    .toList();
            return with(search, tiers, search.texts());
        }

        private static Stream<String> literals(SearchTerm term) {
            return term.patterns().stream()
                    .flatMap(pattern -> Stream.of(pattern.split("[%_]", -1)))
                    .filter(part -> !part.isEmpty());
        }
    }

    /** Shows to everybody what a search for contacts finds. */
    static class ContactsForAll extends BrokenSearch {
        @Override
        CustomerSearch altered(CustomerSearch search) {
            TextReach texts = search.texts();
            return with(search, search.tiers(), new TextReach(Reach.all(), texts.sensitive(), texts.openAttributes()));
        }
    }

    /** Shows to everybody what a search in attributes finds. */
    static class AttributesForAll extends BrokenSearch {
        @Override
        CustomerSearch altered(CustomerSearch search) {
            TextReach texts = search.texts();
            return with(search, search.tiers(), new TextReach(texts.contacts(), Reach.all(), texts.openAttributes()));
        }
    }

    /** Takes tiers for one condition. */
    static class OneTier extends BrokenSearch {
        @Override
        CustomerMatches altered(CustomerMatches answer) {
            List<CustomerMatch> matches = new ArrayList<>(answer.matches());
            matches.sort(Comparator.comparing(
                            (CustomerMatch match) -> match.customer().id().toString())
                    .reversed());
            return new CustomerMatches(matches, answer.partial());
        }
    }

    /** Gives the first page again and again. */
    static class NoPlace extends BrokenSearch {
        @Override
        CustomerSearch altered(CustomerSearch search) {
            return new CustomerSearch(
                    search.criteria(),
                    search.texts(),
                    search.tiers(),
                    Optional.empty(),
                    search.limit(),
                    search.budget());
        }
    }

    /** Looks at so many only and says nothing of it. */
    static class Forgetful extends BrokenSearch {
        @Override
        CustomerMatches altered(CustomerMatches answer) {
            return new CustomerMatches(
                    answer.matches().subList(0, Math.min(20, answer.matches().size())), false);
        }
    }
}
