package io.crmkit.verify.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.DueReport;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.notification.TemplateKey;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.CountingStorage;
import io.crmkit.testkit.FaultyStorage;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.verify.Desk;
import io.crmkit.verify.HookedStorage;
import io.crmkit.verify.Together;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code runDue} touches, and what a failure stops. */
class DueWorkTest {
    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void onlyWhatIsDueIsTouched() {
        assertThat(callsOfATickWithIdleTickets(1_000)).isEqualTo(callsOfATickWithIdleTickets(10));
    }

    private static SortedMap<String, Integer> callsOfATickWithIdleTickets(int idle) {
        CountingStorage storage = new CountingStorage(MemoryStorage.create());
        Desk desk = Desk.staffed(storage);
        CustomerId customer = desk.host()
                .customers()
                .register(RegisterCustomer.named("Karthik", "Raja"))
                .id();
        desk.open(customer);
        desk.clock.advance(Duration.ofHours(1));
        for (int i = 0; i < idle; i++) {
            desk.open(customer);
        }
        storage.reset();
        assertThat(desk.pass(Duration.ZERO).ruled()).isZero();
        assertThat(storage.total()).as("rules, notices, keys, upload counts").isLessThanOrEqualTo(4);

        storage.reset();
        assertThat(desk.pass(Duration.ofHours(23)).ruled()).isEqualTo(1);
        return storage.calls();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void aFailureOnOneTicketStopsNoOtherAndIsMadeUpForLater(int call) {
        FaultyStorage storage = new FaultyStorage(MemoryStorage.create());
        Desk desk = Desk.staffed(storage);
        CustomerId customer = desk.ali().id();
        Ticket first = desk.open(customer);
        desk.clock.advance(Duration.ofSeconds(1));
        Ticket second = desk.open(customer);
        desk.pass(Duration.ZERO);
        desk.clock.advance(DAY);
        storage.failAtCall(call, FaultyStorage.Moment.AFTER, new IllegalStateException("planned"));

        DueReport report = desk.crm().runDue();

        assertThat(storage.armed()).isFalse();
        assertThat(report.ruled()).isEqualTo(1);
        assertThat(desk.sent(TemplateKey.TICKET_UNANSWERED))
                .extracting(Notification::ticket)
                .containsExactly(second.id());
        assertThat(desk.pass(Duration.ofMinutes(10)).ruled()).isEqualTo(1);
        assertThat(desk.sent(TemplateKey.TICKET_UNANSWERED))
                .extracting(Notification::ticket)
                .containsExactly(second.id(), first.id());
    }

    @Test
    void anEpisodeThatBeginsWhileTheOldOneIsDealtWithIsNotForgotten() {
        HookedStorage storage = new HookedStorage(MemoryStorage.create());
        Desk desk = Desk.staffed(storage);
        Ticket ticket = desk.open(desk.ali().id());
        desk.pass(Duration.ZERO);
        desk.clock.advance(DAY);

        storage.afterNext(() -> {
            desk.reply(ticket);
            desk.write(ticket);
        });
        DueReport report = desk.crm().runDue();

        assertThat(report.ruled()).isZero();
        assertThat(desk.pass(DAY).ruled()).isEqualTo(1);
        assertThat(desk.sent(TemplateKey.TICKET_UNANSWERED)).hasSize(1);
    }

    @Test
    void anEpisodeThatBeginsBeforeAFailureIsPutOffKeepsItsTime() {
        FaultyStorage faulty = new FaultyStorage(MemoryStorage.create());
        HookedStorage storage = new HookedStorage(faulty);
        Desk desk = Desk.staffed(storage);
        Ticket ticket = desk.open(desk.ali().id());
        desk.pass(Duration.ZERO);
        desk.clock.advance(DAY);

        storage.afterNext(() -> {
            desk.reply(ticket);
            desk.write(ticket);
            faulty.failAtCall(1, FaultyStorage.Moment.BEFORE, new IllegalStateException("planned"));
        });
        desk.crm().runDue();

        assertThat(faulty.armed()).isFalse();
        assertThat(desk.crm().nextDueAt()).contains(desk.clock.instant().plus(DAY));
    }

    @Test
    void aRuleThatFailsWithinACommandLeavesNothingOfIt() {
        FaultyStorage storage = new FaultyStorage(MemoryStorage.create());
        Desk desk = Desk.staffed(storage);
        CustomerId customer = desk.ali().id();
        int entries = entries(desk);
        int failures = 0;

        for (boolean failed = true; failed; ) {
            storage.failAtCall(failures + 1, FaultyStorage.Moment.AFTER, new IllegalStateException("planned"));
            try {
                desk.open(customer);
                failed = false;
            } catch (IllegalStateException e) {
                failures++;
                assertThat(desk.admin()
                                .tickets()
                                .list(TicketQuery.all(), PageRequest.first(1))
                                .items())
                        .isEmpty();
                assertThat(desk.admin()
                                .notifications()
                                .list(NotificationQuery.all(), PageRequest.first(1))
                                .items())
                        .isEmpty();
                assertThat(desk.admin()
                                .automation()
                                .executions(PageRequest.first(1))
                                .items())
                        .isEmpty();
                assertThat(entries(desk)).isEqualTo(entries);
                assertThat(desk.crm().nextDueAt()).isEmpty();
            }
        }

        assertThat(failures).isGreaterThan(10);
    }

    private static int entries(Desk desk) {
        return desk.auditor()
                .reports()
                .activity(ActivityQuery.all(), PageRequest.first(200))
                .items()
                .size();
    }

    @Test
    void severalThreadsActOnceForEachTicket() throws Exception {
        Desk desk = Desk.staffed();
        CustomerId customer = desk.ali().id();
        for (int i = 0; i < 100; i++) {
            desk.open(customer);
        }
        desk.clock.advance(DAY);

        List<DueReport> reports = Together.call(4, () -> desk.crm().runDue());

        assertThat(reports.stream().mapToInt(DueReport::ruled).sum()).isEqualTo(100);
        assertThat(reports.stream().mapToInt(DueReport::sent).sum()).isEqualTo(200);
        assertThat(desk.sent(TemplateKey.TICKET_UNANSWERED))
                .extracting(Notification::id)
                .hasSize(100)
                .doesNotHaveDuplicates();
        assertThat(desk.notifier.attempts()).isEqualTo(200);
    }
}
