package io.crmkit.examples.features;

import io.crmkit.Crm;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.examples.Console;
import io.crmkit.page.PageRequest;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.ticket.TicketQuery;
import java.util.List;

/** The same question from different people: masked, refused, or answered. */
public final class RolesMain {
    private RolesMain() {}

    /** Runs it. */
    public static void main(String[] args) {
        run(Console.standard());
    }

    static void run(Console console) {
        try (Crm crm = Crm.builder().storage(MemoryStorage.create()).build()) {
            CustomerId id = crm.as(Actor.host("exchange"))
                    .customers()
                    .register(RegisterCustomer.named("Liam", "Chen").phone("+447700900123"))
                    .id();
            List<Actor> people = List.of(
                    Actor.agent("sara", Role.SUPPORT_AGENT),
                    Actor.agent("omid", Role.SUPPORT_AGENT).in(TeamId.of("vip")),
                    Actor.agent("mara", Role.MARKETER),
                    Actor.agent("ola", Role.AUDITOR));
            for (Actor person : people) {
                Customer seen = crm.as(person).customers().get(id);
                int hits = crm.as(person)
                        .customers()
                        .search(CustomerQuery.containing("900123"), PageRequest.first())
                        .customers()
                        .size();
                console.print(person.id() + " " + person.roles() + " " + person.teams() + ": phone "
                        + seen.contact(ContactType.PHONE).orElseThrow().value() + ", search for its digits: " + hits
                        + ", tickets: " + tickets(crm, person));
            }
        }
    }

    private static String tickets(Crm crm, Actor person) {
        try {
            return crm.as(person)
                            .tickets()
                            .list(TicketQuery.all(), PageRequest.first())
                            .items()
                            .size() + "";
        } catch (PermissionDeniedException e) {
            return e.code() + " (" + e.missing() + ")";
        }
    }
}
