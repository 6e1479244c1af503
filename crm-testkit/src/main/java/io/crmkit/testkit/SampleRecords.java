package io.crmkit.testkit;

import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.attachment.AttachedTo;
import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.attachment.ContentWarning;
import io.crmkit.attachment.Dimensions;
import io.crmkit.attachment.FileType;
import io.crmkit.attachment.OriginalName;
import io.crmkit.attachment.StoredName;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.FieldDelta;
import io.crmkit.automation.RuleExecution;
import io.crmkit.automation.RuleId;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.Names;
import io.crmkit.id.IdSource;
import io.crmkit.id.SubjectRef;
import io.crmkit.money.Money;
import io.crmkit.note.NoteId;
import io.crmkit.notification.NotificationId;
import io.crmkit.spi.storage.AttachmentRecord;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.IdempotencyRecord;
import io.crmkit.ticket.InternalComment;
import io.crmkit.ticket.MessageId;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Valid records for tests, with Persian, Tamil and English texts in turn: each call gives another record, and every run
 * the same ones. Ids grow, and times by one second and one microsecond with each record. Change what a test is about
 * with the builders. Not thread-safe.
 */
public final class SampleRecords {
    /** The time of the first record. */
    public static final Instant START = Instant.parse("2026-03-21T06:30:00.000001Z");

    /** An agent that wrote and did things. */
    public static final ActorRef AGENT = new ActorRef(ActorKind.AGENT, new ActorId("sara"));

    /** Languages, in turn. */
    static final List<String> LANGUAGES = List.of("fa", "ta", "en");

    private static final List<Names> NAMES =
            List.of(new Names("مهدی", "نیک‌پور"), new Names("கவிதா", "முருகன்"), new Names("Grace", "O’Neill"));
    private static final List<String> TEXTS = List.of(
            "برداشت تتر هنوز نرسیده است و نمی‌دانم چرا",
            "பணம் எடுத்தல் இன்னும் வரவில்லை, ஏன் என்று தெரியவில்லை",
            "The withdrawal has not arrived yet, and I don’t know why 🙁");
    private static final List<String> FILES = List.of("رسید برداشت.png", "ரசீது.png", "Screenshot 1.png");
    private static final Duration STEP = Duration.ofSeconds(1).plusNanos(1_000);

    private final IdSource ids;
    private final Random random = new Random(7);
    private int count;

    /** Begins with the first record. */
    public SampleRecords() {
        this(new SequentialIds());
    }

    /** Takes ids from elsewhere, so that records of several makers do not meet. */
    public SampleRecords(IdSource ids) {
        this.ids = ids;
    }

    /** A new id. */
    public UUID id() {
        return ids.next();
    }

    /** A customer of team {@code support} without an owner. */
    public CustomerSample customer() {
        int n = ++count;
        return new CustomerSample(new CustomerId(id()), in(NAMES, n), at(n))
                .identifiers(new Identifier("uid", "U-" + n), Identifier.username("User" + n))
                .contacts(phone("+98912" + (1_000_000 + n)))
                .languages(in(LANGUAGES, n));
    }

    /** A note about a customer, by agent {@code sara} of team {@code support}. */
    public NoteSample note(CustomerId customer) {
        int n = ++count;
        return new NoteSample(new NoteId(id()), customer, at(n)).text(in(TEXTS, n));
    }

    /** A file of agent {@code sara}, a picture that waits in spool directory {@code spool-1} since it came. */
    public AttachmentRecord attachment(AttachedTo to) {
        int n = ++count;
        Attachment attachment = new Attachment(
                new AttachmentId(id()),
                1,
                to,
                AGENT,
                at(n),
                OriginalName.of(in(FILES, n)),
                FileType.PNG,
                1_000L + n,
                hash(n),
                Optional.of(new Dimensions(640, 480)),
                List.of(ContentWarning.ANIMATION_REMOVED),
                AttachmentState.LOCAL,
                Optional.empty(),
                Optional.empty());
        StoredName name = StoredName.ofAgent(
                AGENT.id(), new CustomerId(new UUID(0x0190_0000_0000_7000L, n)), FileType.PNG, random::nextInt);
        return new AttachmentRecord(
                attachment, name, hash(-n), 3, Optional.of(new AttachmentRecord.Waiting("spool-1", 0, at(n))));
    }

