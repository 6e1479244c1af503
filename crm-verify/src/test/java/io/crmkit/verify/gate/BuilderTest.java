package io.crmkit.verify.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.DueReport;
import io.crmkit.actor.AccessMatrix;
import io.crmkit.actor.Actor;
import io.crmkit.actor.ActorKind;
import io.crmkit.audit.AuditAction;
import io.crmkit.customer.Customer;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.spi.limit.LimitDecision;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.RecordingNotifier;
import io.crmkit.testkit.SequentialIds;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How a CRM is made and ended. */
class BuilderTest {
    @Test
    void onlyTheStorageHasNoDefault() {
        Crm crm = Crm.builder().storage(MemoryStorage.create()).build();
        Instant before = InstantSource.system().instant();

        Customer customer = crm.as(Actor.host("exchange")).customers().register(RegisterCustomer.named("علی", "رضایی"));

        assertThat(customer.createdAt())
                .isBetween(
                        before.minusSeconds(1), InstantSource.system().instant().plusSeconds(1));
        assertThat(customer.id().value().version()).isEqualTo(7);
        assertThat(crm.runDue()).isEqualTo(new DueReport(0, 0, 0, 0, 0));
        assertThat(crm.nextDueAt()).isEmpty();
    }

    @Test
    void allThatIsMissingOrWrongIsListedAtOnce() {
        assertThatThrownBy(() -> Crm.builder().phoneRegion("Iran").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("storage")
                .hasMessageContaining("phoneRegion");
        assertThatThrownBy(() -> Crm.builder()
                        .storage(MemoryStorage.create())
                        .phoneRegion("ir")
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("phoneRegion")
                .hasMessageNotContaining("storage");
    }

    @Test
    void aPatternOfOrderIdsMustDemandACharacter() {
        assertThatThrownBy(() -> Crm.builder()
                        .storage(MemoryStorage.create())
                        .orderIds(Pattern.compile("(WD-\\d+)?"))
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("orderIds");
    }

    @Test
    void aLimiterAndLimitsForTheShippedOneExcludeEachOther() {
        CrmBuilder builder = Crm.builder()
                .storage(MemoryStorage.create())
                .rateLimits(RateLimits.standard())
                .rateLimiter((key, cost) -> LimitDecision.allow());

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rateLimiter and rateLimits");
    }

    @Test
    void eachOptionIsSetOnce() {
        CrmStorage storage = MemoryStorage.create();
        RecordingNotifier notifier = new RecordingNotifier();
        CrmBuilder builder = Crm.builder()
                .storage(storage)
                .clock(InstantSource.system())
                .ids(new SequentialIds())
                .policy(AccessMatrix.standard())
                .phoneRegion("IR")
                .orderIds(Pattern.compile("WD-\\d+"))
                .rateLimits(RateLimits.none())
                .notifier(NoticeChannel.SMS, notifier);

        for (Runnable again : List.<Runnable>of(
                () -> builder.storage(storage),
                () -> builder.clock(InstantSource.system()),
                () -> builder.ids(new SequentialIds()),
                () -> builder.policy(AccessMatrix.standard()),
                () -> builder.phoneRegion("IR"),
                () -> builder.orderIds(Pattern.compile("WD-\\d+")),
                () -> builder.rateLimits(RateLimits.standard()),
                () -> builder.notifier(NoticeChannel.SMS, notifier))) {
            assertThatThrownBy(again::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is set already");
        }
        assertThat(builder.notifier(NoticeChannel.EMAIL, notifier).build()).isNotNull();
    }

    @Test
    void closingTwiceIsFineAndClosesTheStorage() {
        CrmStorage storage = MemoryStorage.create();
        Crm crm = Crm.builder().storage(storage).build();

        crm.close();
        crm.close();

        assertThatThrownBy(crm::runDue).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> storage.inTransaction(tx -> tx.rules().rules()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void automationActsUnderItsOwnName() {
        Desk desk = Desk.staffed();
        Ticket ticket = desk.open(desk.ali().id());

        desk.crm().asSystem("job:import").tickets().comment(CommentOnTicket.on(ticket.id(), "x"));

        assertThat(desk.auditor()
                        .reports()
                        .activity(ActivityQuery.all(), PageRequest.first(1))
                        .items())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.by().kind()).isEqualTo(ActorKind.SYSTEM);
                    assertThat(entry.by().id().value()).isEqualTo("job:import");
                    assertThat(entry.action()).isEqualTo(AuditAction.TICKET_COMMENTED);
                });
    }

    @Test
    void nothingRunsByItself() {
        Desk desk = Desk.staffed();
        int threads = Thread.activeCount();

        desk.open(desk.ali().id());
        desk.clock.advance(Duration.ofDays(2));

        assertThat(desk.notifier.attempts()).isZero();
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
    }
}
