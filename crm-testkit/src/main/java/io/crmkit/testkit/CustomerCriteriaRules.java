package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.actor.TeamId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.Tier;
import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which customers a list shows, and what their texts are searched for. */
abstract class CustomerCriteriaRules extends StorageRules {
    private static final Reach NONE = Reach.none();
    private static final String DOCUMENT = "kyc.documentNumber";

    @Test
    void eachCriterionMustHold() {
        Customer gold = given(samples.customer().tier(Tier.GOLD).team(FIAT));
        Customer vip = given(samples.customer().tier(Tier.GOLD).flags(CustomerFlag.VIP, CustomerFlag.CHALLENGING));
        Customer plain = given(samples.customer().flags(CustomerFlag.VIP).team(FIAT));

        assertEquals(List.of(gold, vip, plain), listed(criteria(List.of())));
        assertEquals(List.of(gold, vip), listed(filter(Optional.of(Tier.GOLD), Optional.empty(), Optional.empty())));
        assertEquals(
                List.of(vip, plain), listed(filter(Optional.empty(), Optional.of(CustomerFlag.VIP), Optional.empty())));
        assertEquals(List.of(gold, plain), listed(filter(Optional.empty(), Optional.empty(), Optional.of(FIAT))));
        assertEquals(
                List.of(plain),
                listed(filter(Optional.of(Tier.STANDARD), Optional.of(CustomerFlag.VIP), Optional.of(FIAT))));
        assertEquals(
                List.of(), listed(filter(Optional.of(Tier.SILVER), Optional.of(CustomerFlag.VIP), Optional.of(FIAT))));
    }

    private static CustomerCriteria filter(Optional<Tier> tier, Optional<CustomerFlag> flag, Optional<TeamId> team) {
        return new CustomerCriteria(ALL, List.of(), NONE, NONE, Set.of(), tier, flag, team);
    }

    @Test
    void pagesAreFullAlthoughMostCustomersFailTheCriteria() {
        List<Customer> wanted = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Customer customer = given(samples.customer().tier(i % 8 == 7 ? Tier.GOLD : Tier.STANDARD));
            if (i % 8 == 7) {
                wanted.add(customer);
            }
        }
        CustomerCriteria gold = filter(Optional.of(Tier.GOLD), Optional.empty(), Optional.empty());

