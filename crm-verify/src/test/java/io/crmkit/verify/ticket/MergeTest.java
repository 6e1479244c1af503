package io.crmkit.verify.ticket;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.NotFoundException;
import io.crmkit.notification.TemplateKey;
import io.crmkit.page.PageRequest;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.MergeTickets;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.RateTicket;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One ticket of a customer is merged into another. */
class MergeTest {
    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();

    @Test
    void theSourceEndsAndTheTargetGoesOn() {
        Ticket target = desk.open(customer);
        Ticket source = desk.open(customer);

        Ticket merged = merge(target, source);

        Ticket ended = desk.stored(source);
        assertThat(merged.id()).isEqualTo(target.id());
        assertThat(merged.status()).isEqualTo(TicketStatus.NEW);
        assertThat(ended.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(ended.mergedInto()).contains(target.id());
        assertThat(ended.clock().closedAt()).contains(desk.clock.instant());
        assertThat(ended.clock().waitingSince()).isEmpty();
        assertThat(last(source)).isEqualTo("STATUS NEW CLOSED");
        assertThat(desk.admin().tickets().history(source.id()))
                .anySatisfy(e -> assertThat(line(e)).isEqualTo("MERGED  " + target.id()));
        assertThat(last(target)).isEqualTo("MERGED " + source.id() + " ");
    }

    @Test
    void theEarlierWaitIsCarriedOver() {
        Ticket source = desk.open(customer);
        desk.clock.advance(Duration.ofHours(2));
        Ticket target = desk.open(customer);

        Ticket merged = merge(target, source);

        assertThat(merged.clock().waitingSince()).isEqualTo(source.clock().waitingSince());
        desk.pass(Duration.ofHours(22));
        assertThat(desk.sent(TemplateKey.TICKET_UNANSWERED))
                .singleElement()
                .satisfies(notice -> assertThat(notice.ticket()).isEqualTo(target.id()));
    }

    @Test
    void theLaterWaitOfTheSourceDoesNotMoveTheTargets() {
        Ticket target = desk.open(customer);
        desk.clock.advance(Duration.ofHours(2));
        Ticket source = desk.open(customer);

        Ticket merged = merge(target, source);

        assertThat(merged.clock().waitingSince()).isEqualTo(target.clock().waitingSince());
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "ON_HOLD", "SOLVED"})
    void anOpenQuestionOfTheSourceWakesTheTargetAsAMessageWould(TicketStatus status) {
        Ticket target = desk.reply(desk.open(customer), status);
        Ticket source = desk.open(customer);

        Ticket merged = merge(target, source);

        assertThat(merged.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(merged.clock().waitingSince()).isEqualTo(source.clock().waitingSince());
        assertThat(merged.reopens()).isEqualTo(status == TicketStatus.SOLVED ? 1 : 0);
        desk.pass(Duration.ofDays(8));
        assertThat(desk.stored(merged).status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void anAnsweredSourceLeavesASolvedTargetSolved() {
        Ticket target = desk.reply(desk.open(customer), TicketStatus.SOLVED);
        Ticket source = desk.reply(desk.open(customer));

        Ticket merged = merge(target, source);

        assertThat(merged.status()).isEqualTo(TicketStatus.SOLVED);
        assertThat(merged.clock().waitingSince()).isEmpty();
    }

    @Test
    void messagesForTheSourceGoOnInTheTarget() {
        Ticket first = desk.open(customer);
        Ticket second = desk.open(customer);
        Ticket third = desk.open(customer);
        merge(second, first);
        merge(third, second);

        Ticket written = desk.customer(customer).tickets().write(WriteMessage.of(first.id(), customer, "چه شد؟"));

        assertThat(written.id()).isEqualTo(third.id());
        assertThat(texts(third)).contains("چه شد؟");
        assertThat(texts(first)).containsExactly("برداشت من انجام نشد");
    }

    @Test
    void messagesForTheSourceOpenAFollowUpOfTheTargetOnceThatIsClosed() {
        Ticket target = desk.open(customer);
        Ticket source = desk.open(customer);
        merge(target, source);
        desk.reply(target, TicketStatus.SOLVED);
        desk.pass(Duration.ofDays(7));

        Ticket written = desk.write(source);

        assertThat(written.followUpOf()).contains(target.id());
    }

    @Test
    void nothingIsWorkedOnInTheSourceAnyMore() {
        Ticket target = desk.open(customer);
        Ticket source = desk.open(customer);
        merge(target, source);

        refusal(InvalidRequestException.class, () -> desk.reply(source));
        refusal(
                InvalidRequestException.class,
                () -> desk.sara().tickets().comment(CommentOnTicket.on(source.id(), "x")));
        refusal(InvalidRequestException.class, () -> merge(target, source));
        refusal(InvalidRequestException.class, () -> merge(source, target));
    }

    @Test
    void ticketsOfDifferentCustomersTheSameTicketAndClosedOnesAreRefused() {
        Ticket mine = desk.open(customer);
        Ticket others = desk.open(desk.host()
                .customers()
                .register(RegisterCustomer.named("Karthik", "Raja"))
                .id());
        Ticket closed = desk.reply(desk.open(customer), TicketStatus.SOLVED);
        desk.pass(Duration.ofDays(7));

        for (MergeTickets refused : List.of(
                new MergeTickets(mine.id(), others.id()),
                new MergeTickets(mine.id(), mine.id()),
                new MergeTickets(mine.id(), closed.id()),
                new MergeTickets(closed.id(), mine.id()))) {
            refusal(InvalidRequestException.class, () -> desk.sara().tickets().merge(refused));
        }

        assertThat(desk.stored(mine).version()).isEqualTo(mine.version());
        assertThat(desk.stored(others).version()).isEqualTo(others.version());
    }

    @Test
    void aTicketBeyondTheReachIsNotFoundOnEitherSide() {
        Ticket mine = desk.open(customer);
        Ticket vip =
                desk.sara().tickets().refer(new ReferTicket(desk.open(customer).id(), Desk.VIP, "لطفاً"));

        refusal(NotFoundException.class, () -> merge(mine, vip));
        refusal(NotFoundException.class, () -> merge(vip, mine));
    }

    @Test
    void aTicketThatWasMergedUnsolvedIsNotRated() {
        Ticket target = desk.open(customer);
        Ticket source = desk.reply(desk.open(customer), TicketStatus.SOLVED);
        desk.write(source);
        merge(target, source);

        refusal(
                InvalidRequestException.class,
                () -> desk.customer(customer).tickets().rate(new RateTicket(source.id(), 5, "")));
    }

    private Ticket merge(Ticket target, Ticket source) {
        return desk.sara().tickets().merge(new MergeTickets(target.id(), source.id()));
    }

    private String last(Ticket ticket) {
        List<TicketEvent> events = desk.admin().tickets().history(ticket.id());
        return line(events.get(events.size() - 1));
    }

    private static String line(TicketEvent event) {
        return event.kind() + " " + event.from().orElse("") + " " + event.to().orElse("");
    }

    private List<String> texts(Ticket ticket) {
        return desk.sara().tickets().messages(ticket.id(), PageRequest.first(50)).items().stream()
                .map(Message::text)
                .toList();
    }
}
