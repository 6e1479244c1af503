package io.crmkit.verify.gate;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.error.IdempotencyConflictException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.NotFoundException;
import io.crmkit.id.SubjectRef;
import io.crmkit.page.PageRequest;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.verify.Desk;
import io.crmkit.verify.Together;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands with an idempotency key happen once. */
class OnceTest {
    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();

    @Test
    void openingTwiceWithOneKeyIsOneTicketAndOneTextMessage() {
        OpenTicket command = open("برداشت").once("form-7731");

        Ticket first = desk.host().tickets().open(command);
        desk.pass(Duration.ofMinutes(1));
        Ticket again = desk.host().tickets().open(command);
        desk.pass(Duration.ofMinutes(1));

        assertThat(again).isEqualTo(first);
        assertThat(tickets()).hasSize(1);
        assertThat(desk.notifier.sent()).hasSize(1);
    }

    @Test
    void writingReplyingAndCommentingTwiceWithOneKeyIsOneMessageEach() {
        Ticket ticket = desk.host().tickets().open(open("برداشت"));
        for (int i = 0; i < 2; i++) {
            desk.host()
                    .tickets()
                    .write(WriteMessage.of(ticket.id(), customer, "دوباره").once("k"));
            desk.sara().tickets().reply(ReplyToTicket.to(ticket.id(), "پاسخ").once("k"));
            desk.sara()
                    .tickets()
                    .comment(CommentOnTicket.on(ticket.id(), "تلفن").once("k"));
        }

        assertThat(desk.sara()
                        .tickets()
                        .messages(ticket.id(), PageRequest.first(10))
                        .items())
                .hasSize(4);
        assertThat(desk.stored(ticket).humanReplies()).isEqualTo(1);
        assertThat(desk.stored(ticket).version()).isEqualTo(4);
    }

    @Test
    void aRepeatedCommentIsTheSameComment() {
        Ticket ticket = desk.host().tickets().open(open("برداشت"));
        CommentOnTicket command = CommentOnTicket.on(ticket.id(), "تلفن").once("k");

        assertThat(desk.sara().tickets().comment(command))
                .isEqualTo(desk.sara().tickets().comment(command));
    }

    @Test
    void aRepeatedMessageIntoAClosedTicketReturnsTheSameFollowUp() {
        Ticket ticket = desk.reply(desk.open(customer), TicketStatus.SOLVED);
        desk.pass(Duration.ofDays(7));
        WriteMessage command = WriteMessage.of(ticket.id(), customer, "دوباره").once("k");

        Ticket followUp = desk.host().tickets().write(command);

        assertThat(desk.host().tickets().write(command)).isEqualTo(followUp);
        assertThat(tickets()).hasSize(2);
    }

    @Test
    void aRepetitionOfAReplyIsFineEvenWhenItsVersionIsGoneAndTheTicketClosed() {
        Ticket ticket = desk.host().tickets().open(open("برداشت"));
        ReplyToTicket command = ReplyToTicket.to(ticket.id(), "پاسخ")
                .then(TicketStatus.SOLVED)
                .seen(ticket.version())
                .once("k");
        desk.sara().tickets().reply(command);
        desk.clock.advance(Duration.ofDays(7).minusHours(1));

        Ticket again = desk.sara().tickets().reply(command);

        assertThat(again.humanReplies()).isEqualTo(1);
        assertThat(again.status()).isEqualTo(TicketStatus.SOLVED);
    }

    @Test
    void theSameKeyWithOtherInputIsAConflict() {
        Ticket ticket = desk.host().tickets().open(open("برداشت").once("k"));
        WriteMessage message = WriteMessage.of(ticket.id(), customer, "یک").once("k");
        ReplyToTicket reply = ReplyToTicket.to(ticket.id(), "یک").once("k");
        CommentOnTicket comment = CommentOnTicket.on(ticket.id(), "یک").once("k");
        desk.host().tickets().write(message);
        desk.sara().tickets().reply(reply);
        desk.sara().tickets().comment(comment);

        for (Runnable call : List.<Runnable>of(
                () -> desk.host().tickets().open(open("واریز").once("k")),
                () -> desk.host()
                        .tickets()
                        .open(open("برداشت").category("trade").once("k")),
                () -> desk.host()
                        .tickets()
                        .open(open("برداشت").on(SubjectRef.order("1")).once("k")),
                () -> desk.host()
                        .tickets()
                        .write(WriteMessage.of(ticket.id(), customer, "دو").once("k")),
                () -> desk.sara().tickets().reply(reply.then(TicketStatus.SOLVED)),
                () -> desk.sara().tickets().reply(reply.seen(1)),
                () -> desk.sara()
                        .tickets()
                        .comment(CommentOnTicket.on(ticket.id(), "دو").once("k")))) {
            IdempotencyConflictException conflict = refusal(IdempotencyConflictException.class, call);
            assertThat(conflict.getMessage()).doesNotContain("دو", "یک", "واریز");
        }
        assertThat(tickets()).hasSize(1);
    }

