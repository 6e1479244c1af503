package io.crmkit.examples.features;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.ConflictException;
import io.crmkit.error.ErrorTexts;
import io.crmkit.error.IdempotencyConflictException;
import io.crmkit.examples.Console;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.Ticket;
import java.util.Locale;

/** A request that is sent twice happens once; a change on top of an unseen change is refused. */
public final class RetryMain {
    private RetryMain() {}

    /** Runs it. */
    public static void main(String[] args) {
        run(Console.standard());
    }

    static void run(Console console) {
        try (Crm crm = Crm.builder().storage(MemoryStorage.create()).build()) {
            CrmSession desk = crm.as(Actor.agent("sara", Role.SUPPORT_AGENT));
            CustomerId chen = desk.customers()
                    .register(RegisterCustomer.named("Chen", "Petrov"))
                    .id();
            OpenTicket request =
                    OpenTicket.of(chen, Channel.WEB, "2FA", "I lost my phone.").once("form-42");
            Ticket first = desk.tickets().open(request);
            Ticket second = desk.tickets().open(request);
            console.print("sent twice, same ticket: " + first.id().equals(second.id()));
            try {
                desk.tickets()
                        .open(OpenTicket.of(chen, Channel.WEB, "2FA", "Something else")
                                .once("form-42"));
            } catch (IdempotencyConflictException e) {
                console.print(e.getMessage());
            }

            desk.tickets().change(ChangeTicket.of(first).priority(Priority.HIGH));
            try {
                desk.tickets().change(ChangeTicket.of(first).priority(Priority.LOW));
            } catch (ConflictException e) {
                console.print("expected version " + e.expected() + ", found " + e.found());
                console.print(ErrorTexts.of(e, Locale.forLanguageTag("fa")));
            }
        }
    }
}
