package io.crmkit.testkit;

import static io.crmkit.testkit.Differences.assertEqual;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.activity.ActivityCount;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.TeamId;
import io.crmkit.attachment.AttachedTo;
import io.crmkit.audit.AuditEntry;
import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleAction;
import io.crmkit.automation.RuleEvent;
import io.crmkit.automation.RuleExecution;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.AttributeType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Tier;
import io.crmkit.note.Note;
import io.crmkit.note.NoteRevision;
import io.crmkit.notification.Notification;
import io.crmkit.retention.RecordKind;
import io.crmkit.spi.storage.AttachmentRecord;
import io.crmkit.spi.storage.AuditCriteria;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.DueItem;
import io.crmkit.spi.storage.IdempotencyRecord;
import io.crmkit.spi.storage.Lease;
import io.crmkit.spi.storage.MessageKind;
import io.crmkit.spi.storage.NoteCriteria;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.staff.Agent;
import io.crmkit.staff.AgentState;
import io.crmkit.staff.Shift;
import io.crmkit.staff.Team;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One record in every store: all of them are there, or none is. */
final class OneOfEach {
    private static final String ACCOUNT = "agent sara";

    private final SampleRecords samples;
    private final Customer customer;
    private final Note note;
    private final NoteRevision revision;
    private final Ticket ticket;
    private final TicketEvent event;
    private final PublicMessage message;
    private final Notification notification;
    private final AuditEntry auditEntry;
    private final IdempotencyRecord idempotency;
    private final RecordActivity activity;
    private final RuleExecution execution;
    private final AttachmentRecord attachment;
    private final DueItem due;
    private final Rule rule = Rule.on("welcome", RuleEvent.TICKET_OPENED, new RuleAction.AddTag("new"));
    private final Agent agent = Agent.of("nasrin", "نسرین کریمی");
    private final Team team = Team.ledBy(TeamId.of("escalation"), "nasrin");
    private final Shift shift =
            Shift.daily("شب", LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneId.of("Asia/Tehran"), "nasrin");
    private final AttributeDefinition attribute = AttributeDefinition.of("kyc.level", AttributeType.INTEGER);

    OneOfEach(SampleRecords samples) {
        this.samples = samples;
        customer = samples.customer().build();
        note = samples.note(customer.id()).build();
        revision = new NoteRevision(note.id(), 1, "<p>پیش از ویرایش</p>", note.createdAt());
        ticket = samples.ticket(customer.id()).build();
        event = samples.event(ticket, 1);
        message = samples.message(ticket);
        notification = samples.notification(ticket).build();
        auditEntry = samples.auditEntry(customer.id());
        idempotency = samples.idempotency();
        activity = samples.activity(customer.id());
        execution = samples.execution(ticket);
        attachment = samples.attachment(AttachedTo.note(note.id()));
        due = new DueItem(rule.id(), ticket.id(), ticket.createdAt().plusSeconds(60), ticket.createdAt());
    }

    Customer customer() {
        return customer;
    }

    Ticket ticket() {
        return ticket;
    }

    void write(CrmTransaction tx) {
        tx.customers().insert(customer, SampleRecords.index(customer));
        tx.customers().saveAttribute(attribute);
        tx.notes().insert(note, note.text());
        tx.notes().addRevision(revision);
        tx.tickets().insert(ticket);
        tx.ticketEvents().append(List.of(event));
        tx.messages().insert(message);
        tx.staff().save(agent);
        tx.staff().save(team);
        tx.staff().save(shift);
        tx.rules().save(rule);
        tx.rules().addExecution(execution);
        tx.due().put(due);
        tx.outbox().append(notification);
        tx.audit().append(auditEntry);
        tx.idempotency().insert(idempotency);
        tx.activities().insert(activity);
        tx.attachments().insert(attachment);
        tx.uploads().count(ACCOUNT, LocalDate.EPOCH, 1, activity.occurredAt());
    }

