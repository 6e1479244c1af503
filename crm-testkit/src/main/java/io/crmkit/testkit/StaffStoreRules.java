package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import io.crmkit.staff.Agent;
import io.crmkit.staff.AgentState;
import io.crmkit.staff.Shift;
import io.crmkit.staff.Team;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Agents, teams and shifts. */
abstract class StaffStoreRules extends StorageRules {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    @Test
    void anAgentIsAddedAndReplaced() {
        Agent agent = Agent.of("kumar", "குமார்").in(FIAT, CRYPTO).speaking("ta", "en-IN");
        write(tx -> tx.staff().save(agent));
        assertEquals(Optional.of(agent), read(tx -> tx.staff().agent(KUMAR)));

        Agent changed = Agent.of("kumar", "குமார் ரா").in(CRYPTO).state(AgentState.DEACTIVATED);
        write(tx -> tx.staff().save(changed));

        assertEquals(Optional.of(changed), read(tx -> tx.staff().agent(KUMAR)));
        assertEquals(Optional.empty(), read(tx -> tx.staff().agent(new ActorId("Kumar"))));
    }

    @Test
    void theAgentsOfATeamAreReadById() {
        Agent sara = Agent.of("sara", "سارا").in(FIAT, CRYPTO);
        Agent upper = Agent.of("Sara", "Sara").in(FIAT).state(AgentState.AWAY);
        Agent dotted = Agent.of("sa.ra", "Sara").in(FIAT);
        Agent other = Agent.of("grace", "Grace").in(CRYPTO);
        write(tx ->
                List.of(sara, other, upper, dotted).forEach(agent -> tx.staff().save(agent)));

        assertEquals(List.of(upper, dotted, sara), read(tx -> tx.staff().agents(FIAT)));
        assertEquals(List.of(other, sara), read(tx -> tx.staff().agents(CRYPTO)));
        write(tx -> tx.staff().save(sara.in(FIAT)));
        assertEquals(List.of(other), read(tx -> tx.staff().agents(CRYPTO)));
        assertEquals(List.of(), read(tx -> tx.staff().agents(TeamId.of("empty"))));
    }

    @Test
    void teamsAreAddedReplacedAndReadById() {
        Team one = Team.ledBy(TeamId.of("a-z"), "sara");
        Team two = new Team(TeamId.of("ab"), Optional.empty());
        Team three = Team.ledBy(TeamId.of("a"), "kumar");
        write(tx -> List.of(two, one, three).forEach(team -> tx.staff().save(team)));
        assertEquals(List.of(three, one, two), read(tx -> tx.staff().teams()));

        Team changed = Team.ledBy(two.id(), "grace");
        write(tx -> tx.staff().save(changed));

        assertEquals(List.of(three, one, changed), read(tx -> tx.staff().teams()));
        assertEquals(Optional.of(changed), read(tx -> tx.staff().team(two.id())));
        assertEquals(Optional.empty(), read(tx -> tx.staff().team(TeamId.of("none"))));
        write(tx -> tx.staff().save(two));
        assertEquals(Optional.of(two), read(tx -> tx.staff().team(two.id())));
    }

    @Test
    void shiftsAreReplacedByTeamAndNameAndReadByName() {
        Shift night = shift("شب", FIAT, 22);
        Shift day = shift("روز", FIAT, 6);
        Shift elsewhere = shift("شب", CRYPTO, 20);
        write(tx -> List.of(night, elsewhere, day).forEach(shift -> tx.staff().save(shift)));

        Shift changed = new Shift(
                "شب", FIAT, Set.of(DayOfWeek.FRIDAY), LocalTime.of(23, 59, 59), LocalTime.NOON, TEHRAN, Set.of(SARA));
        write(tx -> tx.staff().save(changed));

        assertEquals(List.of(day, changed), read(tx -> tx.staff().shifts(FIAT)));
        assertEquals(List.of(elsewhere), read(tx -> tx.staff().shifts(CRYPTO)));
        assertEquals(List.of(), read(tx -> tx.staff().shifts(TeamId.of("empty"))));
    }

    @Test
    void aShiftIsRemovedByTeamAndName() {
        Shift night = shift("night", FIAT, 22);
        Shift elsewhere = shift("night", CRYPTO, 22);
        write(tx -> List.of(night, elsewhere).forEach(shift -> tx.staff().save(shift)));

        write(tx -> {
            tx.staff().removeShift(FIAT, "night");
            tx.staff().removeShift(FIAT, "not there");
        });

        assertEquals(List.of(), read(tx -> tx.staff().shifts(FIAT)));
        assertEquals(List.of(elsewhere), read(tx -> tx.staff().shifts(CRYPTO)));
    }

    private static Shift shift(String name, TeamId team, int hour) {
        return Shift.daily(name, LocalTime.of(hour, 30), LocalTime.of(6, 0), TEHRAN, "sara", "kumar")
                .in(team);
    }
}
