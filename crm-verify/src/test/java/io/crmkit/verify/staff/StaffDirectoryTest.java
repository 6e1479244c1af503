package io.crmkit.verify.staff;

import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.staff.Agent;
import io.crmkit.staff.AgentState;
import io.crmkit.staff.Shift;
import io.crmkit.staff.StaffDirectory;
import io.crmkit.staff.Team;
import io.crmkit.verify.Desk;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaffDirectoryTest {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private final Desk desk = new Desk();
    private final StaffDirectory staff = desk.admin().staff();
    private final Agent sara = staff.save(Agent.of("sara", "سارا محمدی").speaking("fa"));
    private final Agent kavitha = staff.save(Agent.of("kavitha", "கவிதா").in(Desk.VIP, TeamId.SUPPORT));

    @Test
    void whatIsSavedReplacesWhatWasKnown() {
        staff.save(sara.state(AgentState.AWAY));

        assertThat(desk.omid().staff().agent(sara.id())).contains(sara.state(AgentState.AWAY));
        assertThat(desk.omid().staff().agent(new ActorId("nobody"))).isEmpty();
    }

    @Test
    void agentsOfATeamAreListedById() {
        assertThat(desk.omid().staff().agents(TeamId.SUPPORT)).containsExactly(kavitha, sara);
        assertThat(desk.omid().staff().agents(Desk.VIP)).containsExactly(kavitha);
    }

    @Test
    void aLeadIsAKnownAgent() {
        Team support = staff.save(Team.ledBy(TeamId.SUPPORT, "sara"));
        Team vip = staff.save(new Team(Desk.VIP, Optional.empty()));

        assertThat(desk.omid().staff().teams()).containsExactly(support, vip);
        assertThat(refusedFields(() -> staff.save(Team.ledBy(Desk.VIP, "nobody"))))
                .containsExactly("lead");
    }

    @Test
    void membersOfAShiftAreAgentsOfItsTeam() {
        assertThat(refusedFields(() -> staff.save(night(Desk.VIP, "kavitha", "sara", "nobody"))))
                .containsExactly("members", "members");
        assertThat(desk.omid().staff().shifts(Desk.VIP)).isEmpty();
    }

    @Test
    void shiftsAreListedByNameAndReplaced() {
        Shift night = staff.save(night(TeamId.SUPPORT, "sara"));
        Shift day = staff.save(Shift.daily("day", LocalTime.of(8, 0), LocalTime.of(16, 0), TEHRAN, "kavitha"));
        assertThat(desk.omid().staff().shifts(TeamId.SUPPORT)).containsExactly(day, night);

        Shift wider = staff.save(night(TeamId.SUPPORT, "sara", "kavitha"));
        staff.removeShift(TeamId.SUPPORT, "day");
        staff.removeShift(TeamId.SUPPORT, "day");

        assertThat(desk.omid().staff().shifts(TeamId.SUPPORT)).containsExactly(wider);
    }

    @Test
    void onlyActiveAgentsOfACoveringShiftAreOnDuty() {
        staff.save(night(TeamId.SUPPORT, "sara", "kavitha"));
        Instant threeInTheMorning = Instant.parse("2026-03-20T23:30:00Z");
        StaffDirectory desks = desk.omid().staff();
        assertThat(desks.onDuty(TeamId.SUPPORT, threeInTheMorning)).containsExactly(kavitha, sara);

        staff.save(sara.state(AgentState.AWAY));

        assertThat(desks.onDuty(TeamId.SUPPORT, threeInTheMorning)).containsExactly(kavitha);
        assertThat(desks.onDuty(TeamId.SUPPORT, Instant.parse("2026-03-21T04:30:00Z")))
                .isEmpty();
        assertThat(desks.onDuty(Desk.VIP, threeInTheMorning)).isEmpty();
    }

    @Test
    void whoLeftTheTeamIsNotOnDutyThereAnyMore() {
        staff.save(night(TeamId.SUPPORT, "sara"));

        staff.save(sara.in(Desk.VIP));

        assertThat(desk.omid().staff().onDuty(TeamId.SUPPORT, Instant.parse("2026-03-20T23:30:00Z")))
                .isEmpty();
    }

    @Test
    void aSupervisorKeepsTheShiftsOfOwnTeamsOnly() {
        StaffDirectory own = desk.supervisor().staff();

        own.save(night(TeamId.SUPPORT, "sara"));
        own.removeShift(TeamId.SUPPORT, "night");

        assertThatThrownBy(() -> own.save(night(Desk.VIP, "kavitha"))).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> own.removeShift(Desk.VIP, "night")).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> own.save(sara)).isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void aCustomerSeesNoStaff() {
        StaffDirectory seen = desk.customer(desk.ali().id()).staff();

        assertThatThrownBy(seen::teams).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> seen.agent(sara.id())).isInstanceOf(PermissionDeniedException.class);
    }

    private static Shift night(TeamId team, String... members) {
        return Shift.daily("night", LocalTime.of(22, 0), LocalTime.of(8, 0), TEHRAN, members)
                .in(team);
    }
}