    /** Changes or removes what {@link #write} wrote. */
    void change(CrmTransaction tx) {
        Customer changed = CustomerSample.after(customer).tier(Tier.GOLD).build();
        tx.customers().update(changed, SampleRecords.index(changed));
        tx.customers().saveAttribute(attribute.asSensitive());
        tx.notes().update(NoteSample.after(note).text("ویرایش").build(), "ویرایش");
        tx.notes().addRevision(new NoteRevision(note.id(), 2, "<p>…</p>", note.createdAt()));
        tx.tickets().update(TicketSample.after(ticket).status(TicketStatus.OPEN).build());
        tx.ticketEvents().append(List.of(samples.event(ticket, 2)));
        tx.messages().insert(samples.comment(ticket));
        tx.staff().save(agent.state(AgentState.AWAY));
        tx.staff().save(new Team(team.id(), Optional.empty()));
        tx.staff().removeShift(shift.team(), shift.name());
        tx.rules().save(rule.enabled(false));
        tx.rules().addExecution(samples.execution(ticket));
        tx.due().remove(due.rule(), due.ticket());
        Instant now = notification.createdAt();
        tx.outbox().lease(new Lease("run-1", now, now.plusSeconds(60), 10));
        tx.audit().append(samples.auditEntry(customer.id()));
        tx.retention().purge(RecordKind.IDEMPOTENCY_KEYS, idempotency.at().plusSeconds(1), 10);
        tx.activities().insert(samples.activity(customer.id()));
        tx.attachments().update(attachment.stored());
        tx.uploads().count(ACCOUNT, LocalDate.EPOCH, 2, activity.occurredAt());
    }

    /** All records are there as they were written. */
    void assertThere(CrmTransaction tx) {
        Map<String, List<?>> found = found(tx);
        expected(true).forEach((name, records) -> assertEqual(records, Objects.requireNonNull(found.get(name))));
    }

    /** No record is there. */
    void assertNotThere(CrmTransaction tx) {
        assertEquals(expected(false), found(tx));
    }

    private Map<String, List<?>> expected(boolean there) {
        Map<String, List<?>> all = new TreeMap<>();
        all.put("customer", List.of(customer));
        all.put("attribute", List.of(attribute));
        all.put("note", List.of(note));
        all.put("revision", List.of(revision));
        all.put("ticket", List.of(ticket));
        all.put("event", List.of(event));
        all.put("message", List.of(message));
        all.put("agent", List.of(agent));
        all.put("team", List.of(team));
        all.put("shift", List.of(shift));
        all.put("rule", List.of(rule));
        all.put("execution", List.of(execution));
        all.put("due", List.of(due));
        all.put("notification", List.of(notification));
        all.put("audit entry", List.of(auditEntry));
        all.put("idempotency", List.of(idempotency));
        all.put("activity", List.of(activity));
        all.put("attachment", List.of(attachment));
        all.put("upload count", List.of(1));
        if (!there) {
            all.replaceAll((name, records) -> List.of());
        }
        return all;
    }

    private Map<String, List<?>> found(CrmTransaction tx) {
        Slice slice = StorageRules.oldest(100);
        Map<String, List<?>> all = new TreeMap<>();
        all.put(
                "customer",
                tx.customers().find(customer.id(), Reach.all()).stream().toList());
        all.put("attribute", tx.customers().attributes());
        all.put("note", tx.notes().list(NoteCriteria.within(Reach.all()), slice));
        all.put("revision", tx.notes().revisions(note.id()));
        all.put("ticket", tx.tickets().list(TicketCriteria.within(Reach.all()), slice));
        all.put("event", tx.ticketEvents().of(ticket.id()));
        all.put("message", tx.messages().list(ticket.id(), Set.of(MessageKind.values()), slice));
        all.put("agent", tx.staff().agents(TeamId.SUPPORT));
        all.put("team", tx.staff().teams());
        all.put("shift", tx.staff().shifts(TeamId.SUPPORT));
        all.put("rule", tx.rules().rules());
        all.put("execution", tx.rules().executions(Reach.all(), slice));
        all.put("due", tx.due().due(due.dueAt(), 100));
        all.put(
                "notification",
                tx.outbox().find(notification.id(), Reach.all()).stream().toList());
        all.put("audit entry", tx.audit().list(AuditCriteria.within(Reach.all()), slice));
        all.put("idempotency", tx.idempotency().find(idempotency.key()).stream().toList());
        all.put("activity", activities(tx));
        all.put("attachment", tx.attachments().byStoredName(Optional.empty(), 100));
        all.put("upload count", counts(tx));
        return all;
    }

    /** How many files were counted, if any were. */
    private static List<Integer> counts(CrmTransaction tx) {
        int counted = tx.uploads().counted(ACCOUNT, LocalDate.EPOCH);
        return counted == 0 ? List.of() : List.of(counted);
    }

    /** The activity, if it is there and nothing else is counted. */
    private List<RecordActivity> activities(CrmTransaction tx) {
        long count = tx.activities().counts(customer.id()).stream()
                .mapToLong(ActivityCount::count)
                .sum();
        List<RecordActivity> found = tx.activities().find(activity.source(), activity.externalId()).stream()
                .toList();
        assertEquals(found.size(), count, "counted activities");
        return found;
    }
}
