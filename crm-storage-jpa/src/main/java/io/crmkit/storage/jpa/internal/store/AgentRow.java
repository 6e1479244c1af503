package io.crmkit.storage.jpa.internal.store;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import io.crmkit.staff.Agent;
import io.crmkit.staff.AgentState;
import io.crmkit.storage.jpa.internal.json.Columns;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** An agent. */
@Entity(name = "CrmAgent")
@Table(name = "agent")
class AgentRow {
    @Id
    @Column(name = "id", length = 64)
    String id;

    @Column(name = "display_name", length = 200)
    String name;

    @Column(name = "teams", length = Texts.LONG)
    String teams;

    @Column(name = "languages", length = Texts.LONG)
    String languages;

    @Column(name = "state", length = 20)
    String state;

    static AgentRow of(Agent agent) {
        AgentRow row = new AgentRow();
        row.id = agent.id().value();
        row.name = agent.name();
        row.teams = agent.teams().stream().map(AgentRow::team).sorted().collect(Collectors.joining());
        row.languages = Columns.words(agent.languages().stream().sorted().toList());
        row.state = agent.state().name();
        return row;
    }

    /** The part that is there if the agent is in the team. */
    static String team(TeamId team) {
        return "," + team.value() + ",";
    }

    Agent toAgent() {
        Set<TeamId> in = Arrays.stream(teams.split(",", -1))
                .filter(team -> !team.isEmpty())
                .map(TeamId::of)
                .collect(Collectors.toSet());
        return new Agent(new ActorId(id), name, in, Set.copyOf(Columns.words(languages)), AgentState.valueOf(state));
    }
}
