package io.crmkit.examples.features;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.automation.ShippedRules;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.examples.Console;
import io.crmkit.examples.SimulatedClock;
import io.crmkit.staff.Agent;
import io.crmkit.staff.Shift;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Ticket;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** Shifts across midnight, and tickets that go to whoever is on duty and speaks the customer's language. */
public final class NightShiftMain {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private NightShiftMain() {}

    /** Runs it. */
    public static void main(String[] args) {
        run(Console.standard());
    }

    static void run(Console console) {
        SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-01T23:30:00Z"));
        try (Crm crm =
                Crm.builder().storage(MemoryStorage.create()).clock(clock).build()) {
            CrmSession host = crm.as(Actor.host("exchange"));
            host.staff().save(Agent.of("sara", "Sara").speaking("fa"));
            host.staff().save(Agent.of("kavitha", "Kavitha").speaking("ta", "en"));
            host.staff().save(Shift.daily("night", LocalTime.of(22, 0), LocalTime.of(6, 0), TEHRAN, "sara", "kavitha"));
            host.automation().save(ShippedRules.nightShift());

            for (String language : new String[] {"fa", "ta", "en"}) {
                CustomerId customer = host.customers()
                        .register(RegisterCustomer.named("Customer", language).language(language))
                        .id();
                Ticket ticket = host.tickets().open(OpenTicket.of(customer, Channel.CHAT, "?", "…"));
                console.print("03:00, customer speaks " + language + ": "
                        + ticket.assignee().map(Object::toString).orElse("nobody"));
            }
        }
    }
}
