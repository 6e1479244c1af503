package io.crmkit.verify.ticket;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.NotFoundException;
import io.crmkit.notification.Notification;
import io.crmkit.notification.TemplateKey;
import io.crmkit.page.PageRequest;
import io.crmkit.staff.Team;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.InternalComment;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A ticket goes to another team and comes back. */
class ReferralTest {
    private static final TeamId BILLING = TeamId.of("billing");

    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();

    ReferralTest() {
        desk.host().staff().save(new Team(BILLING, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(names = {"NEW", "OPEN", "PENDING", "ON_HOLD"})
    void theOtherTeamHoldsItNobodyIsAssignedAndItIsOnHold(TicketStatus status) {
        Ticket ticket = desk.open(customer);
        if (status != TicketStatus.NEW) {
            desk.reply(ticket, status);
            desk.sara().tickets().assign(AssignTicket.to(ticket.id(), "omid"));
        }

        Ticket referred = refer(desk.sara(), ticket, Desk.VIP);

        assertThat(referred.team()).isEqualTo(Desk.VIP);
        assertThat(referred.assignee()).isEmpty();
        assertThat(referred.status()).isEqualTo(TicketStatus.ON_HOLD);
        assertThat(desk.kavitha()
                        .tickets()
                        .messages(ticket.id(), PageRequest.first(10))
                        .items())
                .last()
                .isInstanceOf(InternalComment.class)
                .satisfies(comment -> assertThat(comment.text()).isEqualTo("தயவுசெய்து பார்க்கவும்"));
        refusal(NotFoundException.class, () -> desk.sara().tickets().get(ticket.id()));
    }

    @Test
    void referredBackATicketOnHoldBecomesOpen() {
        Ticket ticket = desk.reply(desk.open(customer));
        refer(desk.sara(), ticket, Desk.VIP);

        Ticket back = refer(desk.kavitha(), ticket, TeamId.SUPPORT);

        assertThat(back.team()).isEqualTo(TeamId.SUPPORT);
        assertThat(back.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(desk.sara().tickets().get(ticket.id())).isEqualTo(back);
    }

    @Test
    void onlyTheTeamThatItCameFromLastMakesItOpen() {
        Ticket ticket = desk.reply(desk.open(customer));
        refer(desk.sara(), ticket, Desk.VIP);
        refer(desk.kavitha(), ticket, BILLING);

        Ticket third = refer(desk.admin(), ticket, TeamId.SUPPORT);

        assertThat(third.status()).isEqualTo(TicketStatus.ON_HOLD);
    }

    @Test
    void referredBackFromAnotherStateItIsOnHold() {
        Ticket ticket = desk.reply(desk.open(customer));
        refer(desk.sara(), ticket, Desk.VIP);
        desk.write(ticket);

        Ticket back = refer(desk.kavitha(), ticket, TeamId.SUPPORT);

        assertThat(back.status()).isEqualTo(TicketStatus.ON_HOLD);
    }

    @Test
    void theHistoryTellsWhoHeldItWhen() {
        Ticket ticket = desk.open(customer);
        refer(desk.sara(), ticket, Desk.VIP);
        refer(desk.kavitha(), ticket, TeamId.SUPPORT);

        assertThat(desk.sara().tickets().history(ticket.id()))
                .filteredOn(e -> e.kind() == TicketEventKind.TEAM)
                .extracting(e -> e.by().id() + " " + e.from().orElseThrow() + " " + e.to().orElseThrow())
                .containsExactly("sara support vip", "kavitha vip support");
    }

    @Test
    void solvedAndClosedTicketsUnknownTeamsAndTheSameTeamAreRefused() {
        Ticket open = desk.open(customer);
        Ticket solved = desk.reply(desk.open(customer), TicketStatus.SOLVED);

        refusal(InvalidRequestException.class, () -> refer(desk.sara(), solved, Desk.VIP));
        refusal(InvalidRequestException.class, () -> refer(desk.sara(), open, TeamId.SUPPORT));
        refusal(InvalidRequestException.class, () -> refer(desk.sara(), open, TeamId.of("nobody")));
        desk.pass(Duration.ofDays(7));
        refusal(InvalidRequestException.class, () -> refer(desk.sara(), solved, Desk.VIP));

        assertThat(desk.stored(open)).isEqualTo(open);
    }

    @Test
    void theNoticeAboutAnUnansweredTicketGoesToTheLeadOfTheTeamThatHasIt() {
        Ticket ticket = desk.open(customer);
        refer(desk.sara(), ticket, Desk.VIP);

        desk.pass(Duration.ofHours(24));

        assertThat(desk.sent(TemplateKey.TICKET_UNANSWERED))
                .extracting(Notification::to)
                .containsExactly("kavitha");
    }

    private static Ticket refer(CrmSession who, Ticket ticket, TeamId team) {
        return who.tickets().refer(new ReferTicket(ticket.id(), team, "தயவுசெய்து பார்க்கவும்"));
    }
}
