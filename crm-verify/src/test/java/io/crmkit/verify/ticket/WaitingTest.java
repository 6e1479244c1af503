package io.crmkit.verify.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.TicketTimes;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the customer waits, and for how long. */
class WaitingTest {
    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();

    @Test
    void waitingBeginsWithTheCustomersFirstUnansweredMessage() {
        Ticket ticket = desk.open(customer);
        Instant opened = desk.clock.instant();

        desk.clock.advance(Duration.ofMinutes(5));
        Ticket later = desk.write(ticket);

        assertThat(ticket.clock().waitingSince()).contains(opened);
        assertThat(later.clock().waitingSince()).contains(opened);
        assertThat(later.clock().updatedAt()).isEqualTo(opened.plus(Duration.ofMinutes(5)));
        assertThat(kinds(later, TicketEventKind.CUSTOMER_MESSAGE)).containsExactly("-waiting", "-");
    }

    @Test
    void anAnswerEndsTheEpisodeAndRecordsSinceWhenTheCustomerWaited() {
        Ticket ticket = desk.open(customer);
        Instant opened = desk.clock.instant();
        desk.clock.advance(Duration.ofMinutes(7));

        Ticket answered = desk.reply(ticket);
        desk.clock.advance(Duration.ofMinutes(1));
        Ticket again = desk.reply(ticket);
        desk.clock.advance(Duration.ofMinutes(1));
        Ticket asked = desk.write(ticket);

        assertThat(answered.clock().waitingSince()).isEmpty();
        assertThat(answered.clock().firstReplyAt()).contains(opened.plus(Duration.ofMinutes(7)));
        assertThat(again.clock().firstReplyAt()).isEqualTo(answered.clock().firstReplyAt());
        assertThat(asked.clock().waitingSince()).contains(desk.clock.instant());
        assertThat(kinds(again, TicketEventKind.HUMAN_REPLY)).containsExactly(opened + "-1", "-2");
    }

