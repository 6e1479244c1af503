package io.crmkit.verify.notification;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.DueReport;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.notification.NotificationState;
import io.crmkit.notification.TemplateKey;
import io.crmkit.page.PageRequest;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.RecordingNotifier;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the outbox is emptied. */
class DeliveryTest {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(12));
    private static final Duration TICK = Duration.ofNanos(1_000);

    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();

    @Test
    void whatIsTakenOverIsSentOnce() {
        desk.open(customer);

        DueReport report = desk.pass(Duration.ofSeconds(5));

        assertThat(report).isEqualTo(new DueReport(0, 1, 0, 0, 0));
        assertThat(desk.pass(Duration.ofHours(1))).isEqualTo(new DueReport(0, 0, 0, 0, 0));
        Notification sent = only();
        assertThat(sent.delivery())
                .isEqualTo(new Notification.Delivery(
                        NotificationState.SENT,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(sent.createdAt().plusSeconds(5)),
                        Optional.empty()));
        assertThat(desk.notifier.attempts()).isEqualTo(1);
    }

    @Test
    void failuresAreRepeatedAfterLongerAndLongerPausesThenGivenUp() {
        desk.notifier.failTemporarily(100);
        desk.open(customer);
        DueReport first = desk.pass(Duration.ZERO);
        assertThat(first).isEqualTo(new DueReport(0, 0, 1, 0, 0));

        for (int i = 0; i < PAUSES.size(); i++) {
            assertThat(only().delivery().state()).isEqualTo(NotificationState.RETRY);
            assertThat(only().delivery().attempts()).isEqualTo(i + 1);
            assertThat(only().delivery().error()).contains(RecordingNotifier.CODE);
            assertThat(desk.crm().nextDueAt())
                    .contains(desk.clock.instant().plus(PAUSES.get(i)))
                    .isEqualTo(only().delivery().nextAttemptAt());
            desk.pass(PAUSES.get(i).minus(TICK));
            assertThat(desk.notifier.attempts()).isEqualTo(i + 1);
            DueReport last = desk.pass(TICK);
            assertThat(last.dead()).isEqualTo(i == PAUSES.size() - 1 ? 1 : 0);
        }

        assertThat(only().delivery().state()).isEqualTo(NotificationState.DEAD);
        assertThat(only().delivery().attempts()).isEqualTo(6);
        assertThat(only().delivery().nextAttemptAt()).isEmpty();
        desk.pass(Duration.ofDays(3));
        assertThat(desk.notifier.attempts()).isLessThanOrEqualTo(7);
        assertThat(desk.sent(TemplateKey.TICKET_RECEIVED)).isEmpty();
    }

    @Test
    void aRefusalForGoodIsGivenUpAtOnce() {
        desk.notifier.failPermanently(1);
        desk.open(customer);

        assertThat(desk.pass(Duration.ZERO)).isEqualTo(new DueReport(0, 0, 0, 1, 0));
        assertThat(only().delivery().state()).isEqualTo(NotificationState.DEAD);
        assertThat(only().delivery().error()).contains(RecordingNotifier.CODE);
    }

    @Test
    void anythingElseThatIsThrownIsRepeatedAndStopsNoOther() {
        desk.notifier.failUnexpectedly(1);
        desk.open(customer);
        desk.open(customer);

        assertThat(desk.pass(Duration.ZERO)).isEqualTo(new DueReport(0, 1, 1, 0, 0));
        assertThat(desk.pass(Duration.ofMinutes(1))).isEqualTo(new DueReport(0, 1, 0, 0, 0));
        assertThat(desk.notifier.sent()).extracting(Notification::id).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void withoutANotifierItIsGivenUpAndCanBeRetriedOnceThereIsOne() {
        CrmStorage storage = MemoryStorage.create();
        Crm mute = Crm.builder().storage(storage).clock(desk.clock).build();
        RecordingNotifier sms = new RecordingNotifier();
        Crm speaking = Crm.builder()
                .storage(storage)
                .clock(desk.clock)
                .notifier(NoticeChannel.SMS, sms)
                .build();
        CrmSession host = mute.as(Actor.host("exchange"));
        CustomerId someone = host.customers()
                .register(RegisterCustomer.named("Karthik", "Raja").phone("+919812345678"))
                .id();
        host.tickets().open(OpenTicket.of(someone, Channel.WEB, "x", "y"));

        assertThat(mute.runDue()).isEqualTo(new DueReport(0, 0, 0, 1, 0));
        Notification dead = host.notifications()
                .list(NotificationQuery.all(), PageRequest.first(1))
                .items()
                .get(0);
        assertThat(dead.delivery().error()).contains("NO_NOTIFIER");
        Notification due = host.notifications().retry(dead.id());

        assertThat(due.delivery()).isEqualTo(Notification.Delivery.due(desk.clock.instant()));
        assertThat(speaking.runDue().sent()).isEqualTo(1);
        assertThat(sms.sent()).extracting(Notification::id).containsExactly(dead.id());
        assertThat(sms.sent()).extracting(Notification::to).containsExactly("+919812345678");
    }

    @Test
    void aRetriedNoticeHasAllAttemptsBeforeIt() {
        desk.notifier.failTemporarily(6);
        desk.open(customer);
        desk.pass(Duration.ZERO);
        PAUSES.forEach(desk::pass);
        assertThat(only().delivery().state()).isEqualTo(NotificationState.DEAD);

        desk.host().notifications().retry(only().id());
        desk.notifier.failTemporarily(1);
        desk.pass(Duration.ZERO);

        assertThat(only().delivery().state()).isEqualTo(NotificationState.RETRY);
        assertThat(only().delivery().attempts()).isEqualTo(1);
    }

    @Test
    void onlyWhatWasGivenUpCanBeRetried() {
        desk.open(customer);
        Notification pending = only();

        refusal(InvalidRequestException.class, () -> desk.host().notifications().retry(pending.id()));
        desk.pass(Duration.ZERO);
        refusal(InvalidRequestException.class, () -> desk.host().notifications().retry(pending.id()));

        assertThat(only().delivery().state()).isEqualTo(NotificationState.SENT);
    }

    @Test
    void anAddressIsTakenAsItWasWhenTheNoticeWasCaused() {
        desk.open(customer);
        desk.pass(Duration.ZERO);

        assertThat(desk.notifier.sent()).singleElement().satisfies(notice -> {
            assertThat(notice.channel()).isEqualTo(NoticeChannel.SMS);
            assertThat(notice.to()).isEqualTo("۰۹۱۲ ۳۴۵ ۶۷۸۹");
        });
    }

    @Test
    void withoutATelephoneTheCustomerGetsMailAndWithoutBothNothing() {
        CustomerId mail = desk.host()
                .customers()
                .register(RegisterCustomer.named("Karthik", "Raja").email("K.Raja@example.com"))
                .id();
        CustomerId none = desk.host()
                .customers()
                .register(RegisterCustomer.named("கவிதா", "ராஜன்"))
                .id();
        desk.open(mail);
        desk.open(none);

        desk.pass(Duration.ZERO);

        assertThat(desk.notifier.sent()).singleElement().satisfies(notice -> {
            assertThat(notice.channel()).isEqualTo(NoticeChannel.EMAIL);
            assertThat(notice.to()).isEqualTo("K.Raja@example.com");
        });
    }

    private Notification only() {
        List<Notification> all = desk.host()
                .notifications()
                .list(NotificationQuery.all().template(TemplateKey.TICKET_RECEIVED), PageRequest.first(10))
                .items();
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
