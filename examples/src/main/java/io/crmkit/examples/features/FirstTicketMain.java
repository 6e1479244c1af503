package io.crmkit.examples.features;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.customer.Customer;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.examples.Console;
import io.crmkit.note.AddNote;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Ticket;
import java.io.PrintStream;

/** The first ticket: a customer, a ticket, a note. */
public final class FirstTicketMain {
    private FirstTicketMain() {}

    /** Runs it. */
    public static void main(String[] args) {
        run(Console.standard());
    }

    static void run(Console console) {
        PrintStream out = console.out();
        // README: first ticket
        try (Crm crm =
                Crm.builder().storage(MemoryStorage.create()).phoneRegion("IR").build()) {
            CrmSession desk = crm.as(Actor.agent("sara", Role.SUPPORT_AGENT));
            Customer ali = desk.customers()
                    .register(RegisterCustomer.named("علی", "رضایی").phone("۰۹۱۲ ۳۴۵ ۶۷۸۹"));
            Ticket ticket = desk.tickets()
                    .open(OpenTicket.of(ali.id(), Channel.PHONE, "برداشت من انجام نشد", "از دیروز منتظرم.")
                            .category("withdrawal/delayed"));
            desk.notes().add(AddNote.about(ali.id(), "<p>Checked the <b>txid</b></p>"));
            out.println("#" + ticket.number() + " " + ticket.status() + " " + ticket.priority() + " " + ticket.tags());
        }
        // README: end
    }
}
