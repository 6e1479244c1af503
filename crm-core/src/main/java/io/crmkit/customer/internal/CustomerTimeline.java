package io.crmkit.customer.internal;

import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.Permission;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.FieldDelta;
import io.crmkit.customer.Customer;
import io.crmkit.customer.TimelineEntry;
import io.crmkit.customer.TimelineKind;
import io.crmkit.id.IdText;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.page.Pages;
import io.crmkit.internal.text.Graphemes;
import io.crmkit.note.Note;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.MessageKind;
import io.crmkit.spi.storage.NoteCriteria;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One list of all that happened with a customer, merged from at most one page of each kind. Each kind has its own
 * reach; customers get tickets and public messages only, as far as they may view tickets.
 */
final class CustomerTimeline {
    private static final int MAX_TEXT = 280;
    private static final Set<TimelineKind> FOR_CUSTOMERS = EnumSet.of(TimelineKind.TICKET, TimelineKind.MESSAGE);

    private final Reading reading;
    private final Customer customer;

    CustomerTimeline(Reading reading, Customer customer) {
        this.reading = reading;
        this.customer = customer;
    }

    private record Line(TimelineEntry entry, UUID id) {
        Position position() {
            return new Position(entry.at(), id);
        }
    }

    /** The order of lists: by time, then by id as its text sorts. */
    private static final Comparator<Line> NEWEST_FIRST = Comparator.comparing(
                    (Line line) -> line.entry().at())
            .thenComparing(line -> IdText.of(line.id()))
            .reversed();

    Page<TimelineEntry> page(Set<TimelineKind> kinds, PageRequest request) {
        Slice slice = Pages.slice(request, SortOrder.NEWEST_FIRST);
        List<Line> lines = new ArrayList<>();
        for (TimelineKind kind : kinds) {
            if (reading.actor().kind() != ActorKind.CUSTOMER || FOR_CUSTOMERS.contains(kind)) {
                lines.addAll(lines(kind, slice));
            }
        }
        lines.sort(NEWEST_FIRST);
        return Pages.page(lines, request, Line::position).map(Line::entry);
    }

    private List<Line> lines(TimelineKind kind, Slice slice) {
        return switch (kind) {
            case TICKET -> tickets(slice);
            case MESSAGE -> messages(kind, MessageKind.PUBLIC, ticketReach(), slice);
            case COMMENT -> messages(kind, MessageKind.INTERNAL, reading.reach(Permission.COMMENT_READ), slice);
            case NOTE -> notes(slice);
            case CHANGE -> changes(slice);
        };
    }

    private Reach ticketReach() {
        boolean himself = reading.actor().kind() == ActorKind.CUSTOMER;
        return reading.reach(himself ? Permission.TICKET_VIEW : Permission.TICKET_READ);
    }

    private List<Line> tickets(Slice slice) {
        TicketCriteria criteria = TicketCriteria.within(ticketReach()).of(customer.id());
        List<Line> lines = new ArrayList<>();
        for (Ticket ticket : reading.tx().tickets().list(criteria, slice)) {
            SubjectRef target = SubjectRef.ticket(ticket.id().toString());
            lines.add(new Line(
                    entry(ticket.createdAt(), TimelineKind.TICKET, ticket.createdBy(), target, ticket.subject()),
                    ticket.id().value()));
        }
        return lines;
    }

    private List<Line> messages(TimelineKind kind, MessageKind wanted, Reach reach, Slice slice) {
        List<Line> lines = new ArrayList<>();
        for (Message message : reading.tx().messages().list(customer.id(), wanted, reach, slice)) {
            SubjectRef target = SubjectRef.ticket(message.ticket().toString());
            lines.add(new Line(
                    entry(message.at(), kind, message.author(), target, message.text()),
                    message.id().value()));
        }
        return lines;
    }

    private List<Line> notes(Slice slice) {
        NoteCriteria criteria = new NoteCriteria(
                reading.reach(Permission.NOTE_READ),
                Optional.of(customer.id()),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty());
        List<Line> lines = new ArrayList<>();
        for (Note note : reading.tx().notes().list(criteria, slice)) {
            SubjectRef target = SubjectRef.note(note.id().toString());
            lines.add(new Line(
                    entry(note.createdAt(), TimelineKind.NOTE, note.author(), target, note.text()),
                    note.id().value()));
        }
        return lines;
    }

    private List<Line> changes(Slice slice) {
        List<Line> lines = new ArrayList<>();
        SubjectRef target = SubjectRef.customer(customer.id().toString());
        for (AuditEntry entry : new CustomerChanges(reading, customer).list(slice)) {
            String fields =
                    entry.changes().stream().map(FieldDelta::field).distinct().collect(Collectors.joining(", "));
            lines.add(new Line(entry(entry.at(), TimelineKind.CHANGE, entry.by(), target, fields), entry.id()));
        }
        return lines;
    }

    private static TimelineEntry entry(Instant at, TimelineKind kind, ActorRef by, SubjectRef target, String text) {
        return new TimelineEntry(at, kind, by, target, Graphemes.cut(text, MAX_TEXT));
    }
}