    private static String hash(int n) {
        return String.format("%064x", n & 0xFFFF_FFFFL);
    }

    /** A ticket of a customer in team {@code support}, waiting, without an assignee. */
    public TicketSample ticket(CustomerId customer) {
        int n = ++count;
        return new TicketSample(new TicketId(id()), new TicketNumber(1_000_000L + n), customer, at(n))
                .subject(in(TEXTS, n))
                .language(in(LANGUAGES, n));
    }

    /** A message of the customer in a ticket. */
    public PublicMessage message(Ticket ticket) {
        int n = ++count;
        ActorRef author =
                new ActorRef(ActorKind.CUSTOMER, new ActorId(ticket.customer().toString()));
        return new PublicMessage(new MessageId(id()), ticket.id(), ticket.customer(), author, at(n), in(TEXTS, n));
    }

    /** An agent's comment in a ticket. */
    public InternalComment comment(Ticket ticket) {
        int n = ++count;
        return new InternalComment(new MessageId(id()), ticket.id(), ticket.customer(), AGENT, at(n), in(TEXTS, n));
    }

    /** An event of a ticket: it was given to agent {@code sara}. */
    public TicketEvent event(Ticket ticket, int sequence) {
        int n = ++count;
        return new TicketEvent(
                id(),
                ticket.id(),
                sequence,
                at(n),
                AGENT,
                TicketEventKind.ASSIGNED,
                Optional.empty(),
                Optional.of("sara"));
    }

    /** A notification about a ticket, due when it was caused. */
    public NotificationSample notification(Ticket ticket) {
        int n = ++count;
        return new NotificationSample(new NotificationId(id()), "cause-" + n, ticket, at(n)).text(in(TEXTS, n));
    }

    /** An entry of the audit: agent {@code sara} of team {@code support} changed a customer. */
    public AuditEntry auditEntry(CustomerId customer) {
        int n = ++count;
        return new AuditEntry(
                id(),
                at(n),
                AGENT,
                AuditAction.CUSTOMER_UPDATED,
                SubjectRef.customer(customer.toString()),
                Optional.of(customer),
                TeamId.SUPPORT,
                List.of(new FieldDelta(
                        "names", Optional.empty(), Optional.of(in(NAMES, n).display()))));
    }

    /** A customer's withdrawal. */
    public RecordActivity activity(CustomerId customer) {
        int n = ++count;
        return new RecordActivity(
                customer,
                "wallet",
                "W-" + n,
                ActivityType.WITHDRAWAL,
                ActivityStatus.SUCCESS,
                at(n),
                Optional.of(Money.parse("0.000000000000000001 ETH")));
    }

    /** That the rule {@code auto-close} acted on a ticket. */
    public RuleExecution execution(Ticket ticket) {
        int n = ++count;
        return new RuleExecution(id(), new RuleId("auto-close"), ticket.id(), at(n).toString(), at(n));
    }

    /** That a command was carried out. */
    public IdempotencyRecord idempotency() {
        int n = ++count;
        return new IdempotencyRecord("agent:sara:tickets.open:key-" + n, "hash-" + n, id(), at(n));
    }

    /** What a customer is found by: identifiers and contacts as they are, names and values in lower case. */
    public static CustomerIndex index(Customer customer) {
        Set<String> identifiers = customer.identifiers().stream()
                .map(i -> i.kind() + ":" + i.value())
                .collect(Collectors.toSet());
        Set<String> contacts = customer.contacts().stream()
                .map(c -> c.type() + ":" + c.normalised())
                .collect(Collectors.toSet());
        return new CustomerIndex(
                identifiers,
                contacts,
                lower(customer.names().display()),
                lower(String.join(" ", identifiers) + " " + String.join(" ", contacts)),
                customer.attributes().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> lower(entry.getValue()))));
    }

    /** A telephone number. */
    public static Contact phone(String number) {
        return new Contact(ContactType.PHONE, number, number);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Instant at(int n) {
        return START.plus(STEP.multipliedBy(n - 1L));
    }

    private static <T> T in(List<T> turns, int n) {
        return turns.get((n - 1) % turns.size());
    }
}
