package io.crmkit.testkit;

import static io.crmkit.testkit.Differences.assertEqual;

import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.FieldDelta;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.Identifier;
import io.crmkit.id.SubjectRef;
import io.crmkit.money.Money;
import io.crmkit.note.Note;
import io.crmkit.note.NoteKind;
import io.crmkit.note.NoteRevision;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationState;
import io.crmkit.spi.storage.AuditCriteria;
import io.crmkit.spi.storage.IdempotencyRecord;
import io.crmkit.staff.Shift;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.InternalComment;
import io.crmkit.ticket.MessageId;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.Rating;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketClock;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketNumber;
import io.crmkit.ticket.TicketStatus;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever was written comes back equal, to the last character, decimal and microsecond. */
abstract class ExactValueRules extends StorageRules {
    /** Persian with joiners, Tamil, emoji of four bytes and of several characters, combining marks, quotes, line ends. */
    private static final String SCRIPTS =
            "می‌خواهم برداشت کنم — நான் பணம் எடுக்க விரும்புகிறேன் 👩🏽‍💻🇮🇷 𝔘𝟘 e\u0301 'a' \"b\" \\ % _ \t x\r\ny\n ";

    private static final Instant EXACT = Instant.parse("2026-03-21T12:34:56.999999Z");

    @Test
    void aCustomerOfGreatestLengthsComesBackEqual() {
        Customer customer = greatestCustomer();
        write(tx -> tx.customers().insert(customer, SampleRecords.index(customer)));
        Customer changed = CustomerSample.after(customer).names("", "ن").flags().build();

        assertEqual(Optional.of(customer), read(tx -> tx.customers().find(customer.id(), ALL)));
        write(tx -> tx.customers().update(changed, SampleRecords.index(changed)));
        assertEqual(Optional.of(changed), read(tx -> tx.customers().find(customer.id(), ALL)));
    }

    @Test
    void aCustomerOfGreatestLengthsIsFoundEqual() {
        Customer customer = greatestCustomer();
        write(tx -> tx.customers().insert(customer, SearchRules.index("sought", "", "")));

        assertEqual(
                List.of(customer),
                read(tx ->
                        SearchRules.found(tx, SearchRules.search(SearchRules.EVERYTHING, SearchRules.tier("sought")))));
    }

    private Customer greatestCustomer() {
        return samples.customer()
                .names("م".repeat(200), "𝔘".repeat(100))
                .identifiers(new Identifier("w".repeat(40), "கு".repeat(100)), Identifier.username("u"))
                .contacts(
                        new Contact(ContactType.EMAIL, "Ä".repeat(64) + "@example.com", "ä@example.com"),
                        new Contact(ContactType.MESSENGER, "@نام", "@نام"),
                        new Contact(ContactType.PHONE, "۰۹۱۲ ۳۴۵", "+98912345"))
                .languages("fa-IR", "ta", "en")
                .preferredChannel(ContactType.MESSENGER)
                .flags(CustomerFlag.VIP, CustomerFlag.CHALLENGING)
                .attributes(Map.of("kyc.status", "👍".repeat(250), "a".repeat(60), "", "kyc", " x "))
                .owner(new ActorId("a".repeat(64)))
                .team(TeamId.of("t".repeat(40)))
                .createdAt(EXACT)
                .build();
    }

    @Test
    void aNoteOfGreatestLengthComesBackEqual() {
        Note note = given(samples.note(givenCustomer().id())
                .text("ن‌".repeat(9_996) + "x")
                .kind(NoteKind.INCIDENT)
                .pinned()
                .subjects(SubjectRef.order("é".repeat(120)), SubjectRef.transaction("b"), SubjectRef.order("a"))
                .createdAt(EXACT)
                .editedAt(EXACT.plusNanos(1_000))
                .deletedAt(EXACT.plusSeconds(1)));
        Note scripts = given(samples.note(note.customer()).text(SCRIPTS));
        NoteRevision revision = new NoteRevision(note.id(), 1, SCRIPTS.repeat(100), EXACT);
        write(tx -> tx.notes().addRevision(revision));

        assertEqual(Optional.of(note), read(tx -> tx.notes().find(note.id(), ALL)));
        assertEqual(Optional.of(scripts), read(tx -> tx.notes().find(scripts.id(), ALL)));
        assertEqual(List.of(revision), read(tx -> tx.notes().revisions(note.id())));
    }

    @Test
    void aTicketWithEverythingComesBackEqual() {
        Ticket other = givenTicket();
        Optional<Instant> at = Optional.of(EXACT.plusNanos(1_000));
        Ticket ticket = given(samples.ticket(other.customer())
                .number(new TicketNumber(999_999_999_999_999_999L))
                .subject("ق".repeat(150) + "🙂".repeat(75))
                .channel(Channel.IN_PERSON)
                .category("c".repeat(59) + "/" + "d".repeat(60))
                .language("fa-IR")
                .status(TicketStatus.CLOSED)
                .priority(Priority.URGENT)
                .tags("ب", "அ", "a", "Ä", "with blank")
                .team(CRYPTO)
                .assignee(KUMAR)
                .subjects(SubjectRef.order("2"), SubjectRef.order("1"))
                .clock(new TicketClock(EXACT, EXACT, at, at, at, at, at))
                .events(31)
                .counts(12, 3)
                .followUpOf(other.id())
                .mergedInto(other.id())
                .rating(new Rating(5, "ம".repeat(2_000), EXACT)));
        Ticket bare = given(samples.ticket(other.customer()).rating(new Rating(1, "", EXACT)));

        assertEqual(Optional.of(ticket), read(tx -> tx.tickets().find(ticket.id(), ALL)));
        assertEqual(Optional.of(bare), read(tx -> tx.tickets().find(bare.id(), ALL)));
        assertEqual(
                List.of("a", "with blank", "Ä", "ب", "அ"),
                List.copyOf(read(tx -> tx.tickets().find(ticket.id(), ALL))
                        .orElseThrow()
                        .tags()));
    }

