package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.activity.RecordActivity;
import io.crmkit.attachment.AttachedTo;
import io.crmkit.audit.AuditEntry;
import io.crmkit.automation.RuleExecution;
import io.crmkit.note.Note;
import io.crmkit.note.NoteRevision;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationState;
import io.crmkit.retention.RecordKind;
import io.crmkit.spi.storage.AttachmentRecord;
import io.crmkit.spi.storage.AuditCriteria;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.IdempotencyRecord;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What need not be kept any longer. */
abstract class RetentionRules extends StorageRules {
    /** One record: when it was made, and whether it is there. */
    private record Kept(Instant at, Predicate<CrmTransaction> there) {}

    @Test
    void theEarliestFromBeforeTheLimitAreRemovedSoManyAtATime() {
        for (RecordKind kind : RecordKind.values()) {
            theEarliestAreRemoved(kind);
        }
    }

    private void theEarliestAreRemoved(RecordKind kind) {
        Ticket closed = given(samples.ticket(givenCustomer().id()).status(TicketStatus.CLOSED));
        List<Kept> records = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            records.add(add(kind, closed, i));
        }
        Instant limit = records.get(3).at();

        assertEquals(2, purge(kind, limit, 2));
        assertEquals(List.of(false, false, true, true, true), there(records));
        assertEquals(1, purge(kind, limit, 2));
        assertEquals(List.of(false, false, false, true, true), there(records));
        assertEquals(0, purge(kind, limit, 2));
        assertEquals(List.of(false, false, false, true, true), there(records));
    }

    @Test
    void nothingElseIsRemoved() {
        for (RecordKind kind : RecordKind.values()) {
            onlyThatKindIsRemoved(kind);
        }
    }

    private void onlyThatKindIsRemoved(RecordKind kind) {
        Ticket closed = given(samples.ticket(givenCustomer().id()).status(TicketStatus.CLOSED));
        List<Kept> others = new ArrayList<>();
        for (RecordKind other : RecordKind.values()) {
            if (other != kind) {
                others.add(add(other, closed, 0));
            }
        }

        purge(kind, samples.customer().build().createdAt(), MANY);

        assertEquals(others.stream().map(record -> true).toList(), there(others));
    }

    @Test
    void whatBelongsToATicketThatIsNotClosedStays() {
        staysUntilItsTicketIsClosed(RecordKind.MESSAGES);
        staysUntilItsTicketIsClosed(RecordKind.TICKET_EVENTS);
    }

    private void staysUntilItsTicketIsClosed(RecordKind kind) {
        Ticket ticket = given(samples.ticket(givenCustomer().id()).status(TicketStatus.SOLVED));
        Kept record = add(kind, ticket, 0);
        Instant later = samples.customer().build().createdAt();

        assertEquals(0, purge(kind, later, MANY));
        assertEquals(List.of(true), there(List.of(record)));

        write(tx -> tx.tickets()
                .update(TicketSample.after(ticket).status(TicketStatus.CLOSED).build()));
        assertEquals(1, purge(kind, later, MANY));
        assertEquals(List.of(false), there(List.of(record)));
    }

    @Test
    void aNoticeThatIsStillToBeSentStays() {
        List.of(NotificationState.PENDING, NotificationState.RETRY, NotificationState.LEASED)
                .forEach(this::staysToBeSent);
    }

    private void staysToBeSent(NotificationState state) {
        Instant due = samples.customer().build().createdAt();
        Notification notice = given(samples.notification(givenTicket()).due(due, state, 1));

        assertEquals(0, purge(RecordKind.NOTIFICATIONS, due.plusSeconds(60), MANY));
        assertEquals(true, read(tx -> tx.outbox().find(notice.id(), ALL)).isPresent());
    }

    @Test
    void whatWasRemovedCanBeAddedAgain() {
        IdempotencyRecord key = samples.idempotency();
        RuleExecution execution = samples.execution(givenTicket());
        write(tx -> {
            tx.idempotency().insert(key);
            tx.rules().addExecution(execution);
        });

        purge(RecordKind.IDEMPOTENCY_KEYS, execution.at().plusSeconds(1), MANY);
        purge(RecordKind.RULE_EXECUTIONS, execution.at().plusSeconds(1), MANY);

        write(tx -> {
            tx.idempotency().insert(key);
            assertEquals(true, tx.rules().addExecution(execution));
        });
    }

    @Test
    void onlyDeletedAttachmentsAreRemoved() {
        AttachmentRecord live =
                samples.attachment(AttachedTo.ticket(givenTicket().id()));
        write(tx -> tx.attachments().insert(live));

        assertEquals(
                0, purge(RecordKind.DELETED_ATTACHMENTS, live.attachment().at().plusSeconds(60), MANY));
        assertEquals(
                Optional.of(live),
                read(tx -> tx.attachments().find(live.attachment().id())));
    }

    private List<Boolean> there(List<Kept> records) {
        return read(
                tx -> records.stream().map(record -> record.there().test(tx)).toList());
    }

    private int purge(RecordKind kind, Instant limit, int most) {
        return this.<Integer>read(tx -> tx.retention().purge(kind, limit, most));
    }

    /** Adds the n-th record of its kind. */
    private Kept add(RecordKind kind, Ticket ticket, int n) {
        return switch (kind) {
            case RULE_EXECUTIONS -> {
                RuleExecution execution = samples.execution(ticket);
                write(tx -> tx.rules().addExecution(execution));
                yield new Kept(
                        execution.at(),
                        tx -> tx.rules().executions(ALL, oldest(MANY)).contains(execution));
            }
            case NOTIFICATIONS -> {
                Notification notice = given(samples.notification(ticket)
                        .due(ticket.createdAt(), n % 2 == 0 ? NotificationState.SENT : NotificationState.DEAD, 1));
                yield new Kept(
                        notice.createdAt(),
                        tx -> tx.outbox().find(notice.id(), ALL).isPresent());
            }
            case MESSAGES -> {
                PublicMessage message = samples.message(ticket);
                write(tx -> tx.messages().insert(message));
                yield new Kept(
                        message.at(), tx -> tx.messages().find(message.id()).isPresent());
            }
            case TICKET_EVENTS -> {
                TicketEvent event = samples.event(ticket, n + 1);
                write(tx -> tx.ticketEvents().append(List.of(event)));
                yield new Kept(
                        event.at(), tx -> tx.ticketEvents().of(ticket.id()).contains(event));
            }
            default -> addBesideTickets(kind, ticket);
        };
    }

    private Kept addBesideTickets(RecordKind kind, Ticket ticket) {
        return switch (kind) {
            case IDEMPOTENCY_KEYS -> {
                IdempotencyRecord key = samples.idempotency();
                write(tx -> tx.idempotency().insert(key));
                yield new Kept(key.at(), tx -> tx.idempotency().find(key.key()).isPresent());
            }
            case ACTIVITIES -> {
                RecordActivity activity = samples.activity(ticket.customer());
                write(tx -> tx.activities().insert(activity));
                yield new Kept(
                        activity.occurredAt(),
                        tx -> tx.activities()
                                .find(activity.source(), activity.externalId())
                                .isPresent());
            }
            case NOTE_REVISIONS -> {
                Note note = given(samples.note(ticket.customer()));
                NoteRevision revision = new NoteRevision(note.id(), 1, "<p>پیشین</p>", note.createdAt());
                write(tx -> tx.notes().addRevision(revision));
                yield new Kept(
                        revision.replacedAt(),
                        tx -> tx.notes().revisions(note.id()).contains(revision));
            }
            case AUDIT -> {
                AuditEntry entry = samples.auditEntry(ticket.customer());
                write(tx -> tx.audit().append(entry));
                yield new Kept(
                        entry.at(),
                        tx -> tx.audit()
                                .list(AuditCriteria.within(ALL), oldest(MANY))
                                .contains(entry));
            }
            default -> addFile(kind, ticket);
        };
    }

    private Kept addFile(RecordKind kind, Ticket ticket) {
        return switch (kind) {
            case DELETED_ATTACHMENTS -> {
                AttachmentRecord record = samples.attachment(AttachedTo.ticket(ticket.id()));
                Note.Deletion how = new Note.Deletion(
                        record.attachment().at(), record.attachment().uploader(), "دوباره");
                write(tx -> tx.attachments().insert(record));
                write(tx -> tx.attachments().update(record.deleted(Optional.of(how))));
                yield new Kept(
                        how.at(),
                        tx -> tx.attachments().find(record.attachment().id()).isPresent());
            }
            case UPLOAD_COUNTS -> {
                Instant at = samples.idempotency().at();
                String uploader = "agent " + samples.id();
                write(tx -> tx.uploads().count(uploader, LocalDate.EPOCH, 1, at));
                yield new Kept(at, tx -> tx.uploads().counted(uploader, LocalDate.EPOCH) == 1);
            }
            default -> throw new IllegalArgumentException(kind.toString());
        };
    }
}
