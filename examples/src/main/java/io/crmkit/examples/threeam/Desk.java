package io.crmkit.examples.threeam;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.automation.ShippedRules;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.examples.SimulatedClock;
import io.crmkit.money.Money;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.Notification;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.staff.Agent;
import io.crmkit.staff.Shift;
import io.crmkit.staff.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The desk of the story: two agents at night, one by day, a technical team, a lead, and a customer. */
final class Desk implements AutoCloseable {
    static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    static final TeamId TECH = TeamId.of("tech");

    final SimulatedClock clock = new SimulatedClock(Instant.parse("2025-11-07T23:30:00Z"));
    final List<Notification> sent = new ArrayList<>();
    final Crm crm;
    final CrmSession host;

    /** Over an empty storage. */
    Desk(CrmStorage storage) {
        crm = Crm.builder()
                .storage(storage)
                .clock(clock)
                .phoneRegion("IR")
                .notifier(NoticeChannel.SMS, sent::add)
                .notifier(NoticeChannel.EMAIL, sent::add)
                .notifier(NoticeChannel.AGENT, sent::add)
                .build();
        host = crm.as(Actor.host("exchange"));
        if (!host.staff().teams().isEmpty()) {
            throw new IllegalStateException("the database holds records already, and the story needs an empty one");
        }
        host.staff().save(Agent.of("a17", "Sara").speaking("fa", "en"));
        host.staff().save(Agent.of("a23", "Kavitha").speaking("ta", "en"));
        host.staff().save(Agent.of("a02", "Amir").speaking("fa", "en"));
        host.staff().save(Agent.of("boss", "Mina").speaking("fa"));
        host.staff().save(Agent.of("t05", "Omid").in(TECH));
        host.staff().save(Team.ledBy(TeamId.SUPPORT, "boss"));
        host.staff().save(Team.ledBy(TECH, "t05"));
        host.staff().save(shift("night", "22:00", "06:00", "a17", "a23"));
        host.staff().save(shift("day", "06:00", "14:00", "a02"));
        host.automation().save(ShippedRules.nightShift());
        host.automation().save(ShippedRules.solvedNotice());
    }

    private static Shift shift(String name, String from, String to, String... members) {
        return Shift.daily(name, LocalTime.parse(from), LocalTime.parse(to), TEHRAN, members);
    }

    CustomerId customer(StoryTexts texts, String language) {
        CustomerId id = host.customers()
                .register(RegisterCustomer.named(texts.of("given"), texts.of("family"))
                        .phone(texts.of("phone"))
                        .language(language))
                .id();
        for (int i = 1; i <= 5; i++) {
            host.activities()
                    .record(new RecordActivity(
                            id,
                            "ledger",
                            "w-" + i,
                            ActivityType.WITHDRAWAL,
                            ActivityStatus.SUCCESS,
                            clock.instant().minus(Duration.ofDays(i)),
                            Optional.of(Money.parse("250 USDT"))));
        }
        return id;
    }

    /** Moves the clock, then does what the host does once a minute. */
    void passTime(Duration time) {
        clock.advance(time);
        crm.runDue();
    }

    ZonedDateTime now() {
        return clock.instant().atZone(TEHRAN);
    }

    long sent(String template, String to) {
        return sent.stream()
                .filter(n -> n.template().value().equals(template) && n.to().equals(to))
                .count();
    }

    @Override
    public void close() {
        crm.close();
    }
}
