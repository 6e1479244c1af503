package io.crmkit.examples.features;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.TimelineQuery;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.examples.Console;
import io.crmkit.page.PageRequest;
import io.crmkit.storage.memory.MemoryStorage;

/** Customers: register, find by any part in any script, change, see what changed. */
public final class CustomersMain {
    private CustomersMain() {}

    /** Runs it. */
    public static void main(String[] args) {
        run(Console.standard());
    }

    static void run(Console console) {
        try (Crm crm =
                Crm.builder().storage(MemoryStorage.create()).phoneRegion("IR").build()) {
            CrmSession desk = crm.as(Actor.agent("sara", Role.SUPPORT_AGENT));
            Customer karimi = desk.customers()
                    .register(RegisterCustomer.named("علی‌رضا", "کریمی")
                            .phone("۰۹۱۲ ۳۴۵ ۶۷۸۹")
                            .email("Karimi@Example.com")
                            .username("alireza77")
                            .language("fa", "en"));
            desk.customers()
                    .register(RegisterCustomer.named("முருகன்", "செல்வம்").language("ta"));

            for (String typed : new String[] {"عليرضا", "6789", "முருக", "reza7"}) {
                int hits = desk.customers()
                        .search(CustomerQuery.containing(typed), PageRequest.first())
                        .customers()
                        .size();
                console.print("search " + typed + ": " + hits);
            }
            console.print("by phone: "
                    + desk.customers()
                            .findByContact(ContactType.PHONE, "+98 912 345 6789")
                            .size());

            desk.customers()
                    .update(UpdateCustomer.of(karimi).flags(CustomerFlag.VIP).attribute("kyc.status", "VERIFIED"));
            desk.customers()
                    .history(karimi.id(), PageRequest.first(2))
                    .items()
                    .forEach(change -> console.print("changed " + change.field() + " by " + change.by()));
            console.print("timeline: "
                    + desk.customers()
                            .timeline(TimelineQuery.of(karimi.id()), PageRequest.first())
                            .items());
        }
    }
}
