package io.crmkit.verify.node;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.note.AddNote;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;

/** The same commands with the same keys whenever it is played under the same name. Not thread-safe. */
final class Script {
    private final CrmSession agent;
    private final CrmSession host;
    private final String name;
    private int step;
    private CustomerId customer;
    private TicketId ticket;

    Script(Crm crm, String name) {
        agent = crm.as(Actor.agent("sara", Role.ADMIN));
        host = crm.as(Actor.host("exchange"));
        this.name = name;
    }

    /** Performs the next command; returns what it made, as kind and id. */
    String next() {
        String key = name + "-" + step / 4;
        return switch (step++ % 4) {
            case 0 -> {
                customer = agent.customers()
                        .register(RegisterCustomer.named("علی", key)
                                .username(key)
                                .phone("+98912" + (1_000_000 + Math.floorMod(key.hashCode(), 8_000_000)))
                                .once(key))
                        .id();
                yield "customer " + customer;
            }
            case 1 -> {
                ticket = host.tickets()
                        .open(OpenTicket.of(customer, Channel.WEB, "برداشت " + key, "பணம் வரவில்லை")
                                .once(key))
                        .id();
                yield "ticket " + ticket;
            }
            case 2 ->
                "reply "
                        + agent.tickets()
                                .reply(ReplyToTicket.to(ticket, "Done: " + key)
                                        .then(TicketStatus.SOLVED)
                                        .once(key))
                                .id();
            default ->
                "note "
                        + agent.notes()
                                .add(AddNote.about(customer, "<p>" + key + "</p>")
                                        .once(key))
                                .id();
        };
    }
}