    @Test
    void theSameKeyOfAnotherActorOrOperationIsAnotherKey() {
        Ticket mine = desk.sara().tickets().open(open("برداشت").once("k"));
        Ticket others = desk.omid().tickets().open(open("واریز").once("k"));
        Ticket hosts = desk.host().tickets().open(open("کارمزد").once("k"));
        desk.sara().tickets().reply(ReplyToTicket.to(mine.id(), "x").once("k"));

        assertThat(List.of(mine.id(), others.id(), hosts.id())).doesNotHaveDuplicates();
        assertThat(desk.stored(mine).humanReplies()).isEqualTo(1);
    }

    @Test
    void noNameAndKeyTogetherReadAsAnotherNameAndKey() {
        Ticket first = desk.as(Actor.host("a:ticket.open:b"))
                .tickets()
                .open(open("برداشت").once("k"));
        Ticket second = desk.as(Actor.host("a")).tickets().open(open("واریز").once("b:ticket.open:k"));

        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void aRefusedCallKeepsNoKey() {
        Ticket solved = desk.reply(desk.open(customer), TicketStatus.SOLVED);
        CustomerId unknown = CustomerId.parse("01J00000000000000000000000");
        OpenTicket refused = OpenTicket.of(unknown, Channel.WEB, "x", "y").once("k");
        ReplyToTicket bad =
                ReplyToTicket.to(solved.id(), "x").then(TicketStatus.CLOSED).once("k");

        refusal(NotFoundException.class, () -> desk.sara().tickets().open(refused));
        refusal(InvalidRequestException.class, () -> desk.sara().tickets().reply(bad));

        assertThat(desk.sara().tickets().open(open("برداشت").once("k")).version())
                .isEqualTo(1);
        assertThat(desk.sara()
                        .tickets()
                        .reply(ReplyToTicket.to(solved.id(), "y").once("k"))
                        .humanReplies())
                .isEqualTo(2);
    }

    @Test
    void afterSevenDaysTheKeyIsFreeAgain() {
        Ticket first = desk.host().tickets().open(open("برداشت").once("k"));

        desk.pass(Duration.ofDays(7));
        assertThat(desk.host().tickets().open(open("برداشت").once("k")).id()).isEqualTo(first.id());
        desk.pass(Duration.ofSeconds(1));

        assertThat(desk.host().tickets().open(open("واریز").once("k")).id()).isNotEqualTo(first.id());
    }

    @Test
    void oneRunFreesAllOldKeys() {
        Ticket ticket = desk.open(customer);
        for (int i = 0; i < 2_100; i++) {
            desk.clock.advance(Duration.ofMillis(100));
            desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), "x").once("k" + i));
        }

        desk.pass(Duration.ofDays(7).plusSeconds(1));

        for (int i = 0; i < 2_100; i += 300) {
            String key = "k" + i;
            assertThat(desk.sara()
                            .tickets()
                            .comment(CommentOnTicket.on(ticket.id(), "y").once(key))
                            .text())
                    .isEqualTo("y");
        }
    }

    @Test
    void severalThreadsWithOneKeyMakeOneTicket() throws Exception {
        for (int round = 0; round < 20; round++) {
            OpenTicket command = open("برداشت").once("round-" + round);

            List<Ticket> opened = Together.call(4, () -> desk.host().tickets().open(command));

            assertThat(opened).extracting(Ticket::id).containsOnly(opened.get(0).id());
        }
        desk.pass(Duration.ZERO);
        assertThat(tickets()).hasSize(20);
        assertThat(desk.notifier.sent()).hasSize(20);
    }

    private OpenTicket open(String subject) {
        return OpenTicket.of(customer, Channel.WEB, subject, "متن");
    }

    private List<Ticket> tickets() {
        return desk.admin()
                .tickets()
                .list(TicketQuery.all(), PageRequest.first(200))
                .items();
    }
}
