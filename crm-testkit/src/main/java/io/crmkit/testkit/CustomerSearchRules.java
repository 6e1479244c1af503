package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.actor.TeamId;
import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.CustomerMatch;
import io.crmkit.spi.storage.CustomerMatches;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchPlace;
import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.spi.storage.SearchTier;
import io.crmkit.spi.storage.TextReach;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In which order a search finds customers, and that it finds all of them. */
abstract class CustomerSearchRules extends SearchRules {
    private static final List<String> SYLLABLES =
            List.of("ali", "رضا", "கவி", "re", "za", "می", "ன்", "912", "0", " ", "\n");
    private static final int CROWD = 300;

    @Test
    void theFirstTierComesFirstAndTheGreatestIdWithinATier() {
        Customer longer = givenTexts(FIAT, "xalix", "", "");
        Customer open = givenTexts(FIAT, "ali", "", "");
        Customer contact = givenTexts(FIAT, "", "ali", "");
        Customer attribute = givenTexts(FIAT, "", "", "alix");
        givenTexts(FIAT, "reza", "", "");

        CustomerMatches answer =
                read(tx -> tx.customers().search(search(EVERYTHING, tier("nobody"), tier("xal"), tier("ali"))));

        assertEquals(
                List.of(
                        new CustomerMatch(longer, 1),
                        new CustomerMatch(attribute, 2),
                        new CustomerMatch(contact, 2),
                        new CustomerMatch(open, 2)),
                answer.matches());
        assertFalse(answer.partial());
    }

    @Test
    void aCustomerComesOnceAlthoughItIsInSeveralTiers() {
        Customer customer = givenTexts(FIAT, "ali", "ali", "ali");

        CustomerMatches answer = read(tx -> tx.customers().search(search(EVERYTHING, tier("al"), tier("ali"))));

        assertEquals(List.of(new CustomerMatch(customer, 0)), answer.matches());
    }

    @Test
    void aTransactionFindsWhatItWroteAndNobodyElseDoesBefore() {
        Customer before = givenTexts(FIAT, "before", "", "");
        Customer changed = CustomerSample.after(before).build();
        Customer added = samples.customer().build();
        CustomerSearch after = search(EVERYTHING, tier("after"));

        write(tx -> {
            tx.customers().update(changed, index("after", "", ""));
            tx.customers().insert(added, index("after", "", ""));

            assertEquals(List.of(added, changed), found(tx, after), "its own");
            assertEquals(List.of(), found(tx, search(EVERYTHING, tier("before"))), "what it replaced");
            assertEquals(List.of(), OtherThread.start(() -> found(after)).result(), "in the meantime");
        });

        assertEquals(List.of(added, changed), found(after));
    }

    @Test
    void whatWasTakenBackIsNotFound() {
        Customer before = givenTexts(FIAT, "before", "", "");
        Customer changed = CustomerSample.after(before).build();
        Customer added = samples.customer().build();

        assertThrows(
                IllegalArgumentException.class,
                () -> write(tx -> {
                    tx.customers().update(changed, index("after", "", ""));
                    tx.customers().insert(added, index("after", "", ""));
                    throw new IllegalArgumentException("planned");
                }));

        assertEquals(List.of(), found(EVERYTHING, "after"));
        assertEquals(List.of(before), found(EVERYTHING, "before"));
    }

    @Test
    void anAnswerIsFullUnlessTheBudgetIsSpentAndThenItIsTheBeginning() {
        givenCrowd(new Random(5));
        CustomerSearch enough = search(EVERYTHING, tier("ali"), tier("re"));
        CustomerSearch spent =
                new CustomerSearch(enough.criteria(), EVERYTHING, enough.tiers(), Optional.empty(), MANY, budget(true));

        CustomerMatches full = read(tx -> tx.customers().search(enough));
        CustomerMatches beginning = read(tx -> tx.customers().search(spent));

        assertFalse(full.partial());
        assertEquals(full.matches().subList(0, beginning.matches().size()), beginning.matches());
        assertTrue(beginning.partial() || beginning.matches().equals(full.matches()));
    }

    @Test
    void everySearchFindsWhatLookingAtEveryCustomerFinds() {
        Random random = new Random(7);
        SearchReference crowd = givenCrowd(random);

        for (int i = 0; i < 60; i++) {
            CustomerSearch search = randomSearch(random);
            CustomerMatches answer = read(tx -> tx.customers().search(search));

            assertEquals(crowd.answer(search).matches(), answer.matches(), "search " + i + ": " + search.tiers());
        }
    }

