package io.crmkit.bench;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.TimelineEntry;
import io.crmkit.customer.TimelineQuery;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.AddNote;
import io.crmkit.note.NoteQuery;
import io.crmkit.page.PageRequest;
import io.crmkit.report.CsvFormat;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.storage.jpa.JpaStorage;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketContext;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.time.TimeRange;
import java.io.OutputStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The library through its public interface, used by an agent, the host and an administrator. */
final class Library implements Side, AutoCloseable {
    private static final int PAGE = 20;

    private final Data data;
    private final JpaStorage storage;
    private final Crm crm;
    private final CrmSession sara;
    private final CrmSession host;
    private final CrmSession admin;
    private final Map<Integer, PageRequest> pages = new HashMap<>();

    Library(DataSource dataSource, Data data) {
        this.data = data;
        this.storage = JpaStorage.builder(dataSource).build();
        this.crm = Crm.builder()
                .storage(storage)
                .phoneRegion("IR")
                .rateLimits(RateLimits.none())
                .build();
        this.sara = crm.as(Actor.agent("sara", Role.SUPPORT_AGENT));
        this.host = crm.as(Actor.host("exchange"));
        this.admin = crm.as(Actor.agent("root", Role.ADMIN));
    }

    /** Makes what customers are searched by. */
    void index() {
        Optional<PageRequest> page = Optional.of(PageRequest.first(PageRequest.MAX_SIZE));
        while (page.isPresent()) {
            page = host.search().rebuildIndex(page.get()).next();
        }
    }

    @Override
    public void close() {
        crm.close();
        storage.close();
    }

    @Override
    public List<String> register(int k) {
        host.customers()
                .register(RegisterCustomer.named("علی", "رضایی")
                        .phone("+98935" + String.format("%07d", k))
                        .email("new" + k + "@example.com")
                        .username("new" + k)
                        .language("fa"));
        return List.of();
    }

    @Override
    public List<String> open(int k) {
        CustomerId customer = new CustomerId(data.customer(data.active(k)));
        host.tickets().open(OpenTicket.of(customer, Channel.WEB, "برداشت", "برداشت من انجام نشد"));
        return List.of();
    }

    @Override
    public List<String> addNote(int k) {
        CustomerId customer = new CustomerId(data.customer(data.active(k)));
        sara.notes().add(AddNote.about(customer, "<p>called about it</p>").on(SubjectRef.order("new" + k)));
        return List.of();
    }

    @Override
    public List<String> reply(int k) {
        sara.tickets().reply(ReplyToTicket.to(new TicketId(data.ticket(k)), "در حال بررسی است"));
        return List.of();
    }

    @Override
    public List<String> timeline(int k) {
        TimelineQuery query = TimelineQuery.of(new CustomerId(data.customer(data.active(k))));
        return sara.customers().timeline(query, PageRequest.first(PAGE)).items().stream()
                .map(TimelineEntry::text)
                .toList();
    }

    @Override
    public List<String> byIdentifier(int k) {
        return sara.customers().findByIdentifier(Identifier.username("user" + k)).stream()
                .map(customer -> customer.id().value().toString())
                .toList();
    }

    @Override
    public List<String> search(String part) {
        return sara.customers().search(CustomerQuery.containing(part), PageRequest.first(PAGE)).customers().stream()
                .map(customer -> customer.id().value().toString())
                .toList();
    }

    @Override
    public List<String> tracking(int k) {
        NoteQuery query = NoteQuery.all().containing("TRK" + String.format("%012d", k * 10));
        return sara.notes().list(query, PageRequest.first(PAGE)).items().stream()
                .map(note -> note.id().value().toString())
                .toList();
    }

    @Override
    public List<String> dashboard() {
        TimeRange week = new TimeRange(Data.START, Data.START.plus(Duration.ofDays(7)));
        ReportRequest request = ReportRequest.of(ReportId.NOTES_DASHBOARD, week, ZoneOffset.UTC);
        List<String> row = admin.reports().run(request).table().rows().get(0);
        return row.subList(1, row.size());
    }

    @Override
    public List<String> activityCsv(int rows) {
        TimeRange period = new TimeRange(Data.START, Data.START.plus(Duration.ofMinutes(rows + 1L)));
        ReportRequest request = ReportRequest.of(ReportId.ACTIVITY_LOG, period, ZoneOffset.UTC);
        long written = admin.reports().export(request, CsvFormat.forPrograms(), OutputStream.nullOutputStream());
        return List.of(Long.toString(written));
    }

    /** The position comes from the pages before, which are read once. */
    @Override
    public List<String> tickets(int after) {
        PageRequest request = pages.computeIfAbsent(after, this::page);
        return ids(sara.tickets().list(TicketQuery.all(), request).items().stream());
    }

    private PageRequest page(int after) {
        PageRequest request = PageRequest.first(PAGE);
        for (int i = 0; i < after; i += PAGE) {
            Optional<PageRequest> next =
                    sara.tickets().list(TicketQuery.all(), request).next();
            request = next.orElseThrow();
        }
        return request;
    }

    @Override
    public List<String> lastNotes(int k) {
        List<SubjectRef> orders = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            orders.add(SubjectRef.order(Integer.toString(k + i)));
        }
        return sara.notes().lastNotes(orders).values().stream()
                .map(note -> note.id().value().toString())
                .sorted()
                .toList();
    }

    @Override
    public List<String> context(int k) {
        TicketContext context = sara.tickets().context(new TicketId(data.ticket(k)));
        List<String> found = new ArrayList<>(ids(context.otherTickets().stream()));
        context.notes().forEach(note -> found.add(note.id().value().toString()));
        context.messages().forEach(message -> found.add(message.id().value().toString()));
        return found;
    }

    private static List<String> ids(Stream<Ticket> tickets) {
        return tickets.map(ticket -> ticket.id().value().toString()).toList();
    }
}
