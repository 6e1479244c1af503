package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.customer.Customer;
import io.crmkit.customer.Tier;
import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchFeatures;
import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.spi.storage.SearchTier;
import io.crmkit.spi.storage.TextReach;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a search looks into, and whom it finds there. */
abstract class CustomerTextRules extends SearchRules {
    private static TextReach within(Reach contacts, Reach sensitive) {
        return new TextReach(contacts, sensitive, Set.of());
    }

    @Test
    void everyTermMustOccurAsAPart() {
        Customer one = givenTexts(FIAT, "مهدی نیک‌پور تهران", "", "");
        Customer two = givenTexts(FIAT, "கவிதா முருகன் சென்னை", "", "");
        Customer three = givenTexts(FIAT, "grace o’neill تهران 🙂", "", "");

        assertEquals(List.of(three, one), found(EVERYTHING, "تهران"));
        assertEquals(List.of(one), found(EVERYTHING, "تهران", "نیک‌"));
        assertEquals(List.of(one), found(EVERYTHING, "هد"));
        assertEquals(List.of(two), found(EVERYTHING, "ருக", "சென்"));
        assertEquals(List.of(three), found(EVERYTHING, "o’n", "🙂"));
        assertEquals(List.of(), found(EVERYTHING, "تهران", "مهدی", "grace"));
    }

    @Test
    void onePatternOfATermIsEnough() {
        Customer one = givenTexts(FIAT, "mehdi", "", "");
        Customer two = givenTexts(FIAT, "", "+98912", "");
        givenTexts(FIAT, "kavitha", "", "");
        SearchTier tier = new SearchTier(List.of(new SearchTerm(List.of("mehdi", "912", "nobody"))));

        assertEquals(List.of(two, one), found(search(EVERYTHING, tier)));
    }

    @Test
    void patternsAreComparedAsTheyAre() {
        Customer one = givenTexts(FIAT, "50% off_er a\\b o'neil !x", "", "");
        givenTexts(FIAT, "50 percent offer a/b oneil x", "", "");

        for (String pattern : List.of("50%", "f_e", "a\\b", "o'n", "% o", "!x")) {
            assertEquals(List.of(one), found(EVERYTHING, pattern), pattern);
        }
        for (String pattern : List.of("OFF", "5%f", "o_f", "ö", "50%%")) {
            assertEquals(List.of(), found(EVERYTHING, pattern), pattern);
        }
    }

    @Test
    void marksAreCharactersLikeAllOthers() {
        String word = SearchFeatures.WORD_START + "ali" + SearchFeatures.WORD_END;
        Customer one = givenTexts(FIAT, "\n" + word + " " + SearchFeatures.WORD_START + "reza\n", "", "");
        Customer two = givenTexts(FIAT, "\n" + SearchFeatures.WORD_START + "alireza" + SearchFeatures.WORD_END, "", "");

        assertEquals(List.of(two, one), found(EVERYTHING, SearchFeatures.WORD_START + "ali"));
        assertEquals(List.of(one), found(EVERYTHING, word));
        assertEquals(List.of(one), found(EVERYTHING, "reza\n"));
        assertEquals(List.of(two), found(EVERYTHING, "reza" + SearchFeatures.WORD_END));
        assertEquals(List.of(), found(EVERYTHING, "\n" + word + "\n"));
        assertEquals(List.of(), found(EVERYTHING, "a" + SearchFeatures.JOINT + "l"));
    }

    @Test
    void theContactTextCountsOnlyWithinItsReach() {
        Customer fiat = givenTexts(FIAT, "ali", "+98912", "");
        Customer crypto = givenTexts(CRYPTO, "reza", "+98912", "");

        assertEquals(List.of(), found(within(NONE, ALL), "912"));
        assertEquals(List.of(fiat), found(within(reachOf(FIAT), NONE), "912"));
        assertEquals(List.of(crypto, fiat), found(within(ALL, NONE), "912"));
        assertEquals(List.of(crypto), found(within(ALL, NONE), "912", "rez"));
    }