    @Test
    void commentsAssignmentsAndFieldsDoNotTouchTheEpisode() {
        Ticket ticket = desk.open(customer);
        Optional<Instant> waiting = ticket.clock().waitingSince();
        desk.clock.advance(Duration.ofMinutes(1));

        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), "تلفن زدم"));
        desk.sara().tickets().assign(AssignTicket.to(ticket.id(), "omid"));
        Ticket seen = desk.stored(ticket);
        Ticket changed = desk.sara()
                .tickets()
                .change(ChangeTicket.of(seen)
                        .priority(Priority.HIGH)
                        .tags("vip-case")
                        .status(TicketStatus.PENDING));

        assertThat(changed.clock().waitingSince()).isEqualTo(waiting);
        assertThat(changed.clock().firstReplyAt()).isEmpty();
    }

    @Test
    void aCommentChangesNeitherStateNorTimes() {
        Ticket ticket = desk.reply(desk.open(customer), TicketStatus.SOLVED);
        desk.clock.advance(Duration.ofMinutes(1));

        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), "خسته نباشید"));

        Ticket after = desk.stored(ticket);
        assertThat(after.status()).isEqualTo(TicketStatus.SOLVED);
        assertThat(after.clock())
                .usingRecursiveComparison()
                .ignoringFields("updatedAt")
                .isEqualTo(ticket.clock());
        assertThat(after.humanReplies()).isEqualTo(ticket.humanReplies());
    }

    @Test
    void solvingEndsTheEpisodeWithoutAnAnswer() {
        Ticket ticket = desk.open(customer);
        desk.clock.advance(Duration.ofMinutes(1));

        Ticket solved = desk.sara().tickets().change(ChangeTicket.of(ticket).status(TicketStatus.SOLVED));

        assertThat(solved.clock().waitingSince()).isEmpty();
        assertThat(solved.clock().firstReplyAt()).isEmpty();
        assertThat(solved.clock().firstSolvedAt()).contains(desk.clock.instant());
        assertThat(solved.clock().closedAt()).isEmpty();
    }

    @Test
    void theFirstSolveStaysAndTheLastOneMoves() {
        Ticket ticket = desk.reply(desk.open(customer), TicketStatus.SOLVED);
        Instant first = desk.clock.instant();
        desk.clock.advance(Duration.ofHours(3));
        desk.write(ticket);
        desk.clock.advance(Duration.ofHours(1));

        Ticket solved = desk.reply(ticket, TicketStatus.SOLVED);

        assertThat(solved.clock().firstSolvedAt()).contains(first);
        assertThat(solved.clock().lastSolvedAt()).contains(first.plus(Duration.ofHours(4)));
        assertThat(solved.reopens()).isEqualTo(1);
        assertThat(solved.humanReplies()).isEqualTo(2);
    }

    @Test
    void aTicketThatAnAgentOpensDoesNotWait() {
        Ticket ticket =
                desk.sara().tickets().open(OpenTicket.of(customer, Channel.PHONE, "تماس تلفنی", "مشتری زنگ زد"));

        assertThat(ticket.clock().waitingSince()).isEmpty();
        assertThat(ticket.humanReplies()).isZero();
        assertThat(desk.pass(Duration.ofHours(25)).ruled()).isZero();
        assertThat(desk.write(ticket).clock().waitingSince()).contains(desk.clock.instant());
    }

    @Test
    void timesAreKeptInMicroseconds() {
        desk.clock.set(Instant.parse("2026-03-21T00:00:00.123456789Z"));

        Ticket ticket = desk.open(customer);

        assertThat(ticket.createdAt()).isEqualTo("2026-03-21T00:00:00.123456Z");
        assertThat(ticket.clock().waitingSince()).contains(ticket.createdAt());
    }

    @Test
    void theTimesInEachStateAreThoseOfTheHandbooksWeek() {
        desk.clock.set(Instant.parse("2026-03-02T09:00:00Z"));
        Ticket ticket = desk.open(customer);
        at("2026-03-02T14:00:00Z");
        desk.reply(ticket);
        at("2026-03-02T15:30:00Z");
        desk.write(ticket);
        at("2026-03-02T16:00:00Z");
        desk.reply(ticket, TicketStatus.PENDING);
        at("2026-03-03T10:00:00Z");
        Ticket seen = desk.write(ticket);
        at("2026-03-03T11:00:00Z");
        seen = desk.sara().tickets().change(ChangeTicket.of(seen).status(TicketStatus.ON_HOLD));
        at("2026-03-04T14:00:00Z");
        desk.sara().tickets().change(ChangeTicket.of(seen).status(TicketStatus.OPEN));
        at("2026-03-04T14:30:00Z");
        desk.reply(ticket, TicketStatus.SOLVED);

        TicketTimes times = desk.sara().tickets().context(ticket.id()).times();

        assertThat(times.in(TicketStatus.NEW)).isEqualTo(Duration.ofHours(5));
        assertThat(times.in(TicketStatus.OPEN)).isEqualTo(Duration.ofMinutes(210));
        assertThat(times.in(TicketStatus.PENDING)).isEqualTo(Duration.ofHours(18));
        assertThat(times.in(TicketStatus.ON_HOLD)).isEqualTo(Duration.ofHours(27));
        assertThat(times.requesterWait()).isEqualTo(Duration.ofMinutes(2130));
        assertThat(times.agentWork()).isEqualTo(Duration.ofMinutes(510));
        assertThat(times.agentWait()).isEqualTo(Duration.ofHours(18));
        assertThat(times.inStatus().values().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofMinutes(3210));
        assertThat(kinds(ticket, TicketEventKind.HUMAN_REPLY))
                .containsExactly("2026-03-02T09:00:00Z-1", "2026-03-02T15:30:00Z-2", "2026-03-03T10:00:00Z-3");
    }

    private void at(String instant) {
        desk.clock.set(Instant.parse(instant));
    }

    private List<String> kinds(Ticket ticket, TicketEventKind kind) {
        return desk.admin().tickets().history(ticket.id()).stream()
                .filter(e -> e.kind() == kind)
                .map(e -> e.from().orElse("") + "-" + e.to().orElse(""))
                .toList();
    }
}
