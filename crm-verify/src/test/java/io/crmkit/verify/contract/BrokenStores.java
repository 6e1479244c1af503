package io.crmkit.verify.contract;

import io.crmkit.activity.RecordActivity;
import io.crmkit.audit.AuditEntry;
import io.crmkit.id.SubjectRef;
import io.crmkit.money.Money;
import io.crmkit.note.Note;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationState;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.AuditCriteria;
import io.crmkit.spi.storage.AuditStore;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.CustomerStore;
import io.crmkit.spi.storage.DueItem;
import io.crmkit.spi.storage.DueStore;
import io.crmkit.spi.storage.IdempotencyRecord;
import io.crmkit.spi.storage.Lease;
import io.crmkit.spi.storage.NoteCriteria;
import io.crmkit.spi.storage.NoteStore;
import io.crmkit.spi.storage.NotificationCriteria;
import io.crmkit.spi.storage.OutboxStore;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.spi.storage.TicketStore;
import io.crmkit.ticket.Ticket;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Storages whose stores break a rule, as adapters do that trust their database's defaults. */
final class BrokenStores {
    private static final UUID LEAST = new UUID(0, 0);
    private static final UUID GREATEST = new UUID(-1, -1);
    private static final Slice EVERYTHING = Slice.first(SortOrder.OLDEST_FIRST, 10_000);

    private BrokenStores() {}

