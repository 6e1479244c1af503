package io.crmkit.verify.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerHit;
import io.crmkit.customer.FoundCustomers;
import java.util.List;

/** What was suggested. */
final class Suggested {
    private Suggested() {}

    /** The one customer who is. */
    static CustomerHit only(CrmSession session, String typed) {
        List<CustomerHit> hits = session.customers().suggest(typed, 5).hits();
        assertThat(hits).hasSize(1);
        return hits.get(0);
    }

    /** In their order. */
    static List<CustomerId> ids(FoundCustomers found) {
        return found.customers().stream().map(Customer::id).toList();
    }
}
