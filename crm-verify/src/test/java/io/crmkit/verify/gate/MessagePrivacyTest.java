package io.crmkit.verify.gate;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.automation.RuleAction;
import io.crmkit.error.CrmException;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.notification.TemplateKey;
import io.crmkit.page.PageRequest;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.RateTicket;
import io.crmkit.ticket.Rating;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.verify.Desk;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No refusal of tickets, rules and notices tells personal data, nor do the texts that end up in logs. */
class MessagePrivacyTest {
    private static final String SECRET = "راز-ரகசியம்-secret";

    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();

    @Test
    void refusalsHoldIdsAndNumbersOnly() {
        Ticket ticket = desk.host().tickets().open(OpenTicket.of(customer, Channel.WEB, SECRET, SECRET));
        Ticket solved = desk.reply(desk.open(customer), TicketStatus.SOLVED);
        String tooLong = SECRET.repeat(10_000);

        for (Runnable call : List.<Runnable>of(
                () -> desk.kavitha().tickets().reply(ReplyToTicket.to(ticket.id(), SECRET)),
                () -> desk.sara()
                        .tickets()
                        .reply(ReplyToTicket.to(ticket.id(), SECRET).then(TicketStatus.CLOSED)),
                () -> desk.sara()
                        .tickets()
                        .reply(ReplyToTicket.to(ticket.id(), SECRET).seen(77)),
                () -> desk.sara().tickets().refer(new ReferTicket(solved.id(), Desk.VIP, SECRET)),
                () -> desk.host().tickets().rate(new RateTicket(ticket.id(), 1, SECRET)),
                () -> desk.sara().tickets().write(WriteMessage.of(ticket.id(), customer, SECRET)),
                () -> desk.sara().tickets().reply(ReplyToTicket.to(ticket.id(), tooLong)),
                () -> desk.sara().tickets().reply(ReplyToTicket.to(ticket.id(), SECRET + "\u0000")),
                () -> desk.sara()
                        .tickets()
                        .reply(ReplyToTicket.to(ticket.id(), "x").once(SECRET.repeat(20))),
                () -> desk.host().tickets().open(OpenTicket.of(customer, Channel.WEB, SECRET + "\n", "x")),
                () -> desk.host()
                        .tickets()
                        .open(OpenTicket.of(customer, Channel.WEB, "x", "y").category(SECRET)),
                () -> desk.sara().tickets().change(ChangeTicket.of(ticket).tags(SECRET)),
                () -> AssignTicket.to(ticket.id(), SECRET),
                () -> new RuleAction.AddTag(SECRET),
                () -> new TemplateKey(SECRET))) {
            assertThat(refusal(CrmException.class, call)).hasMessageNotContaining(SECRET);
        }
    }

    @Test
    void commandsAndRecordsDoNotPrintWhatIsPersonal() {
        Ticket ticket = desk.host().tickets().open(OpenTicket.of(customer, Channel.WEB, SECRET, SECRET));
        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), SECRET));
        TicketId id = ticket.id();

        for (Object printed : List.of(
                ticket,
                OpenTicket.of(customer, Channel.WEB, SECRET, SECRET),
                WriteMessage.of(id, customer, SECRET),
                ReplyToTicket.to(id, SECRET),
                CommentOnTicket.on(id, SECRET),
                new ReferTicket(id, Desk.VIP, SECRET),
                new RateTicket(id, 1, SECRET),
                new Rating(1, SECRET, desk.clock.instant()),
                desk.host().tickets().view(id),
                desk.sara().tickets().messages(id, PageRequest.first(5)).items(),
                desk.sara().tickets().context(id),
                desk.host()
                        .notifications()
                        .list(NotificationQuery.all(), PageRequest.first(5))
                        .items())) {
            assertThat(printed.toString()).doesNotContain(SECRET).doesNotContain("۹۱۲");
        }
    }
}