    @Test
    void aMessageOfGreatestLengthComesBackEqual() {
        Ticket ticket = givenTicket();
        MessageId id = new MessageId(samples.id());
        PublicMessage message =
                new PublicMessage(id, ticket.id(), ticket.customer(), SampleRecords.AGENT, EXACT, "🙂".repeat(50_000));
        InternalComment comment = new InternalComment(
                new MessageId(samples.id()), ticket.id(), ticket.customer(), SampleRecords.AGENT, EXACT, SCRIPTS);
        write(tx -> List.of(message, comment).forEach(each -> tx.messages().insert(each)));

        assertEqual(Optional.of(message), read(tx -> tx.messages().find(id)));
        assertEqual(Optional.of(comment), read(tx -> tx.messages().find(comment.id())));
    }

    @Test
    void aNotificationWithEverythingComesBackEqual() {
        Notification notification = given(samples.notification(givenTicket())
                .dedupeKey("k".repeat(200))
                .to(NoticeChannel.EMAIL, "نشانی@example.com")
                .text(SCRIPTS)
                .delivery(new Notification.Delivery(
                        NotificationState.RETRY,
                        5,
                        Optional.of(EXACT),
                        Optional.of("run-" + "x".repeat(60)),
                        Optional.of(EXACT.minusSeconds(1)),
                        Optional.of("E".repeat(40)))));

        assertEqual(Optional.of(notification), read(tx -> tx.outbox().find(notification.id(), ALL)));
    }

    @Test
    void eventsAndAuditComeBackEqual() {
        Ticket ticket = givenTicket();
        AuditEntry model = samples.auditEntry(ticket.customer());
        AuditEntry entry = new AuditEntry(
                model.id(),
                EXACT,
                new ActorRef(ActorKind.SYSTEM, new ActorId("rule:auto-close")),
                AuditAction.TICKET_CHANGED,
                SubjectRef.ticket(ticket.id().toString()),
                Optional.empty(),
                CRYPTO,
                List.of(
                        new FieldDelta("tags", Optional.of(""), Optional.of(SCRIPTS)),
                        new FieldDelta("category", Optional.empty(), Optional.of("x".repeat(2_000))),
                        new FieldDelta("assignee", Optional.of("b"), Optional.empty())));
        List<TicketEvent> events = new ArrayList<>();
        for (TicketEventKind kind : TicketEventKind.values()) {
            events.add(new TicketEvent(
                    samples.id(),
                    ticket.id(),
                    events.size() + 1,
                    EXACT,
                    model.by(),
                    kind,
                    Optional.of(""),
                    Optional.of("برچسب,குறி")));
        }
        write(tx -> {
            tx.audit().append(entry);
            tx.ticketEvents().append(events);
        });

        assertEqual(List.of(entry), read(tx -> tx.audit().list(AuditCriteria.within(ALL), oldest(10))));
        assertEqual(events, read(tx -> tx.ticketEvents().of(ticket.id())));
    }

    @Test
    void amountsComeBackToTheLastDecimal() {
        CustomerId customer = givenCustomer().id();
        for (String amount : List.of(
                "0.000000000000000001 ETH",
                "123456789012345678.123456789012345678 BTC",
                "-0.10 USDT",
                "12.500 USDT",
                "0 IRR",
                "900719925474099300000 IRR")) {
            RecordActivity activity = new RecordActivity(
                    customer,
                    "کیف",
                    amount,
                    ActivityType.TRADE,
                    ActivityStatus.PENDING,
                    EXACT,
                    Optional.of(Money.parse(amount)));
            write(tx -> tx.activities().insert(activity));

            assertEqual(Optional.of(activity), read(tx -> tx.activities().find("کیف", amount)));
        }
    }

    @Test
    void instantsComeBackToTheMicrosecond() {
        Customer customer = givenCustomer();
        for (String text : List.of(
                "1969-12-31T23:59:59.999999Z",
                "2026-03-21T20:30:00Z",
                "2026-03-21T20:29:59.000001Z",
                "2026-10-25T01:30:00.500000Z",
                "2261-01-01T00:00:00.123456Z")) {
            Note note = given(samples.note(customer.id()).createdAt(Instant.parse(text)));

            assertEqual(Optional.of(note), read(tx -> tx.notes().find(note.id(), ALL)));
        }
    }

    @Test
    void otherKeysComeBackEqual() {
        IdempotencyRecord record = new IdempotencyRecord(
                "agent:" + "s".repeat(64) + ":tickets.open:" + "ک".repeat(120), "h".repeat(64), samples.id(), EXACT);
        Shift shift = Shift.daily(
                        "ش".repeat(60), LocalTime.of(0, 0), LocalTime.of(23, 59, 59), ZoneId.of("Asia/Kolkata"), "sara")
                .in(FIAT);
        write(tx -> {
            tx.idempotency().insert(record);
            tx.staff().save(shift);
        });

        assertEqual(Optional.of(record), read(tx -> tx.idempotency().find(record.key())));
        assertEqual(List.of(shift), read(tx -> tx.staff().shifts(FIAT)));
    }
}
