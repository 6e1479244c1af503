package io.crmkit.verify.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.page.PageRequest;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which state may follow on which: all 36 pairs, by hand and by a reply. */
class StatusTableTest {
    /** For each state: what {@code change} does to each wanted state in order, then what a reply does. */
    private static final String TABLE = """
            from    | by hand:   NEW OPEN PENDING ON_HOLD SOLVED CLOSED | by reply: NEW OPEN PENDING ON_HOLD SOLVED CLOSED
            NEW     | no yes yes yes yes no | no same yes yes yes no
            OPEN    | no no yes yes yes no | no same yes yes yes no
            PENDING | no yes no yes yes no | no yes same yes yes no
            ON_HOLD | no yes yes no yes no | no yes yes same yes no
            SOLVED  | no again no no no no | no again again again same no
            CLOSED  | no no no no no no | no no no no no no
            """;

    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();

    static Stream<Arguments> cells() {
        return TABLE.lines().skip(1).flatMap(StatusTableTest::row);
    }

    private static Stream<Arguments> row(String line) {
        String[] columns = line.split("\\|");
        TicketStatus from = TicketStatus.valueOf(columns[0].strip());
        String[] byHand = columns[1].strip().split(" ");
        String[] byReply = columns[2].strip().split(" ");
        return Stream.of(TicketStatus.values())
                .map(to -> Arguments.of(from, to, byHand[to.ordinal()], byReply[to.ordinal()]));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource("cells")
    void byHandAStateFollowsOnlyWhereTheTableSaysSo(TicketStatus from, TicketStatus to, String byHand) {
        Ticket before = in(from);
        int events = events(before).size();

        ChangeTicket command = ChangeTicket.of(before).status(to);

        if (byHand.equals("no")) {
            assertRefused(before, () -> desk.sara().tickets().change(command));
        } else {
            Ticket after = desk.sara().tickets().change(command);
            assertThat(after.status()).isEqualTo(to);
            assertThat(after.reopens() - before.reopens()).isEqualTo(byHand.equals("again") ? 1 : 0);
            assertThat(events(after).subList(events, after.events()))
                    .extracting(e -> e.kind() + " " + e.from().orElse("") + " " + e.to().orElse(""))
                    .containsExactly("STATUS " + from + " " + to);
        }
        assertThat(from.next().contains(to)).isEqualTo(!byHand.equals("no"));
    }

    @ParameterizedTest(name = "{0} to {1}: {3}")
    @MethodSource("cells")
    void aReplyLeavesAStateOnlyWhereTheTableSaysSo(TicketStatus from, TicketStatus to, String byHand, String byReply) {
        Ticket before = in(from);

        if (byReply.equals("no")) {
            assertRefused(before, () -> desk.reply(before, to));
        } else {
            Ticket after = desk.reply(before, to);
            assertThat(after.status()).isEqualTo(to);
            assertThat(after.humanReplies()).isEqualTo(before.humanReplies() + 1);
            assertThat(after.reopens() - before.reopens()).isEqualTo(byReply.equals("again") ? 1 : 0);
            assertThat(states(after)).endsWith(path(from, to).toArray(TicketStatus[]::new));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplyWithoutAWantedStateLeavesItButForNew(TicketStatus from) {
        Ticket before = in(from);

        if (from == TicketStatus.CLOSED) {
            assertRefused(before, () -> desk.reply(before));
        } else {
            TicketStatus after = desk.reply(before).status();
            assertThat(after).isEqualTo(from == TicketStatus.NEW ? TicketStatus.OPEN : from);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMessageOfTheCustomerMakesWaitingAndSolvedOnesOpen(TicketStatus from) {
        Ticket before = in(from);

        Ticket after = desk.write(before);

        if (from == TicketStatus.CLOSED) {
            assertThat(after.followUpOf()).contains(before.id());
            assertThat(desk.stored(before)).isEqualTo(before);
        } else {
            assertThat(after.status()).isEqualTo(from == TicketStatus.NEW ? TicketStatus.NEW : TicketStatus.OPEN);
            assertThat(after.reopens()).isEqualTo(before.reopens() + (from == TicketStatus.SOLVED ? 1 : 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void assigningMakesNewOnesOpenAndIsRefusedOnClosedOnes(TicketStatus from) {
        Ticket before = in(from);

        if (from == TicketStatus.CLOSED) {
            assertRefused(before, () -> desk.sara().tickets().assign(AssignTicket.to(before.id(), "omid")));
        } else {
            Ticket after = desk.sara().tickets().assign(AssignTicket.to(before.id(), "omid"));
            assertThat(after.status()).isEqualTo(from == TicketStatus.NEW ? TicketStatus.OPEN : from);
            assertThat(after.assignee()).contains(new ActorId("omid"));
        }
    }

    @Test
    void aReplyByAutomationIsNoAnswerByAPerson() {
        Ticket before = desk.open(customer);

        Ticket after = desk.crm().asSystem("job:answer").tickets().reply(ReplyToTicket.to(before.id(), "خودکار"));

        assertThat(after.status()).isEqualTo(TicketStatus.NEW);
        assertThat(after.humanReplies()).isZero();
        assertThat(after.clock().waitingSince()).isEqualTo(before.clock().waitingSince());
        assertThat(after.clock().firstReplyAt()).isEmpty();
    }

    private Ticket in(TicketStatus status) {
        Ticket ticket = desk.open(customer);
        if (status == TicketStatus.CLOSED) {
            desk.reply(ticket, TicketStatus.SOLVED);
            desk.pass(Duration.ofDays(7));
        } else if (status != TicketStatus.NEW) {
            desk.reply(ticket, status);
        }
        Ticket stored = desk.stored(ticket);
        assertThat(stored.status()).isEqualTo(status);
        return stored;
    }

    /** The states that a reply runs through. */
    private static List<TicketStatus> path(TicketStatus from, TicketStatus to) {
        List<TicketStatus> path = new ArrayList<>(List.of(from));
        boolean byOpen = from == TicketStatus.NEW || (from == TicketStatus.SOLVED && to != from);
        if (byOpen) {
            path.add(TicketStatus.OPEN);
        }
        if (path.get(path.size() - 1) != to) {
            path.add(to);
        }
        return path;
    }

    private List<TicketStatus> states(Ticket ticket) {
        List<TicketStatus> states = new ArrayList<>(List.of(TicketStatus.NEW));
        events(ticket).stream()
                .filter(e -> e.kind() == TicketEventKind.STATUS)
                .forEach(e -> states.add(TicketStatus.valueOf(e.to().orElseThrow())));
        return states;
    }

    private List<TicketEvent> events(Ticket ticket) {
        return desk.admin().tickets().history(ticket.id());
    }

    private void assertRefused(Ticket before, Runnable call) {
        int messages = messages(before);

        Desk.refusal(InvalidRequestException.class, call);

        assertThat(desk.stored(before)).isEqualTo(before);
        assertThat(events(before)).hasSize(before.events());
        assertThat(messages(before)).isEqualTo(messages);
    }

    private int messages(Ticket ticket) {
        return desk.admin()
                .tickets()
                .messages(ticket.id(), PageRequest.first(50))
                .items()
                .size();
    }
}
