package io.crmkit.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.automation.RuleId;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationId;
import io.crmkit.notification.NotificationState;
import io.crmkit.notification.TemplateKey;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.DueItem;
import io.crmkit.spi.storage.Lease;
import io.crmkit.spi.storage.NotificationCriteria;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Slice;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random operations on notifications and due items, compared with maps that are searched from end to end. */
class OutboxModelTest {
    private static final Set<NotificationState> WAITING =
            EnumSet.of(NotificationState.PENDING, NotificationState.RETRY, NotificationState.LEASED);

    private final MemoryStorage storage = MemoryStorage.create();

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void leasesWhatAWalkThroughAllNotificationsFinds(long seed) {
        Naive naive = new Naive(seed);
        Map<NotificationId, Notification> own = new HashMap<>();
        for (int i = 0; i < 700; i++) {
            storage.inTransaction(tx -> {
                append(tx, naive, own);
                lease(tx, naive, own);
                update(tx, naive, own);
                return compare(tx, naive, own);
            });
        }
        assertThat(own).hasSizeGreaterThan(100);
    }

    private static void append(CrmTransaction tx, Naive naive, Map<NotificationId, Notification> own) {
        Ticket ticket = naive.samples.ticket(naive.any(naive.customers)).build();
        Notification notification = naive.samples
                .notification(ticket)
                .team(naive.any(Naive.TEAMS))
                .createdAt(naive.time())
                .due(naive.time(), naive.any(List.copyOf(WAITING)), 0)
                .dedupeKey("علت " + naive.random.nextInt(700))
                .build();
        boolean known = own.values().stream().anyMatch(n -> n.dedupeKey().equals(notification.dedupeKey()));
        assertThat(tx.outbox().append(notification)).isEqualTo(!known);
        if (!known) {
            own.put(notification.id(), notification);
        }
    }

    private static void lease(CrmTransaction tx, Naive naive, Map<NotificationId, Notification> own) {
        Instant now = naive.time();
        int limit = naive.random.nextInt(3) + 1;
        List<NotificationId> expected = Naive.list(
                        own.values(),
                        n -> isWaiting(n) && !dueAt(n).isAfter(now),
                        n -> new Position(dueAt(n), n.id().value()),
                        Slice.first(SortOrder.OLDEST_FIRST, limit))
                .stream()
                .map(Notification::id)
                .toList();
        List<Notification> leased = tx.outbox().lease(new Lease("run", now, now.plusSeconds(5), limit));
        assertThat(leased).extracting(Notification::id).isEqualTo(expected);
        for (Notification next : leased) {
            Notification before = own.put(next.id(), next);
            assertThat(next)
                    .isEqualTo(before.with(new Notification.Delivery(
                            NotificationState.LEASED,
                            before.delivery().attempts() + 1,
                            Optional.of(now.plusSeconds(5)),
                            Optional.of("run"),
                            before.delivery().sentAt(),
                            before.delivery().error())));
        }
    }

    private static void update(CrmTransaction tx, Naive naive, Map<NotificationId, Notification> own) {
        Notification before = naive.any(List.copyOf(own.values()));
        NotificationState state = naive.any(List.of(NotificationState.values()));
        Notification next = before.with(new Notification.Delivery(
                state,
                before.delivery().attempts(),
                WAITING.contains(state) ? Optional.of(naive.time()) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        tx.outbox().update(next);
        own.put(next.id(), next);
    }

    private static boolean compare(CrmTransaction tx, Naive naive, Map<NotificationId, Notification> own) {
        NotificationCriteria c = new NotificationCriteria(
                naive.reach(),
                naive.maybe(List.of(NotificationState.values())),
                naive.maybe(naive.customers),
                naive.maybe(List.of(TemplateKey.TICKET_RECEIVED, TemplateKey.TICKET_SOLVED)),
                naive.period());
        Slice slice = naive.slice();
        assertThat(tx.outbox().list(c, slice))
                .isEqualTo(Naive.list(
                        own.values(),
                        n -> c.reach().covers(n.team(), Optional.empty(), Optional.empty())
                                && Naive.fits(c.state(), n.delivery().state())
                                && Naive.fits(c.customer(), n.customer())
                                && Naive.fits(c.template(), n.template())
                                && (c.created().isEmpty() || c.created().get().contains(n.createdAt())),
                        n -> new Position(n.createdAt(), n.id().value()),
                        slice));
        assertThat(tx.outbox().next())
                .isEqualTo(own.values().stream()
                        .filter(OutboxModelTest::isWaiting)
                        .map(OutboxModelTest::dueAt)
                        .min(Comparator.naturalOrder()));
        return true;
    }

    private static boolean isWaiting(Notification notification) {
        return WAITING.contains(notification.delivery().state());
    }

    private static Instant dueAt(Notification notification) {
        return notification.delivery().nextAttemptAt().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {8})
    void returnsDueItemsAsAWalkThroughAllOfThemDoes(long seed) {
        Naive naive = new Naive(seed);
        List<RuleId> rules = List.of(new RuleId("auto-close"), new RuleId("unanswered"));
        List<TicketId> tickets = Stream.generate(() -> new TicketId(naive.samples.id()))
                .limit(40)
                .toList();
        Map<List<Object>, DueItem> own = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            DueItem item = new DueItem(naive.any(rules), naive.any(tickets), naive.time(), naive.time());
            boolean put = naive.oneIn(2);
            Instant now = naive.time();
            storage.inTransaction(tx -> {
                if (put) {
                    tx.due().put(item);
                    own.put(List.of(item.rule(), item.ticket()), item);
                } else if (naive.oneIn(2)) {
                    DueItem known = own.getOrDefault(List.of(item.rule(), item.ticket()), item);
                    boolean same = naive.oneIn(2);
                    DueItem wanted = same ? known : item;
                    assertThat(tx.due().remove(wanted)).isEqualTo(own.values().remove(wanted));
                } else {
                    tx.due().remove(item.rule(), item.ticket());
                    own.remove(List.of(item.rule(), item.ticket()));
                }
                assertThat(tx.due().due(now, 7)).isEqualTo(due(own.values(), now));
                assertThat(tx.due().next())
                        .isEqualTo(own.values().stream().map(DueItem::dueAt).min(Comparator.naturalOrder()));
                return true;
            });
        }
    }

    private static List<DueItem> due(Collection<DueItem> all, Instant now) {
        return all.stream()
                .filter(item -> !item.dueAt().isAfter(now))
                .sorted(Comparator.comparing(DueItem::dueAt)
                        .thenComparing(item -> item.ticket().toString())
                        .thenComparing(DueItem::rule))
                .limit(7)
                .toList();
    }
}
