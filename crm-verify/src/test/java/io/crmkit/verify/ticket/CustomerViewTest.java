package io.crmkit.verify.ticket;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.CustomerTicketStatus;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.ticket.TicketService;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.TicketView;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a customer sees of his tickets. */
class CustomerViewTest {
    private static final String CANARY = "کاناری-canary-கேனரி";

    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();
    private final TicketService his = desk.customer(customer).tickets();

    @ParameterizedTest
    @CsvSource({
        "NEW, RECEIVED",
        "OPEN, IN_PROGRESS",
        "PENDING, WAITING_FOR_YOU",
        "ON_HOLD, IN_PROGRESS",
        "SOLVED, SOLVED"
    })
    void theStateIsMapped(TicketStatus status, CustomerTicketStatus shown) {
        Ticket ticket = desk.open(customer);
        if (status != TicketStatus.NEW) {
            desk.reply(ticket, status);
        }

        assertThat(his.view(ticket.id()).status()).isEqualTo(shown);
        assertThat(views()).extracting(TicketView::status).containsExactly(shown);
    }

    @Test
    void aClosedTicketIsShownAsClosedAndItsFollowUpNamesIt() {
        Ticket ticket = desk.reply(desk.open(customer), TicketStatus.SOLVED);
        desk.pass(Duration.ofDays(7));

        Ticket followUp = desk.write(ticket);

        assertThat(his.view(ticket.id()).status()).isEqualTo(CustomerTicketStatus.CLOSED);
        assertThat(his.view(followUp.id()).followUpOf()).contains(ticket.id());
        assertThat(views()).extracting(TicketView::id).containsExactly(followUp.id(), ticket.id());
    }

    @Test
    void internalWordsNeverShow() {
        Ticket ticket = desk.open(customer);
        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), CANARY));
        desk.reply(ticket);
        desk.sara().tickets().refer(new ReferTicket(ticket.id(), Desk.VIP, CANARY));
        desk.kavitha().tickets().comment(CommentOnTicket.on(ticket.id(), CANARY));
        desk.write(ticket);

        TicketView view = his.view(ticket.id());

        assertThat(view.messages())
                .extracting(PublicMessage::text)
                .containsExactly("برداشت من انجام نشد", "در حال بررسی است", "هنوز نرسیده است");
        assertThat(view.messages().toString() + view + views()).doesNotContain(CANARY);
        assertThat(desk.host().tickets().view(ticket.id())).isEqualTo(view);
    }

    @Test
    void theListIsLatestFirstWithoutMessagesAndInPages() {
        Ticket first = desk.open(customer);
        desk.clock.advance(Duration.ofSeconds(1));
        Ticket second = desk.open(customer);
        Ticket third = desk.open(customer);

        Page<TicketView> page = his.views(customer, PageRequest.first(2));
        Page<TicketView> rest = his.views(customer, page.next().orElseThrow());

        assertThat(page.items()).extracting(TicketView::id).containsExactly(third.id(), second.id());
        assertThat(rest.items()).extracting(TicketView::id).containsExactly(first.id());
        assertThat(rest.next()).isEmpty();
        assertThat(page.items()).allSatisfy(view -> assertThat(view.messages()).isEmpty());
    }

    @Test
    void aViewHasTheLastTwoHundredMessagesEarliestFirst() {
        Ticket ticket = desk.open(customer);
        for (int i = 1; i <= 205; i++) {
            desk.clock.advance(Duration.ofSeconds(1));
            his.write(WriteMessage.of(ticket.id(), customer, "پیام " + i));
        }

        List<PublicMessage> messages = his.view(ticket.id()).messages();

        assertThat(messages).hasSize(200);
        assertThat(messages.get(0).text()).isEqualTo("پیام 6");
        assertThat(messages.get(199).text()).isEqualTo("پیام 205");
    }

    @Test
    void aForeignTicketIsNotFoundAndItsListIsEmpty() {
        Ticket ticket = desk.open(customer);
        TicketService others = desk.customer(desk.host()
                        .customers()
                        .register(RegisterCustomer.named("கவிதா", "ராஜன்"))
                        .id())
                .tickets();

        refusal(NotFoundException.class, () -> others.view(ticket.id()));
        assertThat(others.views(customer, PageRequest.first(10)).items()).isEmpty();
    }

    @Test
    void theCustomerMayOnlyLookThroughTheView() {
        Ticket ticket = desk.open(customer);

        for (Runnable call : List.<Runnable>of(
                () -> his.get(ticket.id()),
                () -> his.find(ticket.number()),
                () -> his.list(TicketQuery.all(), PageRequest.first(1)),
                () -> his.messages(ticket.id(), PageRequest.first(1)),
                () -> his.history(ticket.id()),
                () -> his.context(ticket.id()),
                () -> his.comment(CommentOnTicket.on(ticket.id(), "x")),
                () -> his.reply(ReplyToTicket.to(ticket.id(), "x")))) {
            refusal(PermissionDeniedException.class, call);
        }
    }

    private List<TicketView> views() {
        return his.views(customer, PageRequest.first(50)).items();
    }
}
