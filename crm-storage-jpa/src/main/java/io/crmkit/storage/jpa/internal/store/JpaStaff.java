package io.crmkit.storage.jpa.internal.store;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import io.crmkit.spi.storage.StaffStore;
import io.crmkit.staff.Agent;
import io.crmkit.staff.Shift;
import io.crmkit.staff.Team;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Agents, teams and shifts; put in order here, since databases order texts each in its own way. */
final class JpaStaff implements StaffStore {
    private final Work work;

    JpaStaff(Work work) {
        this.work = work;
    }

    @Override
    public void save(Agent agent) {
        work.save(AgentRow.of(agent));
    }

    @Override
    public void save(Team team) {
        work.save(TeamRow.of(team));
    }

    @Override
    public void save(Shift shift) {
        work.save(ShiftRow.of(shift));
    }

    @Override
    public void removeShift(TeamId team, String name) {
        work.execute(Hql.of("delete from CrmShift s").is("s.team", team.value()).is("s.name", name));
    }

    @Override
    public Optional<Agent> agent(ActorId id) {
        return work.get(AgentRow.class, id.value()).map(AgentRow::toAgent);
    }

    @Override
    public Optional<Team> team(TeamId id) {
        return work.get(TeamRow.class, id.value()).map(TeamRow::toTeam);
    }

    @Override
    public List<Agent> agents(TeamId team) {
        Hql query = Hql.of("select a from CrmAgent a").contains("a.teams", AgentRow.team(team));
        return work.list(query, AgentRow.class).stream()
                .map(AgentRow::toAgent)
                .sorted(Comparator.comparing(Agent::id))
                .toList();
    }

    @Override
    public List<Team> teams() {
        return work.list(Hql.of("select t from CrmTeam t"), TeamRow.class).stream()
                .map(TeamRow::toTeam)
                .sorted(Comparator.comparing(Team::id))
                .toList();
    }

    @Override
    public List<Shift> shifts(TeamId team) {
        return work.list(Hql.of("select s from CrmShift s").is("s.team", team.value()), ShiftRow.class).stream()
                .map(ShiftRow::toShift)
                .sorted(Comparator.comparing(Shift::name))
                .toList();
    }
}
