package io.crmkit.verify.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.TimelineEntry;
import io.crmkit.customer.TimelineQuery;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import io.crmkit.note.NoteKind;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.servers.WatchedPool;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.TextKind;
import io.crmkit.spi.storage.TextPlace;
import io.crmkit.storage.jpa.JpaStorage;
import io.crmkit.ticket.InternalComment;
import io.crmkit.ticket.MessageId;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.Ticket;
import io.crmkit.verify.Desk;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;

/** A customer of whom there are 10,000 records, on PostgreSQL: each page costs what the first does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongListsTest {
    private static final int ITEMS = 10_000;
    private static final int SIZE = 50;
    private static final Duration AT_MOST = Duration.ofSeconds(20);
    private static final ActorRef AUTHOR = new ActorRef(ActorKind.AGENT, new ActorId("sara"));

    private final TestDatabase database = TestDatabases.postgres();
    private final WatchedPool pool = new WatchedPool(database.dataSource());
    private final JpaStorage storage = JpaStorage.builder(pool.dataSource()).build();
    private final Desk desk = Desk.staffed(storage);
    private final CrmSession sara = Crm.builder()
            .storage(storage)
            .clock(desk.clock)
            .rateLimits(RateLimits.none())
            .build()
            .as(Actor.agent("sara", Role.SUPPORT_AGENT));
    private Customer ali;

    @BeforeAll
    void fill() {
        ali = desk.ali();
        Ticket ticket = desk.open(ali.id());
        Instant start = desk.clock.instant();
        for (int from = 0; from < ITEMS; from += 1_000) {
            int first = from;
            storage.inTransaction(tx -> {
                for (int i = first; i < first + 1_000; i++) {
                    add(tx, ticket, start.plusSeconds(i), i);
                }
                return true;
            });
        }
        desk.clock.advance(Duration.ofDays(1));
        database.execute("vacuum analyze");
    }

    @AfterAll
    void close() {
        desk.crm().close();
        database.close();
    }

    private void add(CrmTransaction tx, Ticket ticket, Instant at, int i) {
        UUID id = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + i);
        String text = "کد رهگیری " + (900_000_000_000L + i);
        if (i % 10 < 5) {
            SubjectRef order = SubjectRef.order("o" + i);
            tx.notes().insert(note(id, ali.id(), at, order), text);
            String number = Long.toString(900_000_000_000L + i);
            String reversed = "<" + new StringBuilder(number).reverse();
            tx.references().add(new TextPlace(TextKind.NOTE, id, id, at), Set.of(number, reversed));
        } else if (i % 10 < 8) {
            tx.messages().insert(new PublicMessage(new MessageId(id), ticket.id(), ali.id(), AUTHOR, at, text));
        } else {
            tx.messages().insert(new InternalComment(new MessageId(id), ticket.id(), ali.id(), AUTHOR, at, text));
        }
        UUID other = new UUID(0x0190_0000_0000_7001L, 0x8000_0000_0000_0000L + i);
        CustomerId somebody = new CustomerId(new UUID(0x0190_0000_0000_7002L, 0x8000_0000_0000_0000L + i % 200));
        tx.notes().insert(note(other, somebody, at, SubjectRef.order("p" + i)), "x");
    }

    private static Note note(UUID id, CustomerId customer, Instant at, SubjectRef order) {
        String text = "کد رهگیری " + (900_000_000_000L + id.getLeastSignificantBits() - Long.MIN_VALUE);
        return new Note(
                new NoteId(id),
                1,
                customer,
                List.of(order),
                text,
                text,
                NoteKind.GENERAL,
                false,
                AUTHOR,
                TeamId.SUPPORT,
                at,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aPageOfTheTimelineCostsTheSameAtBothEnds(TestReporter reporter) throws SQLException {
        List<Optional<PageRequest>> requests = new ArrayList<>();
        int items = 0;
        Optional<PageRequest> next = Optional.of(PageRequest.first(SIZE));
        while (next.isPresent()) {
            requests.add(next);
            Page<TimelineEntry> page = sara.customers().timeline(TimelineQuery.of(ali.id()), next.get());
            items += page.items().size();
            next = page.next();
        }
        assertThat(items).isGreaterThan(ITEMS);

        Cost withAllBefore = cost(requests.get(1).orElseThrow());
        assertThat(withAllBefore.rows()).isPositive();
        Cost first = cost(requests.get(1).orElseThrow());
        Cost middle = cost(requests.get(requests.size() / 2).orElseThrow());
        Cost last = cost(requests.get(requests.size() - 3).orElseThrow());

        reporter.publishEntry("statements and rows of a page", first + ", " + middle + ", " + last);
        assertThat(List.of(middle.statements(), last.statements())).containsOnly(first.statements());
        assertThat(first.rows()).isPositive();
        assertThat(middle.rows()).isLessThanOrEqualTo(first.rows() * 11 / 10);
        assertThat(last.rows()).isLessThanOrEqualTo(first.rows() * 11 / 10);
    }

    private record Cost(int statements, long rows) {}

    private Cost cost(PageRequest page) throws SQLException {
        long rows = rowsRead();
        int statements = pool.executions();
        sara.customers().timeline(TimelineQuery.of(ali.id()), page);
        return new Cost(pool.executions() - statements, rowsRead() - rows);
    }

    /** What was read of tables since the beginning; told by the server a little later than it happens. */
    private long rowsRead() throws SQLException {
        String sum = "select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_user_tables";
        Instant end = Instant.ofEpochSecond(0).plusNanos(System.nanoTime()).plus(AT_MOST);
        long before = -1;
        for (int same = 0; same < 8; ) {
            long now = Long.parseLong(database.column(sum).get(0));
            same = now == before ? same + 1 : 0;
            before = now;
            assertThat(Instant.ofEpochSecond(0).plusNanos(System.nanoTime())).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return before;
    }

    @Test
    void pagesOfTheTimelineAreReadByIndex() throws SQLException {
        PageRequest second = sara.customers()
                .timeline(TimelineQuery.of(ali.id()), PageRequest.first(SIZE))
                .next()
                .orElseThrow();

        List<String> plans = plans(() -> sara.customers().timeline(TimelineQuery.of(ali.id()), second));

        assertThat(plans)
                .filteredOn(plan -> plan.contains("crm_note") || plan.contains("crm_ticket_message"))
                .hasSize(3)
                .allSatisfy(plan -> assertThat(plan)
                        .contains("Index")
                        .doesNotContain("Seq Scan on crm_note", "Seq Scan on crm_ticket_message", "Sort"));
    }

    @Test
    void referencesAreFoundByIndexInFourStatements() throws SQLException {
        pool.reset();
        assertThat(sara.notes()
                        .search("۹۰۰۰-۰۰۰۰-۵۰۰۳", PageRequest.first(SIZE))
                        .hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.match().snippet()).isEqualTo("کد رهگیری 900000005003"));
        assertThat(selects()).hasSize(4);

        List<String> plans = plans(() -> sara.notes().search("900000005003", PageRequest.first(SIZE)));

        assertThat(plans)
                .filteredOn(plan -> plan.contains("crm_text_reference"))
                .hasSize(3)
                .allSatisfy(
                        plan -> assertThat(plan).contains("Index").doesNotContain("Seq Scan on crm_text_reference"));
    }

    @Test
    void theLastNotesOfFiveHundredObjectsAreOneStatement() throws SQLException {
        List<SubjectRef> orders = IntStream.range(0, 500)
                .mapToObj(i -> SubjectRef.order("o" + i * 10))
                .toList();
        pool.reset();

        assertThat(sara.notes().lastNotes(orders)).hasSize(500);

        assertThat(selects()).hasSize(1);
        assertThat(plans(() -> sara.notes().lastNotes(orders)))
                .allSatisfy(plan -> assertThat(plan).contains("using crm_note_subject_pkey"));
    }

    /** Of what a call sends, as it is planned for any parameters. */
    private List<String> plans(Runnable call) throws SQLException {
        pool.reset();
        call.run();
        List<String> plans = new ArrayList<>();
        for (String sql : selects()) {
            plans.add(database.plan(sql));
        }
        return plans;
    }

    private List<String> selects() {
        return pool.statements().stream()
                .filter(sql -> sql.startsWith("select"))
                .toList();
    }
}
