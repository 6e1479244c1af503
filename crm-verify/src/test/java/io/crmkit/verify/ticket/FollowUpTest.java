package io.crmkit.verify.ticket;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.NotFoundException;
import io.crmkit.id.SubjectRef;
import io.crmkit.notification.TemplateKey;
import io.crmkit.page.PageRequest;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a message into a closed ticket opens. */
class FollowUpTest {
    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();

    @Test
    void aMessageIntoAClosedTicketOpensAFollowUpOfTheSameKind() {
        Ticket closed = closed(desk.host()
                .tickets()
                .open(OpenTicket.of(customer, Channel.CHAT, "واریز", "واریز من کجاست؟")
                        .category("deposit/missing")
                        .on(SubjectRef.order("981"))));

        Ticket followUp =
                desk.stored(desk.customer(customer).tickets().write(WriteMessage.of(closed.id(), customer, "دوباره")));

        assertThat(followUp.id()).isNotEqualTo(closed.id());
        assertThat(followUp.number()).isNotEqualTo(closed.number());
        assertThat(followUp.status()).isEqualTo(TicketStatus.NEW);
        assertThat(followUp.followUpOf()).contains(closed.id());
        assertThat(followUp.customer()).isEqualTo(customer);
        assertThat(followUp.channel()).isEqualTo(Channel.CHAT);
        assertThat(followUp.category()).isEqualTo(closed.category());
        assertThat(followUp.subject()).isEqualTo(closed.subject());
        assertThat(followUp.subjects()).isEqualTo(closed.subjects());
        assertThat(followUp.team()).isEqualTo(TeamId.SUPPORT);
        assertThat(followUp.assignee()).isEmpty();
        assertThat(followUp.reopens()).isZero();
        assertThat(followUp.clock().waitingSince()).contains(desk.clock.instant());
        assertThat(followUp.priority()).isEqualTo(Priority.URGENT);
        assertThat(followUp.tags()).containsExactly("urgent");
        assertThat(texts(followUp)).containsExactly("دوباره");
        assertThat(texts(closed)).doesNotContain("دوباره");
        assertThat(desk.stored(closed)).isEqualTo(closed);
    }

    @Test
    void aFollowUpIsAcknowledgedAsAnyTicket() {
        Ticket closed = closed(desk.open(customer));
        int before = desk.sent(TemplateKey.TICKET_RECEIVED).size();

        Ticket followUp = desk.write(closed);
        desk.pass(Duration.ZERO);

        assertThat(desk.sent(TemplateKey.TICKET_RECEIVED))
                .hasSize(before + 1)
                .last()
                .satisfies(notice -> assertThat(notice.ticket()).isEqualTo(followUp.id()));
    }

    @Test
    void followUpsFormChainsAndEveryMessageIntoAClosedOneOpensAnother() {
        Ticket first = closed(desk.open(customer));
        Ticket second = closed(desk.write(first));

        Ticket third = desk.write(second);
        Ticket sibling = desk.write(first);

        assertThat(third.followUpOf()).contains(second.id());
        assertThat(sibling.followUpOf()).contains(first.id());
        assertThat(sibling.id()).isNotEqualTo(second.id());
    }

    @Test
    void somebodyElsesTicketLooksLikeNoTicketAtAll() {
        Ticket ticket = desk.open(customer);
        CustomerId other = desk.host()
                .customers()
                .register(RegisterCustomer.named("கவிதா", "ராஜன்").language("ta"))
                .id();
        WriteMessage foreign = WriteMessage.of(ticket.id(), other, "hello");
        TicketId none = TicketId.parse("01J00000000000000000000000");

        NotFoundException byHost =
                refusal(NotFoundException.class, () -> desk.host().tickets().write(foreign));
        NotFoundException byOther = refusal(
                NotFoundException.class, () -> desk.customer(other).tickets().write(foreign));
        NotFoundException unknown = refusal(
                NotFoundException.class,
                () -> desk.customer(other).tickets().write(WriteMessage.of(none, other, "hello")));

        assertThat(byHost.getMessage().replace(ticket.id().toString(), "X"))
                .isEqualTo(byOther.getMessage().replace(ticket.id().toString(), "X"))
                .isEqualTo(unknown.getMessage().replace(none.toString(), "X"));
        assertThat(desk.stored(ticket)).isEqualTo(ticket);
    }

    @Test
    void aCustomerCannotOpenATicketForAnother() {
        CustomerId other = desk.host()
                .customers()
                .register(RegisterCustomer.named("கவிதா", "ராஜன்"))
                .id();

        refusal(
                NotFoundException.class,
                () -> desk.customer(other).tickets().open(OpenTicket.of(customer, Channel.WEB, "x", "y")));

        assertThat(desk.admin()
                        .tickets()
                        .list(TicketQuery.all(), PageRequest.first(10))
                        .items())
                .isEmpty();
    }

    private Ticket closed(Ticket ticket) {
        desk.reply(ticket, TicketStatus.SOLVED);
        desk.pass(Duration.ofDays(7));
        return desk.stored(ticket);
    }

    private List<String> texts(Ticket ticket) {
        return desk.sara().tickets().messages(ticket.id(), PageRequest.first(50)).items().stream()
                .map(Message::text)
                .toList();
    }
}