    @Test
    void pagesNeitherRepeatNorHide() {
        Random random = new Random(11);
        SearchReference crowd = givenCrowd(random);

        for (int i = 0; i < 5; i++) {
            CustomerSearch search = randomSearch(random);
            List<CustomerMatch> all = crowd.answer(search).matches();
            List<CustomerMatch> pages = new ArrayList<>();
            Optional<SearchPlace> after = Optional.empty();
            while (pages.size() < all.size()) {
                CustomerSearch page = page(search, after, 1 + random.nextInt(40));
                CustomerMatches answer = read(tx -> tx.customers().search(page));
                assertFalse(answer.matches().isEmpty(), "page after " + pages.size() + " of " + all.size());
                pages.addAll(answer.matches());
                CustomerMatch last = pages.get(pages.size() - 1);
                after = Optional.of(
                        new SearchPlace(last.tier(), last.customer().id().value()));
            }

            assertEquals(all, pages);
        }
    }

    /** Many customers in no order, some of them changed; with what finds them. */
    private SearchReference givenCrowd(Random random) {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            customers.add(samples.customer()
                    .team(random.nextBoolean() ? FIAT : CRYPTO)
                    .build());
        }
        Collections.shuffle(customers, random);
        SearchReference crowd = new SearchReference();
        write(tx -> customers.forEach(customer -> {
            CustomerIndex index = randomIndex(random);
            tx.customers().insert(customer, index);
            crowd.put(customer, index);
        }));
        write(tx -> customers.subList(0, CROWD / 10).forEach(customer -> {
            Customer changed = CustomerSample.after(customer).build();
            CustomerIndex index = randomIndex(random);
            tx.customers().update(changed, index);
            crowd.put(changed, index);
        }));
        return crowd;
    }

    private static CustomerIndex randomIndex(Random random) {
        return index(randomText(random, 8), randomText(random, 4), randomText(random, 3));
    }

    private static String randomText(Random random, int syllables) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, 1 + random.nextInt(syllables))
                .forEach(i -> text.append(SYLLABLES.get(random.nextInt(SYLLABLES.size()))));
        return text.toString();
    }

    /** Some have a tier that is part of the next one, or of a later one, and more of them in a row. */
    private static CustomerSearch randomSearch(Random random) {
        List<SearchTier> tiers = new ArrayList<>(List.of(randomTier(random)));
        while (tiers.size() < 5 && random.nextInt(4) > 0) {
            SearchTier earlier = tiers.get(random.nextInt(tiers.size()));
            tiers.add(random.nextBoolean() ? wider(earlier, random) : randomTier(random));
        }
        List<Reach> reaches = List.of(ALL, NONE, reachOf(FIAT));
        TextReach texts = new TextReach(
                reaches.get(random.nextInt(3)),
                reaches.get(random.nextInt(3)),
                random.nextBoolean() ? Set.of(DOCUMENT) : Set.of());
        Optional<TeamId> team = random.nextInt(3) == 0 ? Optional.of(CRYPTO) : Optional.empty();
        CustomerCriteria criteria = new CustomerCriteria(
                random.nextInt(4) == 0 ? reachOf(FIAT) : ALL, Optional.empty(), Optional.empty(), team);
        return new CustomerSearch(criteria, texts, tiers, Optional.empty(), MANY, ENOUGH);
    }

    private static SearchTier randomTier(Random random) {
        return new SearchTier(Stream.generate(() -> randomTerm(random))
                .limit(1 + random.nextInt(2))
                .toList());
    }

    /** Parts of the patterns, perhaps of a single character, and perhaps of one term only. */
    private static SearchTier wider(SearchTier tier, Random random) {
        return new SearchTier(tier.terms().stream()
                .limit(1 + random.nextInt(2))
                .map(term -> new SearchTerm(term.patterns().stream()
                        .map(pattern -> part(pattern, random))
                        .toList()))
                .toList());
    }

    private static String part(String pattern, Random random) {
        int from = random.nextInt(pattern.length());
        return pattern.substring(from, from + 1 + random.nextInt(pattern.length() - from));
    }

    private static SearchTerm randomTerm(Random random) {
        return new SearchTerm(Stream.generate(() -> randomText(random, 2))
                .limit(1 + random.nextInt(3))
                .toList());
    }
}
