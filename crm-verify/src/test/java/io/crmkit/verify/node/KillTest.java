package io.crmkit.verify.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.DueReport;
import io.crmkit.audit.AuditEntry;
import io.crmkit.customer.Customer;
import io.crmkit.note.Note;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationState;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.jpa.JpaStorage;
import io.crmkit.testkit.RecordingNotifier;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketId;
import io.crmkit.verify.fault.Dump;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it works: what it was told is done is there, and nothing is there by halves. */
@Timeout(900)
class KillTest {
    private static final int KILLS = 5 * Integer.getInteger("crm.proof.scale", 1);
    private static final int MOST_LINES = 60;

    private final Random random = new Random(20_260_322);

    @Test
    void inH2(@TempDir Path folder) throws Exception {
        survives("jdbc:h2:file:" + folder.resolve("crm").toAbsolutePath(), "sa");
    }

    @Test
    void inPostgres() throws Exception {
        try (TestDatabase database = TestDatabases.postgres()) {
            survives(database.jdbcUrl(), database.user());
        }
    }

    private void survives(String url, String user) throws Exception {
        Map<String, List<String>> acknowledged = new LinkedHashMap<>();
        for (int round = 0; round < KILLS; round++) {
            String name = "round" + round;
            try (Child child = Child.start(url, user, name)) {
                List<String> lines = new ArrayList<>(child.lines(1 + random.nextInt(MOST_LINES)));
                child.kill();
                lines.addAll(child.rest());
                acknowledged.put(name, lines);
            }
        }
        try (TestDatabase database = TestDatabase.at(url, user);
                JpaStorage storage = JpaStorage.builder(database.dataSource()).build()) {
            Map<String, List<?>> found = Dump.of(storage);
            isThere(found, acknowledged);
            isWhole(found);
            repeatingChangesNothing(storage, acknowledged);
            allIsDelivered(storage);
        }
    }

    private static void isThere(Map<String, List<?>> found, Map<String, List<String>> acknowledged) {
        Set<String> ids = found.values().stream()
                .flatMap(List::stream)
                .map(KillTest::name)
                .collect(Collectors.toSet());
        acknowledged
                .values()
                .forEach(lines -> assertThat(ids)
                        .containsAll(lines.stream()
                                .map(line -> line.replace("reply", "ticket"))
                                .toList()));
        List<String> all = acknowledged.values().stream().flatMap(List::stream).toList();
        for (String kind : List.of("customer", "ticket", "note")) {
            long told = all.stream().filter(line -> line.startsWith(kind)).count();
            // One at each kill may have been done and not told.
            assertThat(found.get(kind + "s").size() - told).as(kind).isBetween(0L, (long) acknowledged.size());
        }
        long replies = all.stream().filter(line -> line.startsWith("reply")).count();
        assertThat(records(found, "messages", PublicMessage.class).stream()
                        .filter(message -> message.text().startsWith("Done"))
                        .count())
                .isBetween(replies, replies + acknowledged.size());
    }

    private static String name(Object record) {
        if (record instanceof Customer customer) {
            return "customer " + customer.id();
        } else if (record instanceof Ticket ticket) {
            return "ticket " + ticket.id();
        } else if (record instanceof Note note) {
            return "note " + note.id();
        }
        return "";
    }

    /** Each ticket with its history, its messages, its audit entries and its notice; each other record with its entry. */
    private static void isWhole(Map<String, List<?>> found) {
        List<TicketEvent> events = records(found, "events", TicketEvent.class);
        List<AuditEntry> audit = records(found, "audit", AuditEntry.class);
        List<Notification> notices = records(found, "notifications", Notification.class);
        for (Ticket ticket : records(found, "tickets", Ticket.class)) {
            TicketId id = ticket.id();
            List<TicketEvent> own =
                    events.stream().filter(e -> e.ticket().equals(id)).toList();
            assertThat(own).as("events of %s", id).hasSize(ticket.events());
            assertThat(own.get(0).kind()).isEqualTo(TicketEventKind.OPENED);
            assertThat(records(found, "messages", PublicMessage.class))
                    .filteredOn(message -> message.ticket().equals(id))
                    .as("messages of %s", id)
                    .hasSize(1 + ticket.humanReplies());
            assertThat(notices).filteredOn(n -> n.ticket().equals(id)).isNotEmpty();
            // The opening, the rule that acknowledges it, and each reply.
            assertThat(entries(audit, id)).isEqualTo(2 + ticket.humanReplies());
        }
        records(found, "customers", Customer.class)
                .forEach(customer -> assertThat(entries(audit, customer.id())).isEqualTo(1));
        records(found, "notes", Note.class)
                .forEach(note -> assertThat(entries(audit, note.id())).isEqualTo(1));
    }

    private static long entries(List<AuditEntry> audit, Object id) {
        return audit.stream()
                .filter(entry -> entry.target().toString().contains(id.toString()))
                .count();
    }

    private static <T> List<T> records(Map<String, List<?>> found, String name, Class<T> type) {
        return found.get(name).stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static void repeatingChangesNothing(CrmStorage storage, Map<String, List<String>> acknowledged) {
        Map<String, List<?>> before = Dump.of(storage);
        Crm crm = crm(storage, new RecordingNotifier());
        acknowledged.forEach((name, lines) -> {
            Script script = new Script(crm, name);
            assertThat(lines).allSatisfy(line -> assertThat(script.next()).isEqualTo(line));
        });
        assertThat(Dump.of(storage)).isEqualTo(before);
    }

    private static void allIsDelivered(CrmStorage storage) {
        RecordingNotifier notifier = new RecordingNotifier();
        List<Notification> notices = records(Dump.of(storage), "notifications", Notification.class);

        DueReport report = crm(storage, notifier).runDue();

        assertThat(report.sent()).isEqualTo(notices.size());
        assertThat(notifier.sent().stream().map(Notification::id))
                .containsExactlyInAnyOrderElementsOf(
                        notices.stream().map(Notification::id).toList());
        assertThat(records(Dump.of(storage), "notifications", Notification.class))
                .allMatch(notice -> notice.delivery().state() == NotificationState.SENT);
    }

    private static Crm crm(CrmStorage storage, RecordingNotifier notifier) {
        return Crm.builder()
                .storage(storage)
                .rateLimits(RateLimits.none())
                .notifier(NoticeChannel.SMS, notifier)
                .build();
    }
}
