package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.actor.TeamId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.Tier;
import io.crmkit.spi.storage.CustomerCriteria;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which customers a list shows. */
abstract class CustomerCriteriaRules extends StorageRules {
    @Test
    void eachCriterionMustHold() {
        Customer gold = given(samples.customer().tier(Tier.GOLD).team(FIAT));
        Customer vip = given(samples.customer().tier(Tier.GOLD).flags(CustomerFlag.VIP, CustomerFlag.CHALLENGING));
        Customer plain = given(samples.customer().flags(CustomerFlag.VIP).team(FIAT));

        assertEquals(List.of(gold, vip, plain), listed(CustomerCriteria.within(ALL)));
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
        return new CustomerCriteria(ALL, tier, flag, team);
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

    private List<Customer> listed(CustomerCriteria criteria) {
        return read(tx -> tx.customers().list(criteria, oldest(100)));
    }
}
