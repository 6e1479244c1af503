package io.crmkit.staff.internal;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.staff.Agent;
import io.crmkit.staff.AgentState;
import io.crmkit.staff.Shift;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who is on duty: asked by people in the staff directory and by rules within their own transaction. */
public final class OnDuty {
    private OnDuty() {}

    /** The active agents of a team whose shift covers an instant, by id. */
    public static List<Agent> onDuty(CrmTransaction tx, TeamId team, Instant at) {
        Set<ActorId> members = new HashSet<>();
        for (Shift shift : tx.staff().shifts(team)) {
            if (shift.covers(at)) {
                members.addAll(shift.members());
            }
        }
        return tx.staff().agents(team).stream()
                .filter(agent -> agent.state() == AgentState.ACTIVE && members.contains(agent.id()))
                .toList();
    }
}
