package io.crmkit.staff;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import io.crmkit.error.Checks;
import io.crmkit.error.ViolationCode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When a group of agents is on duty, week by week.
 *
 * @param name unique within the team, 1 to 60 characters
 * @param team whose
 * @param days on which it begins
 * @param from the local time it begins; belongs to it
 * @param to the local time it ends; does not belong to it; at or before {@code from} it lies on the next day
 * @param zone the zone of both
 * @param members who is on duty
 */
public record Shift(
        String name,
        TeamId team,
        Set<DayOfWeek> days,
        LocalTime from,
        LocalTime to,
        ZoneId zone,
        Set<ActorId> members) {
    /** @throws io.crmkit.error.InvalidRequestException if name, days or members are missing */
    public Shift {
        days = Set.copyOf(days);
        members = Set.copyOf(members);
        Checks.that("shift")
                .line("name", name, 1, 60)
                .require(!days.isEmpty(), "days", ViolationCode.REQUIRED, "needs at least one day")
                .require(!members.isEmpty(), "members", ViolationCode.REQUIRED, "needs at least one agent")
                .done();
    }

    /** A shift of team {@link TeamId#SUPPORT} on every day of the week. */
    public static Shift daily(String name, LocalTime from, LocalTime to, ZoneId zone, String... members) {
        Set<ActorId> ids = Arrays.stream(members).map(ActorId::new).collect(Collectors.toSet());
        return new Shift(name, TeamId.SUPPORT, EnumSet.allOf(DayOfWeek.class), from, to, zone, ids);
    }

    /** Of this team instead. */
    public Shift in(TeamId other) {
        return new Shift(name, other, days, from, to, zone, members);
    }

    /** Beginning on these days only. */
    public Shift on(DayOfWeek... only) {
        return new Shift(name, team, Set.of(only), from, to, zone, members);
    }

    /**
     * Says whether the shift covers an instant. Compared are local times, so that a shift lasts from clock to clock on
     * the two days when clocks are changed.
     */
    public boolean covers(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (from.isBefore(to)) {
            return days.contains(local.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
        }
        return (!time.isBefore(from) && days.contains(local.getDayOfWeek()))
                || (time.isBefore(to) && days.contains(local.getDayOfWeek().minus(1)));
    }
}
