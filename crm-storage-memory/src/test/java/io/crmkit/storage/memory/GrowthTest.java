package io.crmkit.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.Tier;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.Note;
import io.crmkit.spi.storage.AuditCriteria;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.NoteCriteria;
import io.crmkit.spi.storage.NotificationCriteria;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.testkit.SampleRecords;
import io.crmkit.testkit.TicketSample;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketClock;
import io.crmkit.ticket.TicketStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How many records a list has to look at, counted: no more than a page needs, however many there are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrowthTest {
    private static final int MANY = 3_000;
    private static final int FEW = 5;
    private static final ActorId SARA = new ActorId("sara");
    private static final TeamId FIAT = TeamId.of("fiat");
    private static final SubjectRef ORDER = SubjectRef.order("۹۸۱");

    private final MemoryStorage storage = MemoryStorage.create();
    private final SampleRecords samples = new SampleRecords();
    private final Customer few = samples.customer()
            .tier(Tier.GOLD)
            .flags(CustomerFlag.CHALLENGING)
            .owner(SARA)
            .team(FIAT)
            .build();

    @BeforeAll
    void manyRecordsOfOthersAndFewOfOne() {
        Customer many = samples.customer().build();
        storage.inTransaction(tx -> {
            tx.customers().insert(few, SampleRecords.index(few));
            for (int i = 0; i < MANY; i++) {
                write(tx, many.id(), TicketStatus.CLOSED, SARA, TeamId.SUPPORT);
            }
            for (int i = 0; i < FEW; i++) {
                write(tx, few.id(), TicketStatus.OPEN, SARA, FIAT);
            }
            for (int i = 0; i < MANY; i++) {
                Customer customer = samples.customer().build();
                tx.customers().insert(customer, SampleRecords.index(customer));
            }
            return true;
        });
    }

    private void write(CrmTransaction tx, CustomerId customer, TicketStatus status, ActorId assignee, TeamId team) {
        boolean open = status == TicketStatus.OPEN;
        TicketSample sample = samples.ticket(customer)
                .status(status)
                .assignee(assignee)
                .team(team)
                .category(open ? "kyc/video" : "withdrawal");
        Ticket ticket = open
                ? sample.build()
                : sample.clock(TicketClock.startingAt(SampleRecords.START, false))
                        .build();
        tx.tickets().insert(ticket);
        Note note = samples.note(customer)
                .team(team)
                .author(open ? SARA : new ActorId("kumar"))
                .subjects(open ? ORDER : SubjectRef.order("1"))
                .build();
        tx.notes().insert(note, note.text());
        tx.outbox().append(samples.notification(ticket).team(team).build());
        tx.audit().append(samples.auditEntry(customer));
    }

    @Test
    void ofTicketsOnlyThoseOfTheMostSelectiveCriterion() {
        TicketCriteria all = TicketCriteria.within(Reach.all());
        Set<TicketStatus> open = EnumSet.of(TicketStatus.NEW, TicketStatus.OPEN);

        lookAtFew(tx -> MemoryTickets.walk(tx, all.of(few.id())));
        lookAtFew(tx -> MemoryTickets.walk(tx, all.in(open)));
        lookAtFew(tx -> MemoryTickets.walk(tx, all.assignedTo(SARA).in(open)));
        lookAtFew(tx -> MemoryTickets.walk(tx, all.root("kyc")));
        lookAtFew(tx -> MemoryTickets.walk(tx, TicketCriteria.within(reach(FIAT))));
        lookAtFew(tx -> MemoryTickets.walk(
                tx,
                new TicketCriteria(
                        Reach.all(),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Optional.empty())));
    }

    @Test
    void ofNotesOnlyThoseOfTheMostSelectiveCriterion() {
        Reach sara = new Reach(false, Set.of(), Optional.of(SARA), Optional.empty());

        lookAtFew(tx -> MemoryNotes.walk(tx, notes(Reach.all(), Optional.of(few.id()), Optional.empty())));
        lookAtFew(tx -> MemoryNotes.walk(tx, notes(Reach.all(), Optional.empty(), Optional.of(ORDER))));
        lookAtFew(tx -> MemoryNotes.walk(tx, notes(reach(FIAT), Optional.empty(), Optional.empty())));
        lookAtFew(tx -> MemoryNotes.walk(tx, notes(sara, Optional.empty(), Optional.empty())));
    }

    private static NoteCriteria notes(Reach reach, Optional<CustomerId> customer, Optional<SubjectRef> subject) {
        return new NoteCriteria(reach, customer, subject, List.of(), true, Optional.empty());
    }

    @Test
    void ofNotificationsAndAuditOnlyThoseOfTheCustomer() {
        Optional<CustomerId> customer = Optional.of(few.id());

        lookAtFew(tx -> MemoryOutbox.walk(
                tx,
                new NotificationCriteria(Reach.all(), Optional.empty(), customer, Optional.empty(), Optional.empty())));
        lookAtFew(tx -> MemoryAudit.walk(
                tx,
                new AuditCriteria(
                        Reach.all(), Optional.empty(), Optional.empty(), Optional.empty(), customer, Set.of())));
    }

    @Test
    void ofCustomersOnlyThoseOfTheMostSelectiveCriterion() {
        Reach self = new Reach(false, Set.of(), Optional.empty(), Optional.of(few.id()));

        lookAtFew(tx -> MemoryCustomers.walk(tx, customers(self, Optional.empty(), Optional.empty())));
        lookAtFew(tx -> MemoryCustomers.walk(tx, customers(reach(FIAT), Optional.empty(), Optional.empty())));
        lookAtFew(tx -> MemoryCustomers.walk(tx, customers(Reach.all(), Optional.of(Tier.GOLD), Optional.empty())));
        lookAtFew(tx -> MemoryCustomers.walk(
                tx, customers(Reach.all(), Optional.empty(), Optional.of(CustomerFlag.CHALLENGING))));
    }

    private static CustomerCriteria customers(Reach reach, Optional<Tier> tier, Optional<CustomerFlag> flag) {
        return new CustomerCriteria(reach, tier, flag, Optional.empty());
    }

    private static Reach reach(TeamId team) {
        return new Reach(false, Set.of(team), Optional.empty(), Optional.empty());
    }

    private void lookAtFew(Function<Transaction, Walk<?>> walk) {
        assertThat(walk.apply(new Transaction(storage)).size()).isBetween(1, FEW);
    }
}
