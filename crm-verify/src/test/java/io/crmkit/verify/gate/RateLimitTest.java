package io.crmkit.verify.gate;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.LimitExceededException;
import io.crmkit.page.PageRequest;
import io.crmkit.report.CsvFormat;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
import io.crmkit.spi.limit.LimitDecision;
import io.crmkit.spi.limit.LimitGroup;
import io.crmkit.spi.limit.Rate;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.MutableClock;
import io.crmkit.time.TimeRange;
import io.crmkit.verify.Desk;
import io.crmkit.verify.Together;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How much one actor may do in a time. */
class RateLimitTest {
    private final MutableClock clock = new MutableClock(Instant.parse("2026-03-20T14:46:00Z"));

    @Test
    void aScriptThatTurnsPagesIsStoppedAndToldWhenToGoOn() {
        CrmSession script = crm(RateLimits.standard()).as(Actor.agent("sara", Role.SUPPORT_AGENT));

        int pages = pagesUntilRefused(script);
        LimitExceededException refused = refusal(LimitExceededException.class, () -> turn(script));

        assertThat(pages).isBetween(20, 60);
        assertThat(refused.limit()).isEqualTo("READ operations of one actor");
        Duration wait = refused.retryAfter().orElseThrow();
        clock.advance(wait.minusMillis(1));
        refusal(LimitExceededException.class, () -> turn(script));
        clock.advance(Duration.ofMillis(1));
        turn(script);
    }

    @Test
    void aPersonWhoOpensACustomerEveryTwoSecondsNeverMeetsALimit() {
        CrmSession person = crm(RateLimits.standard()).as(Actor.agent("sara", Role.SUPPORT_AGENT));
        var ali = person.customers().register(RegisterCustomer.named("Ali", ""));

        for (int i = 0; i < 3_600; i += 2) {
            clock.advance(Duration.ofSeconds(2));
            person.customers().get(ali.id());
            person.customers().search(CustomerQuery.containing("ali"), PageRequest.first());
            person.customers().history(ali.id(), PageRequest.first());
        }
    }

    @Test
    void exportsAreFew() {
        CrmSession lead = crm(RateLimits.standard()).as(Actor.agent("leila", Role.SUPPORT_SUPERVISOR));
        TimeRange day = new TimeRange(clock.instant(), clock.instant().plusSeconds(86_400));
        ReportRequest request = ReportRequest.of(ReportId.TICKETS, day, ZoneId.of("Asia/Tehran"));
        Runnable export =
                () -> lead.reports().export(request, CsvFormat.forPrograms(), OutputStream.nullOutputStream());

        for (int i = 0; i < 20; i++) {
            export.run();
        }
        assertThat(refusal(LimitExceededException.class, export).retryAfter()).contains(Duration.ofMinutes(3));
        clock.advance(Duration.ofMinutes(3));
        export.run();
        assertThat(refusal(LimitExceededException.class, export).limit()).startsWith("EXPORT");
    }

    @Test
    void actorsAndGroupsAreCountedApart() {
        Crm crm = crm(RateLimits.standard());
        CrmSession script = crm.as(Actor.agent("sara", Role.SUPPORT_AGENT));
        pagesUntilRefused(script);

        turn(crm.as(Actor.agent("omid", Role.SUPPORT_AGENT)));
        script.customers().register(RegisterCustomer.named("Ali", ""));
        refusal(LimitExceededException.class, () -> turn(crm.as(Actor.agent("sara", Role.ADMIN))));
    }

    @Test
    void theHostAndSystemsHaveNoLimit() {
        Crm crm = crm(RateLimits.standard());
        for (int i = 0; i < 1_000; i++) {
            turn(crm.as(Actor.host("exchange")));
            turn(crm.asSystem("job:import"));
        }
    }

    @Test
    void limitsAreTheHostsToChoose() {
        Rate one = new Rate(1, 1, Duration.ofSeconds(1));
        Crm strict = crm(RateLimits.standard().with(LimitGroup.WRITE, one).exempting());
        CrmSession host = strict.as(Actor.host("exchange"));
        host.customers().register(RegisterCustomer.named("Ali", ""));

        refusal(LimitExceededException.class, () -> host.customers().register(RegisterCustomer.named("Mina", "")));
        assertThat(pagesUntilRefused(crm(RateLimits.standard().exempting()).as(Actor.host("exchange"))))
                .isLessThan(100);
        assertThat(host.customers()
                        .search(CustomerQuery.all(), PageRequest.first())
                        .customers())
                .hasSize(1);
    }

    @Test
    void aClockThatIsSetBackClosesNobodyOut() {
        CrmSession script = crm(RateLimits.standard()).as(Actor.agent("sara", Role.SUPPORT_AGENT));
        pagesUntilRefused(script);

        clock.advance(Duration.ofDays(-10));
        refusal(LimitExceededException.class, () -> turn(script));
        clock.advance(Duration.ofSeconds(2));

        turn(script);
    }

    @Test
    void threadsTakeNoMoreThanThereIs() throws Exception {
        Crm crm = crm(RateLimits.none().with(LimitGroup.READ, new Rate(60, 1, Duration.ofDays(1))));
        AtomicInteger turned = new AtomicInteger();

        Together.call(4, () -> {
            CrmSession script = crm.as(Actor.agent("sara", Role.SUPPORT_AGENT));
            return turned.addAndGet(pagesUntilRefused(script));
        });

        assertThat(turned).hasValue(2);
    }

    @Test
    void runDueIsNotHeldUp() {
        Desk desk = Desk.staffed();
        Crm crm = Crm.builder()
                .storage(MemoryStorage.create())
                .clock(desk.clock)
                .rateLimiter((key, cost) -> LimitDecision.refuse(Duration.ofDays(1)))
                .build();

        assertThat(crm.runDue().ruled()).isZero();
    }

    @Test
    void settingsWithoutSenseAreRefused() {
        for (Runnable wrong : List.<Runnable>of(
                () -> new Rate(0, 1, Duration.ofSeconds(1)),
                () -> new Rate(1, 0, Duration.ofSeconds(1)),
                () -> new Rate(1_000_001, 1, Duration.ofSeconds(1)),
                () -> new Rate(1, 1, Duration.ZERO),
                () -> new Rate(1, 1, Duration.ofSeconds(-1)),
                () -> new Rate(1, 1, Duration.ofSeconds(Long.MAX_VALUE)))) {
            assertThatIllegalArgumentException().isThrownBy(wrong::run);
        }
    }

    private static void turn(CrmSession session) {
        session.customers().search(CustomerQuery.all(), PageRequest.first(200));
    }

    private static int pagesUntilRefused(CrmSession session) {
        for (int pages = 0; pages < 10_000; pages++) {
            try {
                turn(session);
            } catch (LimitExceededException e) {
                return pages;
            }
        }
        throw new AssertionError("never refused");
    }

    private Crm crm(RateLimits limits) {
        return Crm.builder()
                .storage(MemoryStorage.create())
                .clock(clock)
                .rateLimits(limits)
                .build();
    }
}
