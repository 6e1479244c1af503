package io.crmkit.staff.internal;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.Permission;
import io.crmkit.actor.TeamId;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.FieldDelta;
import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.error.ViolationCode;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.Gate;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.access.Writing;
import io.crmkit.internal.delta.Deltas;
import io.crmkit.spi.storage.Reach;
import io.crmkit.staff.Agent;
import io.crmkit.staff.Shift;
import io.crmkit.staff.StaffDirectory;
import io.crmkit.staff.Team;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Agents, teams and shifts, behind one actor's gate. */
public final class DefaultStaffDirectory implements StaffDirectory {
    private final Gate gate;

    /** The staff as that gate's actor may use it. */
    public DefaultStaffDirectory(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Agent save(Agent agent) {
        return gate.write(Permission.STAFF_MANAGE, writing -> {
            Optional<Agent> before = writing.tx().staff().agent(agent.id());
            agent.teams().forEach(team -> requireTeam(writing, Permission.STAFF_MANAGE, team));
            before.ifPresent(
                    known -> known.teams().forEach(team -> requireTeam(writing, Permission.STAFF_MANAGE, team)));
            writing.tx().staff().save(agent);
            Map<String, String> known = before.map(StaffFields::of).orElse(Map.of());
            audit(
                    writing,
                    AuditAction.AGENT_SAVED,
                    new SubjectRef("agent", agent.id().value()),
                    Deltas.between(known, StaffFields.of(agent)));
            return agent;
        });
    }

    @Override
    public Team save(Team team) {
        return gate.write(Permission.STAFF_MANAGE, writing -> {
            requireTeam(writing, Permission.STAFF_MANAGE, team.id());
            boolean leadKnown = team.lead()
                    .map(writing.tx().staff()::agent)
                    .map(Optional::isPresent)
                    .orElse(true);
            Checks.that("")
                    .require(leadKnown, "lead", ViolationCode.UNKNOWN, "is no agent: save the agent first")
                    .done();
            Map<String, String> known =
                    writing.tx().staff().team(team.id()).map(StaffFields::of).orElse(Map.of());
            writing.tx().staff().save(team);
            audit(
                    writing,
                    AuditAction.TEAM_SAVED,
                    new SubjectRef("team", team.id().value()),
                    Deltas.between(known, StaffFields.of(team)));
            return team;
        });
    }

    @Override
    public Shift save(Shift shift) {
        return gate.write(Permission.SHIFT_MANAGE, writing -> {
            requireTeam(writing, Permission.SHIFT_MANAGE, shift.team());
            requireMembersOfTeam(writing, shift);
            Map<String, String> known = find(writing, shift.team(), shift.name())
                    .map(StaffFields::of)
                    .orElse(Map.of());
            writing.tx().staff().save(shift);
            audit(
                    writing,
                    AuditAction.SHIFT_SAVED,
                    subject(shift.team(), shift.name()),
                    Deltas.between(known, StaffFields.of(shift)));
            return shift;
        });
    }

    @Override
    public void removeShift(TeamId team, String name) {
        gate.write(Permission.SHIFT_MANAGE, writing -> {
            requireTeam(writing, Permission.SHIFT_MANAGE, team);
            Optional<Shift> known = find(writing, team, name);
            known.ifPresent(shift -> {
                writing.tx().staff().removeShift(team, name);
                audit(
                        writing,
                        AuditAction.SHIFT_REMOVED,
                        subject(team, name),
                        Deltas.between(StaffFields.of(shift), Map.of()));
            });
            return known.isPresent();
        });
    }

    @Override
    public Optional<Agent> agent(ActorId id) {
        return gate.read(
                Permission.STAFF_READ,
                reading -> reading.tx().staff().agent(id).filter(agent -> isWithinReach(reading, agent)));
    }

    @Override
    public List<Agent> agents(TeamId team) {
        return gate.read(
                Permission.STAFF_READ,
                reading -> withinReach(reading, reading.tx().staff().agents(team)));
    }

    @Override
    public List<Team> teams() {
        return gate.read(
                Permission.STAFF_READ,
                reading -> reading.tx().staff().teams().stream()
                        .filter(team -> isWithinReach(reading, team.id()))
                        .toList());
    }

    @Override
    public List<Shift> shifts(TeamId team) {
        return gate.read(
                Permission.STAFF_READ,
                reading -> isWithinReach(reading, team) ? reading.tx().staff().shifts(team) : List.of());
    }

    @Override
    public List<Agent> onDuty(TeamId team, Instant at) {
        Form instant = () -> Checks.that("").instant("at", at).found();
        return gate.enter(Permission.STAFF_READ)
                .with(instant)
                .read(reading -> withinReach(reading, OnDuty.onDuty(reading.tx(), team, at)));
    }

    private static List<Agent> withinReach(Reading reading, List<Agent> agents) {
        return agents.stream().filter(agent -> isWithinReach(reading, agent)).toList();
    }

    private static boolean isWithinReach(Reading reading, Agent agent) {
        Reach reach = reading.reach(Permission.STAFF_READ);
        return agent.teams().stream().anyMatch(team -> reach.covers(team, Optional.of(agent.id()), Optional.empty()));
    }

    private static boolean isWithinReach(Reading reading, TeamId team) {
        return reading.reach(Permission.STAFF_READ).covers(team, Optional.empty(), Optional.empty());
    }

    private static void requireTeam(Writing writing, Permission permission, TeamId team) {
        if (!writing.reach(permission).covers(team, Optional.empty(), Optional.empty())) {
            throw new PermissionDeniedException(writing.actor().id().value(), permission + ": of team " + team);
        }
    }

    private static void requireMembersOfTeam(Writing writing, Shift shift) {
        Set<ActorId> agents = writing.tx().staff().agents(shift.team()).stream()
                .map(Agent::id)
                .collect(Collectors.toSet());
        Checks checks = Checks.that("");
        shift.members().stream()
                .filter(member -> !agents.contains(member))
                .sorted()
                .forEach(member ->
                        checks.add("members", ViolationCode.UNKNOWN, member + " is no agent of team " + shift.team()));
        checks.done();
    }

    private static Optional<Shift> find(Reading reading, TeamId team, String name) {
        return reading.tx().staff().shifts(team).stream()
                .filter(shift -> shift.name().equals(name))
                .findFirst();
    }

    private static SubjectRef subject(TeamId team, String shift) {
        return new SubjectRef("shift", team + "/" + shift);
    }

    private static void audit(Writing writing, AuditAction action, SubjectRef target, List<FieldDelta> changes) {
        writing.audit(action, target, Optional.empty(), changes);
    }
}
