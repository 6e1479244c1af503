package io.crmkit.verify.ticket;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.ActorId;
import io.crmkit.error.ConflictException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.Violation;
import io.crmkit.staff.Agent;
import io.crmkit.staff.AgentState;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.verify.Desk;
import java.util.List;
import org.junit.jupiter.api.Test;

/** To whom tickets are given, and what happens when two work on one. */
class AssigningTest {
    private final Desk desk = Desk.staffed();
    private final Ticket ticket = desk.open(desk.ali().id());

    @Test
    void unknownDeactivatedAndForeignAgentsAreRefused() {
        desk.host().staff().save(Agent.of("gone", "رفته").state(AgentState.DEACTIVATED));

        for (String agent : List.of("nobody", "gone", "kavitha")) {
            InvalidRequestException refused =
                    refusal(InvalidRequestException.class, () -> assign(AssignTicket.to(ticket.id(), agent)));
            assertThat(refused.violations()).extracting(Violation::field).containsExactly("agent");
        }

        assertThat(desk.stored(ticket)).isEqualTo(ticket);
    }

    @Test
    void anAgentWhoIsAwayCanBeGivenATicketByHand() {
        desk.host().staff().save(Agent.of("away", "دور").state(AgentState.AWAY));

        assertThat(assign(AssignTicket.to(ticket.id(), "away")).assignee()).contains(new ActorId("away"));
    }

    @Test
    void afterAReferralOnlyAgentsOfTheNewTeamFit() {
        desk.sara().tickets().refer(new ReferTicket(ticket.id(), Desk.VIP, "لطفاً"));

        refusal(
                InvalidRequestException.class,
                () -> desk.admin().tickets().assign(AssignTicket.to(ticket.id(), "sara")));
        assertThat(desk.kavitha()
                        .tickets()
                        .assign(AssignTicket.to(ticket.id(), "kavitha"))
                        .assignee())
                .contains(new ActorId("kavitha"));
    }

    @Test
    void anotherVersionThanTheSeenOneIsAConflictThatNamesBoth() {
        desk.reply(ticket);

        for (Runnable call : List.<Runnable>of(
                () -> desk.sara()
                        .tickets()
                        .reply(ReplyToTicket.to(ticket.id(), "x").seen(1)),
                () -> assign(AssignTicket.to(ticket.id(), "omid").seen(1)),
                () -> desk.sara()
                        .tickets()
                        .change(ChangeTicket.of(ticket.id(), 1).priority(Priority.LOW)))) {
            ConflictException conflict = refusal(ConflictException.class, call);
            assertThat(conflict.expected()).isEqualTo(1);
            assertThat(conflict.found()).isEqualTo(2);
            assertThat(conflict.record()).isEqualTo("ticket " + ticket.id());
        }
        assertThat(desk.stored(ticket).version()).isEqualTo(2);
    }

    @Test
    void theSeenVersionIsFineWhenNothingCameBetween() {
        Ticket assigned = assign(AssignTicket.to(ticket.id(), "omid").seen(ticket.version()));
        Ticket replied = desk.sara()
                .tickets()
                .reply(ReplyToTicket.to(ticket.id(), "در حال بررسی").seen(assigned.version()));

        assertThat(replied.version()).isEqualTo(3);
    }

    @Test
    void aChangeThatChangesNothingLeavesNoTrace() {
        Ticket same = desk.sara()
                .tickets()
                .change(ChangeTicket.of(ticket)
                        .priority(ticket.priority())
                        .category(ticket.category().path())
                        .tags("urgent"));

        assertThat(same).isEqualTo(ticket);
        assertThat(desk.admin().tickets().history(ticket.id())).hasSize(ticket.events());
    }

    @Test
    void allFieldsOfOneChangeAreOneVersion() {
        Ticket changed = desk.sara()
                .tickets()
                .change(ChangeTicket.of(ticket)
                        .status(TicketStatus.PENDING)
                        .priority(Priority.LOW)
                        .category("trade")
                        .tags("b-side", "a1"));

        assertThat(changed.version()).isEqualTo(ticket.version() + 1);
        assertThat(changed.tags()).containsExactly("a1", "b-side");
        assertThat(desk.admin().tickets().history(ticket.id()).subList(ticket.events(), changed.events()))
                .extracting(e -> e.kind() + " " + e.from().orElseThrow() + " " + e.to().orElseThrow())
                .containsExactly(
                        "STATUS NEW PENDING",
                        "PRIORITY URGENT LOW",
                        "CATEGORY withdrawal/delayed trade",
                        "TAGS urgent a1,b-side");
    }

    @Test
    void tagsAreWordsOfLowerCaseLettersDigitsAndHyphens() {
        for (String tag : List.of("", "Urgent", "a,b", "-a", "فوری", "x".repeat(41))) {
            assertThat(Desk.wrongFields(ChangeTicket.of(ticket).tags(tag))).containsExactly("ticket.tags");
        }
    }

    @Test
    void aTagNamedTwiceIsThereOnce() {
        assertThat(desk.sara()
                        .tickets()
                        .change(ChangeTicket.of(ticket).tags("a", "a"))
                        .tags())
                .containsExactly("a");
    }

    private Ticket assign(AssignTicket command) {
        return desk.sara().tickets().assign(command);
    }
}
