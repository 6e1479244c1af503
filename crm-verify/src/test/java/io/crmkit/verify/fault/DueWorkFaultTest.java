package io.crmkit.verify.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.error.StorageBusyException;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationId;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.page.PageRequest;
import io.crmkit.testkit.FaultyStorage.Moment;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever fails while due work is done: later calls end in the same state, and no rule acts twice. */
class DueWorkFaultTest {
    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX_SIZE);
    /** Longer than a lease and than what puts a failing rule off. */
    private static final Duration PAUSE = Duration.ofMinutes(15);

    /** What due work comes to, whatever its detours: none of it names a time or an id. */
    private record Outcome(
            List<TicketStatus> statuses, List<Integer> events, List<String> executions, List<String> notices) {}

    @ParameterizedTest
    @EnumSource(Moment.class)
    void laterCallsMakeGoodWhatFailed(Moment moment, TestReporter reporter) {
        FaultDesk untouched = desk();
        int calls = untouched.storage.calls();
        untouched.crm.runDue();
        calls = untouched.storage.calls() - calls;
        Outcome expected = afterwards(untouched);
        int faults = 0;
        for (int call = 1; call <= calls; call++) {
            for (Throwable failure : failures()) {
                FaultDesk desk = desk();
                desk.storage.failAtCall(call, moment, failure);
                attempt(desk);
                assertThat(desk.storage.armed()).isFalse();
                faults++;

                assertThat(afterwards(desk)).as("%s at call %s", failure, call).isEqualTo(expected);
                assertThat(sentIds(desk)).containsAll(notificationIds(desk));
            }
        }

        reporter.publishEntry("faults in due work", Integer.toString(faults));
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void whatIsDueNextIsFoundAlthoughTheStorageIsBusy(Moment moment) {
        FaultDesk desk = desk();
        Optional<Instant> next = desk.crm.nextDueAt();
        for (int call = 1; call <= 2; call++) {
            desk.storage.failAtCall(call, moment, new StorageBusyException("planned"));

            assertThat(desk.crm.nextDueAt()).isEqualTo(next).isPresent();
            assertThat(desk.storage.armed()).isFalse();
        }
    }

    private static List<Throwable> failures() {
        return List.of(new IllegalStateException("planned"), new StorageBusyException("planned"), new PlannedError());
    }

    /** Eight days on: tickets to close, customers who wait, notices to send. */
    private static FaultDesk desk() {
        FaultDesk desk = new FaultDesk();
        desk.desk.notifications().retry(desk.dead.id());
        desk.clock.advance(Duration.ofDays(8));
        return desk;
    }

    private static void attempt(FaultDesk desk) {
        try {
            desk.crm.runDue();
        } catch (IllegalStateException | StorageBusyException | PlannedError e) {
            assertThat(e).hasMessage("planned");
        }
    }

    private static Outcome afterwards(FaultDesk desk) {
        for (int round = 0; round < 3; round++) {
            desk.clock.advance(PAUSE);
            desk.crm.runDue();
        }
        List<Ticket> tickets =
                desk.desk.tickets().list(TicketQuery.all().oldestFirst(), ALL).items();
        return new Outcome(
                tickets.stream().map(Ticket::status).toList(),
                tickets.stream().map(Ticket::events).toList(),
                desk.desk.automation().executions(ALL).items().stream()
                        .map(e -> e.rule() + " "
                                + tickets.stream().map(Ticket::id).toList().indexOf(e.ticket()))
                        .sorted()
                        .toList(),
                desk.desk.notifications().list(NotificationQuery.all(), ALL).items().stream()
                        .map(n -> n.template() + " " + n.delivery().state())
                        .sorted()
                        .toList());
    }

    private static List<NotificationId> sentIds(FaultDesk desk) {
        return desk.sms.sent().stream().map(Notification::id).toList();
    }

    private static List<NotificationId> notificationIds(FaultDesk desk) {
        return desk.desk.notifications().list(NotificationQuery.all(), ALL).items().stream()
                .map(Notification::id)
                .toList();
    }
}