    /** Goes on behind a time, whatever the id. */
    static class TimestampCursor extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            return call.with(argument -> argument instanceof Slice slice ? behindTime(slice) : argument)
                    .make();
        }

        private static Slice behindTime(Slice slice) {
            UUID last = slice.order() == SortOrder.OLDEST_FIRST ? GREATEST : LEAST;
            return new Slice(slice.order(), slice.after().map(place -> new Position(place.at(), last)), slice.limit());
        }
    }

    /** Goes on behind as many notes as were shown. */
    static class OffsetCursor extends AlteredStorage {
        private final Map<UUID, Integer> shown = new ConcurrentHashMap<>();

        @Override
        @SuppressWarnings("unchecked")
        Object answer(Call call) throws Throwable {
            if (!call.is(NoteStore.class, "list")) {
                return call.make();
            }
            Slice slice = (Slice) call.arguments().get(1);
            Integer offset = slice.after().map(place -> shown.get(place.id())).orElse(null);
            if (offset == null) {
                return remember((List<Note>) call.make(), 0);
            }
            List<Note> all = (List<Note>) call.with(argument ->
                            argument instanceof Slice ? Slice.first(slice.order(), EVERYTHING.limit()) : argument)
                    .make();
            return remember(all.stream().skip(offset).limit(slice.limit()).toList(), offset);
        }

        private List<Note> remember(List<Note> page, int offset) {
            for (int i = 0; i < page.size(); i++) {
                shown.put(page.get(i).id().value(), offset + i + 1);
            }
            return page;
        }
    }

    /** Orders ids of equal times as signed numbers. */
    static class SignedIds extends AlteredStorage {
        private static final Comparator<Ticket> SIGNED = Comparator.comparing(Ticket::createdAt)
                .thenComparing(ticket -> ticket.id().value());

        @Override
        @SuppressWarnings("unchecked")
        Object answer(Call call) throws Throwable {
            if (!call.is(TicketStore.class, "list")
                    || ((Slice) call.arguments().get(1)).after().isPresent()) {
                return call.make();
            }
            Slice slice = (Slice) call.arguments().get(1);
            List<Ticket> all = (List<Ticket>) call.with(argument -> argument instanceof Slice ? EVERYTHING : argument)
                    .make();
            Comparator<Ticket> order = slice.order() == SortOrder.OLDEST_FIRST ? SIGNED : SIGNED.reversed();
            return all.stream().sorted(order).limit(slice.limit()).toList();
        }
    }

    /** Reads a page and only then leaves out what is out of reach. */
    static class ReachAfterLimit extends AlteredStorage {
        @Override
        @SuppressWarnings("unchecked")
        Object answer(Call call) throws Throwable {
            if (!call.is(AuditStore.class, "list")) {
                return call.make();
            }
            AuditCriteria criteria = (AuditCriteria) call.arguments().get(0);
            AuditCriteria open = new AuditCriteria(
                    Reach.all(),
                    criteria.period(),
                    criteria.kind(),
                    criteria.by(),
                    criteria.customer(),
                    criteria.actions());
            List<AuditEntry> page =
                    (List<AuditEntry>) call.with(argument -> argument instanceof AuditCriteria ? open : argument)
                            .make();
            return page.stream()
                    .filter(entry -> criteria.reach()
                            .covers(entry.team(), Optional.of(entry.by().id()), Optional.empty()))
                    .toList();
        }
    }

    /** Counts tickets that are out of reach. */
    static class CountOutOfReach extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            if (!call.is(TicketStore.class, "count")) {
                return call.make();
            }
            TicketCriteria criteria = (TicketCriteria) call.arguments().get(0);
            return call.with(argument -> new TicketCriteria(
                            Reach.all(),
                            criteria.customer(),
                            criteria.statuses(),
                            criteria.team(),
                            criteria.assignee(),
                            criteria.categoryRoot(),
                            criteria.waiting(),
                            criteria.opened()))
                    .make();
        }
    }

    /** Compares identifiers without case, as some databases do unless told otherwise. */
    static class CaselessIdentifiers extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            return call.with(argument -> fold(call, argument)).make();
        }

        private static Object fold(Call call, Object argument) {
            if (argument instanceof CustomerIndex index) {
                Set<String> folded = index.identifiers().stream()
                        .map(key -> key.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
                return new CustomerIndex(
                        folded, index.contacts(), index.openText(), index.contactText(), index.attributeTexts());
            }
            return call.is(CustomerStore.class, "findByIdentifier") && argument instanceof String key
                    ? key.toLowerCase(Locale.ROOT)
                    : argument;
        }
    }

    /** Reads what is due without marking it as taken. */
    static class LeaseWithoutMark extends AlteredStorage {
        @Override
        @SuppressWarnings("unchecked")
        Object answer(Call call) throws Throwable {
            if (!call.is(OutboxStore.class, "lease")) {
                return call.make();
            }
            Lease lease = (Lease) call.arguments().get(0);
            Call list = new Call(
                    call.store(),
                    OutboxStore.class.getMethod("list", NotificationCriteria.class, Slice.class),
                    List.of(
                            new NotificationCriteria(
                                    Reach.all(),
                                    Optional.of(NotificationState.PENDING),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty()),
                            Slice.first(SortOrder.OLDEST_FIRST, lease.limit())));
            return ((List<Notification>) list.make())
                    .stream().map(found -> taken(found, lease)).toList();
        }

        private static Notification taken(Notification found, Lease lease) {
            return found.with(new Notification.Delivery(
                    NotificationState.LEASED,
                    found.delivery().attempts() + 1,
                    Optional.of(lease.until()),
                    Optional.of(lease.owner()),
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    /** Does not count the attempts. */
    static class LostAttempts extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            Object result = call.make();
            if (result instanceof Optional<?> found) {
                return found.map(LostAttempts::forget);
            }
            return result instanceof List<?> all
                    ? all.stream().map(LostAttempts::forget).toList()
                    : result;
        }

        private static Object forget(Object found) {
            if (!(found instanceof Notification notification)
                    || notification.delivery().state() != NotificationState.LEASED) {
                return found;
            }
            Notification.Delivery was = notification.delivery();
            return sameVersion(notification)
                    .with(new Notification.Delivery(
                            was.state(),
                            was.attempts() - 1,
                            was.nextAttemptAt(),
                            was.leaseOwner(),
                            was.sentAt(),
                            was.error()));
        }
    }

    /** The version before, so that the next one is this one again. */
    private static Notification sameVersion(Notification now) {
        return new Notification(
                now.id(),
                now.version() - 1,
                now.dedupeKey(),
                now.channel(),
                now.to(),
                now.template(),
                now.language(),
                now.subject(),
                now.text(),
                now.ticket(),
                now.customer(),
                now.team(),
                now.createdAt(),
                now.delivery());
    }

    /** Removes what has the key, without a look at the rest. */
    static class ReplacedItemRemoved extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            if (!call.is(DueStore.class, "remove") || call.arguments().size() > 1) {
                return call.make();
            }
            DueItem item = (DueItem) call.arguments().get(0);
            ((DueStore) call.store()).remove(item.rule(), item.ticket());
            return true;
        }
    }

    /** Shows the last note on an object even if it is deleted. */
    static class LatestDeleted extends AlteredStorage {
        @Override
        @SuppressWarnings("unchecked")
        Object answer(Call call) throws Throwable {
            if (!call.is(NoteStore.class, "latest")) {
                return call.make();
            }
            NoteStore notes = (NoteStore) call.store();
            Map<SubjectRef, Note> latest = new HashMap<>();
            for (SubjectRef subject : (Set<SubjectRef>) call.arguments().get(0)) {
                NoteCriteria criteria = new NoteCriteria(
                        (Reach) call.arguments().get(1),
                        Optional.empty(),
                        Optional.of(subject),
                        List.of(),
                        true,
                        Optional.empty());
                notes.list(criteria, Slice.first(SortOrder.NEWEST_FIRST, 1)).forEach(note -> latest.put(subject, note));
            }
            return latest;
        }
    }

    /** Keeps milliseconds only. */
    static class RoundedInstants extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            return call.with(argument -> argument instanceof IdempotencyRecord record ? rounded(record) : argument)
                    .make();
        }

        private static IdempotencyRecord rounded(IdempotencyRecord record) {
            return new IdempotencyRecord(
                    record.key(),
                    record.inputHash(),
                    record.result(),
                    record.at().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /** Keeps amounts without the zeros at their end. */
    static class StrippedAmounts extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            return call.with(argument -> argument instanceof RecordActivity activity ? stripped(activity) : argument)
                    .make();
        }

        private static RecordActivity stripped(RecordActivity activity) {
            return new RecordActivity(
                    activity.customer(),
                    activity.source(),
                    activity.externalId(),
                    activity.type(),
                    activity.status(),
                    activity.occurredAt(),
                    activity.amount().map(money -> new Money(money.amount().stripTrailingZeros(), money.asset())));
        }
    }
}
