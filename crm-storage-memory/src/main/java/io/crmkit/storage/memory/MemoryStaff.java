package io.crmkit.storage.memory;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import io.crmkit.spi.storage.StaffStore;
import io.crmkit.staff.Agent;
import io.crmkit.staff.Shift;
import io.crmkit.staff.Team;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Agents, teams and shifts. */
final class MemoryStaff implements StaffStore {
    private static final Layout<Agent> AGENTS = new Layout<>("agent", MemoryStaff::listings);
    private static final Layout<Team> TEAMS =
            new Layout<>("team", row -> byKey(row.id().value()));
    private static final Layout<Shift> SHIFTS =
            new Layout<>("shift", row -> byKey(key(row.team(), row.name())).in("team " + row.team()));

    private final Transaction transaction;

    MemoryStaff(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void save(Agent agent) {
        save(AGENTS, agent.id().value(), agent);
    }

    @Override
    public void save(Team team) {
        save(TEAMS, team.id().value(), team);
    }

    @Override
    public void save(Shift shift) {
        save(SHIFTS, key(shift.team(), shift.name()), shift);
    }

    private <V> void save(Layout<V> layout, String key, V row) {
        transaction.lock(layout, key);
        transaction.write(layout, key, row);
    }

    @Override
    public void removeShift(TeamId team, String name) {
        String key = key(team, name);
        if (transaction.lock(SHIFTS, key).isPresent()) {
            transaction.remove(SHIFTS, key);
        }
    }

    @Override
    public Optional<Agent> agent(ActorId id) {
        return transaction.table(AGENTS).get(id.value());
    }

    @Override
    public Optional<Team> team(TeamId id) {
        return transaction.table(TEAMS).get(id.value());
    }

    @Override
    public List<Agent> agents(TeamId team) {
        return Walk.of(transaction.table(AGENTS), "team " + team).stream().toList();
    }

    @Override
    public List<Team> teams() {
        return transaction.table(TEAMS).rows();
    }

    @Override
    public List<Shift> shifts(TeamId team) {
        return Walk.of(transaction.table(SHIFTS), "team " + team).stream().toList();
    }

    private static String key(TeamId team, String name) {
        return team + " " + name;
    }

    private static Listings listings(Agent agent) {
        Listings listings = byKey(agent.id().value());
        agent.teams().forEach(team -> listings.in("team " + team));
        return listings;
    }

    /** Listed by key alone. */
    private static Listings byKey(String key) {
        return Listings.at(Instant.EPOCH, new UUID(0, 0), key);
    }
}
