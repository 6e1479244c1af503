package io.crmkit.verify.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.note.AddNote;
import io.crmkit.page.PageRequest;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.CountingStorage;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.MergeTickets;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.RateTicket;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.ticket.TicketService;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.verify.Desk;
import org.junit.jupiter.api.Test;

/** How often each method goes to the storage: a fixed number, however much there is. */
class StoreCallsTest {
    private final CountingStorage storage = new CountingStorage(MemoryStorage.create());
    private final Desk desk = Desk.staffed(storage);
    private final CustomerId customer = desk.ali().id();
    private final Ticket ticket = desk.open(customer);
    private final Ticket other = desk.open(customer);

    @Test
    void readingTakesFewCalls() {
        TicketService sara = desk.sara().tickets();

        assertCalls(1, () -> sara.get(ticket.id()));
        assertCalls(1, () -> sara.find(ticket.number()));
        assertCalls(1, () -> sara.list(TicketQuery.all(), PageRequest.first(200)));
        assertCalls(2, () -> sara.messages(ticket.id(), PageRequest.first(200)));
        assertCalls(2, () -> sara.history(ticket.id()));
        assertCalls(6, () -> sara.context(ticket.id()));
        assertCalls(2, () -> desk.host().tickets().view(ticket.id()));
        assertCalls(1, () -> desk.host().tickets().views(customer, PageRequest.first(200)));
    }

    @Test
    void changingTakesFewCalls() {
        TicketService sara = desk.sara().tickets();

        assertCalls(15, () -> desk.open(customer));
        assertCalls(6, () -> desk.write(ticket));
        assertCalls(5, () -> sara.comment(CommentOnTicket.on(ticket.id(), "x")));
        assertCalls(5, () -> sara.assign(AssignTicket.to(ticket.id(), "omid")));
        assertCalls(8, () -> desk.reply(ticket));
        assertCalls(5, () -> sara.change(ChangeTicket.of(desk.stored(ticket)).priority(Priority.LOW)));
        assertCalls(11, () -> sara.merge(new MergeTickets(ticket.id(), other.id())));
        assertCalls(9, () -> sara.change(ChangeTicket.of(desk.stored(ticket)).status(TicketStatus.SOLVED)));
        assertCalls(4, () -> desk.host().tickets().rate(new RateTicket(ticket.id(), 5, "")));
        assertCalls(10, () -> desk.write(ticket));
        assertCalls(7, () -> sara.refer(new ReferTicket(ticket.id(), Desk.VIP, "x")));
    }

    @Test
    void theNumberDoesNotGrowWithTheData() {
        int few = calls(this::readAll);

        for (int i = 0; i < 60; i++) {
            desk.open(customer);
            desk.write(ticket);
            desk.sara().notes().add(AddNote.about(customer, "<p>یادداشت</p>"));
        }

        assertThat(calls(this::readAll)).isEqualTo(few);
    }

    private void readAll() {
        desk.sara().tickets().list(TicketQuery.all(), PageRequest.first(200));
        desk.sara().tickets().messages(ticket.id(), PageRequest.first(200));
        desk.sara().tickets().context(ticket.id());
        desk.host().tickets().view(ticket.id());
        desk.host().tickets().views(customer, PageRequest.first(200));
    }

    private void assertCalls(int wanted, Runnable call) {
        int calls = calls(call);
        assertThat(calls).as("%s", storage.calls()).isEqualTo(wanted);
        assertThat(storage.transactions()).isLessThanOrEqualTo(2);
    }

    private int calls(Runnable call) {
        storage.reset();
        call.run();
        return storage.total();
    }
}
