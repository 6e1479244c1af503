package io.crmkit.storage.jpa.parity;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.automation.ShippedRules;
import io.crmkit.error.CrmException;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.staff.Agent;
import io.crmkit.staff.Shift;
import io.crmkit.staff.Team;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.RecordingNotifier;
import io.crmkit.testkit.SequentialIds;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/** One CRM with clock, ids and staff of its own, which are the same on each desk. */
final class Desk implements AutoCloseable {
    static final TeamId TECH = TeamId.of("tech");

    final MutableClock clock = new MutableClock(Instant.parse("2026-03-19T22:00:00Z"));
    final RecordingNotifier notifier = new RecordingNotifier();
    final Crm crm;

    Desk(CrmStorage storage) {
        crm = Crm.builder()
                .storage(storage)
                .clock(clock)
                .ids(new SequentialIds())
                .phoneRegion("IR")
                .rateLimits(RateLimits.none())
                .notifier(NoticeChannel.SMS, notifier)
                .notifier(NoticeChannel.EMAIL, notifier)
                .notifier(NoticeChannel.AGENT, notifier)
                .build();
        CrmSession admin = as(Who.ADMIN);
        admin.automation().save(ShippedRules.solvedNotice());
        admin.automation().save(ShippedRules.nightShift());
        for (String id : List.of("sara", "amir", "boss")) {
            admin.staff().save(Agent.of(id, "سارا").in(TeamId.SUPPORT, TECH).speaking("fa", "ta"));
        }
        admin.staff().save(Team.ledBy(TeamId.SUPPORT, "boss"));
        admin.staff().save(Team.ledBy(TECH, "boss"));
        admin.staff()
                .save(Shift.daily("night", LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneId.of("Asia/Tehran"), "amir"));
    }

    /** Who acts. */
    enum Who {
        ADMIN(Actor.agent("boss", Role.ADMIN)),
        SARA(Actor.agent("sara", Role.SUPPORT_AGENT)),
        AMIR(Actor.agent("amir", Role.SUPPORT_AGENT)),
        SALES(Actor.agent("nila", Role.SALES_MANAGER)),
        HOST(Actor.host("exchange"));

        private final Actor actor;

        Who(Actor actor) {
            this.actor = actor;
        }
    }

    CrmSession as(Who who) {
        return crm.as(who.actor);
    }

    /** What a step returned, or what the CRM said instead. */
    Object outcome(Function<Desk, Object> step) {
        try {
            return step.apply(this);
        } catch (CrmException e) {
            return e.code() + " " + e.getMessage();
        }
    }

    @Override
    public void close() {
        crm.close();
    }
}