    @Test
    void theTextOfAnAttributeCountsOnlyWithinItsReach() {
        Customer fiat = givenTexts(FIAT, "ali", "", "passport");
        Customer crypto = givenTexts(CRYPTO, "reza", "", "passport");

        assertEquals(List.of(), found(within(ALL, NONE), "passp"));
        assertEquals(List.of(crypto), found(within(NONE, reachOf(CRYPTO)), "passp"));
        assertEquals(List.of(crypto, fiat), found(within(NONE, ALL), "passp"));
    }

    @Test
    void theTextOfAnOpenAttributeCountsForEveryCustomer() {
        Map<String, String> texts =
                Map.of(DOCUMENT, "passport 5566", "Kyc.DocumentNumber", "id card", "city", "chennai");
        Customer customer = samples.customer().build();
        write(tx -> tx.customers().insert(customer, new CustomerIndex(Set.of(), Set.of(), "", "", texts)));

        assertEquals(List.of(customer), found(open(DOCUMENT), "55"));
        assertEquals(List.of(customer), found(open(DOCUMENT, "city"), "55", "chen"));
        assertEquals(List.of(), found(open(DOCUMENT), "55", "chen"));
        assertEquals(List.of(customer), found(new TextReach(NONE, ALL, Set.of(DOCUMENT)), "55", "chen"));
        assertEquals(List.of(), found(open(DOCUMENT, "kyc"), "card"));
        assertEquals(List.of(), found(new TextReach(NONE, ALL, Set.of("city")), "city"), "names are no text");
    }

    private static TextReach open(String... attributes) {
        return new TextReach(NONE, NONE, Set.of(attributes));
    }

    @Test
    void everyTermMayOccurInAnotherText() {
        Customer one = givenTexts(FIAT, "ali", "+98912", "passport");
        givenTexts(FIAT, "ali", "", "passport");

        assertEquals(List.of(one), found(EVERYTHING, "ali", "912", "pass"));
        assertEquals(List.of(), found(within(ALL, reachOf(CRYPTO)), "ali", "912", "pass"));
    }

    @Test
    void aPatternDoesNotReachFromOneTextIntoTheNext() {
        givenTexts(FIAT, "ali", "912", "pass");

        assertEquals(List.of(), found(EVERYTHING, "ali912"));
        assertEquals(List.of(), found(EVERYTHING, "912pass"));
    }

    @Test
    void theReachOfATextGoesByTeamOwnerAndCustomer() {
        Customer owned = given(samples.customer().owner(SARA).contacts(SampleRecords.phone("+98912")));
        Customer other = given(samples.customer().contacts(SampleRecords.phone("+98912")));
        Reach self = new Reach(false, Set.of(), Optional.empty(), Optional.of(other.id()));

        assertEquals(List.of(owned), found(within(reachOf(SARA), NONE), "98912"));
        assertEquals(List.of(other), found(within(self, NONE), "98912"));
    }

    @Test
    void aTextWithinReachDoesNotBringTheCustomerWithinReach() {
        givenTexts(CRYPTO, "reza", "+98912", "passport");

        assertEquals(List.of(), found(wanted(CustomerCriteria.within(reachOf(FIAT)))));
    }

    @Test
    void aWordFindsOnlyWhomTheCriteriaWant() {
        given(samples.customer().contacts(SampleRecords.phone("+98912")));
        Customer gold = given(samples.customer().tier(Tier.GOLD).contacts(SampleRecords.phone("+98912")));

        assertEquals(
                List.of(gold),
                found(wanted(new CustomerCriteria(ALL, Optional.of(Tier.GOLD), Optional.empty(), Optional.empty()))));
    }

    private static CustomerSearch wanted(CustomerCriteria criteria) {
        return new CustomerSearch(criteria, EVERYTHING, List.of(tier("912")), Optional.empty(), MANY, ENOUGH);
    }

    @Test
    void anUpdateReplacesTheTexts() {
        Customer customer = givenTexts(FIAT, "before", "before", "before");
        Customer changed = CustomerSample.after(customer).build();

        write(tx -> tx.customers().update(changed, index("after", "after", "after")));

        assertEquals(List.of(), found(EVERYTHING, "before"));
        assertEquals(List.of(changed), found(TextReach.openOnly(), "after"));
    }
}
