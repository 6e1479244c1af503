package io.crmkit.verify.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.id.SubjectRef;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketService;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.verify.Desk;
import org.junit.jupiter.api.Test;

/** How long texts of tickets may be. */
class TicketLimitsTest {
    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();

    @Test
    void theLongestTextsAreTakenAsTheyAre() {
        String body = "ب".repeat(TicketService.MAX_MESSAGE);

        Ticket ticket = desk.host()
                .tickets()
                .open(OpenTicket.of(customer, Channel.EMAIL, "س".repeat(300), body)
                        .once("k".repeat(120)));

        assertThat(ticket.subject()).hasSize(300);
        assertThat(desk.customer(customer).tickets().view(ticket.id()).messages())
                .extracting(PublicMessage::text)
                .containsExactly(body);
    }

    @Test
    void longerOrMissingTextsAreRefusedAllAtOnce() {
        String tooLong = "ب".repeat(TicketService.MAX_MESSAGE + 1);
        TicketId id = desk.open(customer).id();
        OpenTicket good = OpenTicket.of(customer, Channel.WEB, "x", "y");

        assertThat(Desk.wrongFields(OpenTicket.of(customer, Channel.WEB, "س".repeat(301), tooLong)))
                .containsExactly("ticket.subject", "ticket.body");
        assertThat(Desk.wrongFields(OpenTicket.of(customer, Channel.WEB, " ", "\n")))
                .containsExactly("ticket.subject", "ticket.body");
        assertThat(Desk.wrongFields(WriteMessage.of(id, customer, tooLong))).containsExactly("message.text");
        assertThat(Desk.wrongFields(ReplyToTicket.to(id, ""))).containsExactly("reply.text");
        assertThat(Desk.wrongFields(CommentOnTicket.on(id, "\t"))).containsExactly("comment.text");
        assertThat(Desk.wrongFields(new ReferTicket(id, Desk.VIP, ""))).containsExactly("referral.question");
        assertThat(Desk.wrongFields(good.once(""))).containsExactly("once");
        assertThat(Desk.wrongFields(good.once("k".repeat(121)))).containsExactly("once");
        assertThat(Desk.wrongFields(good.category("Withdrawal"))).containsExactly("category");
    }

    @Test
    void aTicketIsAboutTwentyObjectsAtMost() {
        OpenTicket full = OpenTicket.of(customer, Channel.WEB, "x", "y");
        for (int i = 0; i < 20; i++) {
            full = full.on(SubjectRef.order("o-" + i));
        }
        OpenTicket twenty = full;

        assertThat(desk.host().tickets().open(twenty).subjects()).hasSize(20);
        assertThat(Desk.wrongFields(twenty.on(SubjectRef.order("one more")))).isNotEmpty();
    }
}
