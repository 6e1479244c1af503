package io.crmkit.storage.jpa.parity;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerHit;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.FoundCustomers;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.Tier;
import io.crmkit.customer.TimelineQuery;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.FoundNotes;
import io.crmkit.note.NoteHit;
import io.crmkit.note.NoteQuery;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.report.CsvFormat;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
import io.crmkit.search.FoundTickets;
import io.crmkit.search.TicketHit;
import io.crmkit.storage.jpa.parity.Desk.Who;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.time.TimeRange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Steps that only look: pages are read to their end, cursors and all. */
final class Reads {
    private static final int PAGES = 4;

    private final Random random;

    Reads(Random random) {
        this.random = random;
    }

    Function<Desk, Object> next(Customer customer, Ticket ticket) {
        Who who = pick(List.of(Who.values()));
        int size = 1 + random.nextInt(5);
        return switch (random.nextInt(9)) {
            case 0 -> customers(who, size, customer);
            case 1 -> tickets(who, size, customer);
            case 2 -> notes(who, size, customer);
            case 3 ->
                desk -> all(size, page -> desk.as(who).customers().timeline(TimelineQuery.of(customer.id()), page));
            case 4 -> desk -> all(size, page -> desk.as(who).customers().history(customer.id(), page));
            case 5 -> conversation(who, size, ticket);
            case 6 -> desk -> desk.as(who).tickets().context(ticket.id());
            case 7 -> report(who);
            default ->
                desk -> List.of(
                        all(size, page -> desk.as(who).notifications().list(NotificationQuery.all(), page)),
                        all(size, page -> desk.as(who).reports().activity(ActivityQuery.all(), page)),
                        all(size, page -> desk.as(who).automation().executions(page)));
        };
    }

    private Function<Desk, Object> customers(Who who, int size, Customer customer) {
        String text = pick(
                List.of("", "علی", "رضا یی", "முரு", "neill", "user1", "3451", "%", "verified", "علبرضا", "kavitah"));
        CustomerQuery query = CustomerQuery.containing(text);
        CustomerQuery filtered = random.nextInt(3) == 0 ? query.tier(Tier.GOLD).team(TeamId.SUPPORT) : query;
        return desk -> List.of(
                all(size, page -> page(desk.as(who).customers().search(filtered, page))),
                desk.as(who).customers().suggest(text, size),
                desk.as(who).customers().findByIdentifier(Identifier.username("uSER" + size)),
                desk.as(who).customers().findByContact(ContactType.PHONE, "09123451001"),
                desk.as(who).customers().get(customer.id()));
    }

    private static Page<NoteHit> page(FoundNotes found) {
        return new Page<>(found.hits(), found.next());
    }

    private static Page<TicketHit> page(FoundTickets found) {
        return new Page<>(found.hits(), found.next());
    }

    private static Page<CustomerHit> page(FoundCustomers found) {
        return new Page<>(found.hits(), found.next());
    }

    private Function<Desk, Object> tickets(Who who, int size, Customer customer) {
        TicketQuery query = pick(List.of(
                TicketQuery.all(),
                TicketQuery.all().oldestFirst().of(customer.id()),
                TicketQuery.all().in(TicketStatus.OPEN, TicketStatus.SOLVED),
                TicketQuery.all().team(Desk.TECH).onlyWaiting(),
                TicketQuery.all().assignedTo(new ActorId("amir"))));
        return desk -> List.of(
                all(size, page -> desk.as(who).tickets().list(query, page)),
                all(size, page -> desk.as(who).tickets().views(customer.id(), page)));
    }

    private Function<Desk, Object> notes(Who who, int size, Customer customer) {
        String words = pick(List.of("", "12345678", "௧௨௩", "txid", "<p>"));
        NoteQuery query = pick(List.of(
                NoteQuery.all().containing(words),
                NoteQuery.about(customer.id()).oldestFirst().withDeleted(),
                NoteQuery.on(SubjectRef.order("981"))));
        List<SubjectRef> orders = List.of(
                SubjectRef.order("980"), SubjectRef.order("981"), SubjectRef.order("982"), SubjectRef.order("none"));
        String typed = pick(List.of("12345678", "12345", "5678", "981", "txid", "WD-1", "௧௨௩"));
        return desk -> List.of(
                all(size, page -> desk.as(who).notes().list(query, page)),
                all(size, page -> page(desk.as(who).notes().search(typed, page))),
                all(size, page -> page(desk.as(who).search().tickets(typed, page))),
                desk.as(who).search().about(typed, PageRequest.first(20)),
                desk.as(who).notes().lastNotes(orders));
    }

    private Function<Desk, Object> conversation(Who who, int size, Ticket ticket) {
        return desk -> List.of(
                desk.as(who).tickets().get(ticket.id()),
                desk.as(who).tickets().find(ticket.number()),
                desk.as(who).tickets().history(ticket.id()),
                all(size, page -> desk.as(who).tickets().messages(ticket.id(), page)),
                desk.as(Who.HOST).tickets().view(ticket.id()));
    }

    private Function<Desk, Object> report(Who who) {
        ReportId id = pick(List.of(ReportId.values()));
        int days = 1 + random.nextInt(60);
        return desk -> {
            Instant now = desk.clock.instant();
            TimeRange period = new TimeRange(now.minus(Duration.ofDays(days)), now);
            ByteArrayOutputStream csv = new ByteArrayOutputStream();
            desk.as(who)
                    .reports()
                    .export(ReportRequest.of(id, period, ZoneId.of("Asia/Tehran")), CsvFormat.forPrograms(), csv);
            return csv.toString(StandardCharsets.UTF_8);
        };
    }

    /** All items of some pages, and the cursors between them. */
    private static <T> List<Object> all(int size, Function<PageRequest, Page<T>> list) {
        List<Object> seen = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(size));
        for (int page = 0; page < PAGES && next.isPresent(); page++) {
            Page<T> items = list.apply(next.get());
            seen.add(items);
            next = items.next();
        }
        return seen;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
