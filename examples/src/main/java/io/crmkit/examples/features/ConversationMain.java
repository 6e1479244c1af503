package io.crmkit.examples.features;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.examples.Console;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketContext;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.TicketView;
import io.crmkit.ticket.WriteMessage;

/** A conversation: what the customer sees, what only the desk sees, and everything beside the ticket in one call. */
public final class ConversationMain {
    private ConversationMain() {}

    /** Runs it. */
    public static void main(String[] args) {
        run(Console.standard());
    }

    static void run(Console console) {
        try (Crm crm = Crm.builder().storage(MemoryStorage.create()).build()) {
            CrmSession desk = crm.as(Actor.agent("sara", Role.SUPPORT_AGENT));
            CustomerId james = desk.customers()
                    .register(RegisterCustomer.named("James", "Okafor"))
                    .id();
            CrmSession customer = crm.as(Actor.customer(james));

            Ticket ticket = customer.tickets()
                    .open(OpenTicket.of(james, Channel.WEB, "Deposit missing", "Sent 2 hours ago.")
                            .category("deposit/not-credited"));
            desk.tickets().comment(CommentOnTicket.on(ticket.id(), "Wrong network, ask the ledger team"));
            desk.tickets()
                    .reply(ReplyToTicket.to(ticket.id(), "Which network did you use?")
                            .then(TicketStatus.PENDING));

            TicketView view = customer.tickets().view(ticket.id());
            console.print("the customer sees " + view.status() + ":");
            view.messages().forEach(message -> console.print("  " + message.text()));

            customer.tickets().write(WriteMessage.of(ticket.id(), james, "TRC-20"));
            TicketContext context = desk.tickets().context(ticket.id());
            console.print("the desk sees " + context.ticket().status() + ", first of its kind: " + context.firstOfKind()
                    + ":");
            context.messages()
                    .forEach(message ->
                            console.print("  " + message.getClass().getSimpleName() + ": " + message.text()));
        }
    }
}