        assertEquals(wanted.subList(0, 2), read(tx -> tx.customers().list(gold, oldest(2))));
    }

    @Test
    void everyTermMustOccurAsAPart() {
        Customer one = givenTexts(FIAT, "مهدی نیک‌پور تهران", "", "");
        Customer two = givenTexts(FIAT, "கவிதா முருகன் சென்னை", "", "");
        Customer three = givenTexts(FIAT, "grace o’neill تهران 🙂", "", "");

        assertEquals(List.of(one, three), listed(criteria(List.of("تهران"))));
        assertEquals(List.of(one), listed(criteria(List.of("تهران", "نیک‌"))));
        assertEquals(List.of(one), listed(criteria(List.of("هد"))));
        assertEquals(List.of(two), listed(criteria(List.of("ருக", "சென்"))));
        assertEquals(List.of(three), listed(criteria(List.of("o’n", "🙂"))));
        assertEquals(List.of(), listed(criteria(List.of("تهران", "مهدی", "grace"))));
    }

    @Test
    void termsAreComparedAsTheyAre() {
        Customer one = givenTexts(FIAT, "50% off_er a\\b o'neil", "", "");
        givenTexts(FIAT, "50 percent offer a/b", "", "");

        for (String term : List.of("50%", "f_e", "a\\b", "o'n", "% o")) {
            assertEquals(List.of(one), listed(criteria(List.of(term))), term);
        }
        for (String term : List.of("OFF", "5%f", "o_f", "ö")) {
            assertEquals(List.of(), listed(criteria(List.of(term))), term);
        }
    }

    @Test
    void theContactTextCountsOnlyWithinItsReach() {
        Customer fiat = givenTexts(FIAT, "ali", "+98912", "");
        Customer crypto = givenTexts(CRYPTO, "reza", "+98912", "");

        assertEquals(List.of(), listed(search(List.of("912"), NONE, ALL)));
        assertEquals(List.of(fiat), listed(search(List.of("912"), reachOf(FIAT), NONE)));
        assertEquals(List.of(fiat, crypto), listed(search(List.of("912"), ALL, NONE)));
        assertEquals(List.of(crypto), listed(search(List.of("912", "rez"), ALL, NONE)));
    }

    @Test
    void theTextOfAnAttributeCountsOnlyWithinItsReach() {
        Customer fiat = givenTexts(FIAT, "ali", "", "passport");
        Customer crypto = givenTexts(CRYPTO, "reza", "", "passport");

        assertEquals(List.of(), listed(search(List.of("passp"), ALL, NONE)));
        assertEquals(List.of(crypto), listed(search(List.of("passp"), NONE, reachOf(CRYPTO))));
        assertEquals(List.of(fiat, crypto), listed(search(List.of("passp"), NONE, ALL)));
    }

    @Test
    void theTextOfAnOpenAttributeCountsForEveryCustomer() {
        Map<String, String> texts =
                Map.of(DOCUMENT, "passport 5566", "Kyc.DocumentNumber", "id card", "city", "chennai");
        Customer customer = samples.customer().build();
        write(tx -> tx.customers().insert(customer, new CustomerIndex(Set.of(), Set.of(), "", "", texts)));

        assertEquals(List.of(customer), listed(search(List.of("55"), NONE, NONE, Set.of(DOCUMENT))));
        assertEquals(List.of(customer), listed(search(List.of("55", "chen"), NONE, NONE, Set.of(DOCUMENT, "city"))));
        assertEquals(List.of(), listed(search(List.of("55", "chen"), NONE, NONE, Set.of(DOCUMENT))));
        assertEquals(List.of(customer), listed(search(List.of("55", "chen"), NONE, ALL, Set.of(DOCUMENT))));
        assertEquals(List.of(), listed(search(List.of("card"), NONE, NONE, Set.of(DOCUMENT, "kyc"))));
        assertEquals(List.of(), listed(search(List.of("city"), NONE, ALL, Set.of("city"))), "names are no text");
    }

    @Test
    void everyTermMayOccurInAnotherText() {
        Customer one = givenTexts(FIAT, "ali", "+98912", "passport");
        givenTexts(FIAT, "ali", "", "passport");

        assertEquals(List.of(one), listed(search(List.of("ali", "912", "pass"), ALL, ALL)));
        assertEquals(List.of(), listed(search(List.of("ali", "912", "pass"), ALL, reachOf(CRYPTO))));
    }

    @Test
    void aTermDoesNotReachFromOneTextIntoTheNext() {
        givenTexts(FIAT, "ali", "912", "pass");

        assertEquals(List.of(), listed(search(List.of("ali912"), ALL, ALL)));
        assertEquals(List.of(), listed(search(List.of("912pass"), ALL, ALL)));
    }

    @Test
    void theReachOfATextGoesByTeamOwnerAndCustomer() {
        Customer owned = given(samples.customer().owner(SARA).contacts(SampleRecords.phone("+98912")));
        Customer other = given(samples.customer().contacts(SampleRecords.phone("+98912")));
        Reach self = new Reach(false, Set.of(), Optional.empty(), Optional.of(other.id()));

        assertEquals(List.of(owned), listed(search(List.of("98912"), reachOf(SARA), NONE)));
        assertEquals(List.of(other), listed(search(List.of("98912"), self, NONE)));
    }

    @Test
    void aTextWithinReachDoesNotBringTheCustomerWithinReach() {
        givenTexts(CRYPTO, "reza", "+98912", "passport");
        CustomerCriteria criteria = new CustomerCriteria(
                reachOf(FIAT),
                List.of("912"),
                ALL,
                ALL,
                Set.of(DOCUMENT),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertEquals(List.of(), listed(criteria));
    }

    @Test
    void anUpdateReplacesTheTexts() {
        Customer customer = givenTexts(FIAT, "before", "before", "before");
        Customer changed = CustomerSample.after(customer).build();

        write(tx -> tx.customers().update(changed, index("after", "after", "after")));

        assertEquals(List.of(), listed(search(List.of("before"), ALL, ALL)));
        assertEquals(List.of(changed), listed(search(List.of("after"), NONE, NONE)));
    }

    private Customer givenTexts(TeamId team, String open, String contact, String document) {
        Customer customer = samples.customer().team(team).build();
        write(tx -> tx.customers().insert(customer, index(open, contact, document)));
        return customer;
    }

    private static CustomerIndex index(String open, String contact, String document) {
        Map<String, String> attributes = document.isEmpty() ? Map.of() : Map.of(DOCUMENT, document);
        return new CustomerIndex(Set.of(), Set.of(), open, contact, attributes);
    }

    private static CustomerCriteria criteria(List<String> terms) {
        return search(terms, NONE, NONE);
    }

    private static CustomerCriteria search(List<String> terms, Reach contactReach, Reach sensitiveReach) {
        return search(terms, contactReach, sensitiveReach, Set.of());
    }

    private static CustomerCriteria search(
            List<String> terms, Reach contactReach, Reach sensitiveReach, Set<String> openAttributes) {
        return new CustomerCriteria(
                ALL,
                terms,
                contactReach,
                sensitiveReach,
                openAttributes,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private List<Customer> listed(CustomerCriteria criteria) {
        return read(tx -> tx.customers().list(criteria, oldest(100)));
    }
}
