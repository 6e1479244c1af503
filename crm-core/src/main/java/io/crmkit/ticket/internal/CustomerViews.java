package io.crmkit.ticket.internal;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.access.Survivors;
import io.crmkit.internal.page.Pages;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.MessageKind;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.ticket.CustomerTicketStatus;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Tickets as their customers see them. */
final class CustomerViews {
    private static final int MESSAGES = 200;

    private CustomerViews() {}

    static TicketView one(Reading reading, TicketId id) {
        Ticket ticket = Tickets.get(reading, id, Permission.TICKET_VIEW);
        List<PublicMessage> messages = new ArrayList<>();
        reading.tx()
                .messages()
                .list(id, EnumSet.of(MessageKind.PUBLIC), Slice.first(SortOrder.NEWEST_FIRST, MESSAGES))
                .forEach(message -> messages.add((PublicMessage) message));
        Collections.reverse(messages);
        return view(ticket, messages);
    }

    static Page<TicketView> all(Reading reading, CustomerId customer, PageRequest page) {
        TicketCriteria within = TicketCriteria.within(reading.reach(Permission.TICKET_VIEW));
        List<Ticket> found = Survivors.listed(
                reading,
                Optional.of(customer),
                id -> reading.tx()
                        .tickets()
                        .list(within.of(id.orElseThrow()), Pages.slice(page, SortOrder.NEWEST_FIRST)));
        return Pages.page(found, page, t -> new Position(t.createdAt(), t.id().value()))
                .map(ticket -> view(ticket, List.of()));
    }

    private static TicketView view(Ticket ticket, List<PublicMessage> messages) {
        return new TicketView(
                ticket.id(),
                ticket.number(),
                ticket.subject(),
                CustomerTicketStatus.of(ticket.status()),
                ticket.createdAt(),
                ticket.followUpOf(),
                messages);
    }
}
