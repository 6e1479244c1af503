package io.crmkit.verify.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.DueReport;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationId;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.notification.NotificationState;
import io.crmkit.page.PageRequest;
import io.crmkit.spi.notify.DeliveryException;
import io.crmkit.spi.notify.Notifier;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.SequentialIds;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.verify.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of notices when a sender dies, is slow, or is not alone. */
class CrashTest {
    private final MutableClock clock = new MutableClock(Instant.parse("2026-03-20T14:46:00Z"));
    private final CrmStorage storage = MemoryStorage.create();
    private final SequentialIds ids = new SequentialIds();
    private final List<NotificationId> taken = Collections.synchronizedList(new ArrayList<>());
    private final CrmSession host = node(notice -> {}).as(Actor.host("exchange"));

    @Test
    void aLeaseIsTakenOverWhenItEndsWithTheSameId() {
        open(1);
        Crm dying = node(notice -> {
            taken.add(notice.id());
            throw new InternalError("planned");
        });
        Crm other = node(notice -> taken.add(notice.id()));
        assertThatThrownBy(dying::runDue).isInstanceOf(InternalError.class);
        assertThat(notices().get(0).delivery().state()).isEqualTo(NotificationState.LEASED);
        assertThat(notices().get(0).delivery().attempts()).isEqualTo(1);
        assertThat(other.nextDueAt()).contains(clock.instant().plus(Duration.ofMinutes(5)));

        clock.advance(Duration.ofMinutes(5).minusNanos(1_000));
        assertThat(other.runDue().sent()).isZero();
        clock.advance(Duration.ofNanos(1_000));
        assertThat(other.runDue().sent()).isEqualTo(1);

        assertThat(taken).hasSize(2).containsOnly(notices().get(0).id());
        assertThat(notices().get(0).delivery().attempts()).isEqualTo(2);
    }

    @Test
    void whatWasNotBegunIsSentByTheNextRunAndHasOneAttempt() {
        open(10);
        AtomicBoolean healthy = new AtomicBoolean();
        Crm node = node(notice -> {
            if (!healthy.getAndSet(true)) {
                throw new InternalError("planned");
            }
            taken.add(notice.id());
        });
        assertThatThrownBy(node::runDue).isInstanceOf(InternalError.class);

        assertThat(node.runDue().sent()).isEqualTo(9);
        clock.advance(Duration.ofMinutes(5));
        assertThat(node.runDue().sent()).isEqualTo(1);

        assertThat(taken).hasSize(10).doesNotHaveDuplicates();
        assertThat(notices()).extracting(n -> n.delivery().attempts()).containsOnlyOnce(2);
        assertThat(notices()).filteredOn(n -> n.delivery().attempts() == 1).hasSize(9);
    }

    @Test
    void aNoticeThatKillsEverySenderIsGivenUpInTheEnd() {
        open(1);
        AtomicInteger deaths = new AtomicInteger();
        Crm node = node(notice -> {
            deaths.incrementAndGet();
            throw new InternalError("planned");
        });

        int dead = 0;
        for (int i = 0; i < 10; i++) {
            try {
                dead += node.runDue().dead();
            } catch (InternalError e) {
                assertThat(e).hasMessage("planned");
            }
            clock.advance(Duration.ofMinutes(5));
        }

        assertThat(deaths).hasValue(6);
        assertThat(dead).isEqualTo(1);
        assertThat(notices().get(0).delivery().state()).isEqualTo(NotificationState.DEAD);
    }

    @Test
    void aSlowSenderAndAnotherOneDoNotSendTheSame() {
        open(12);
        Crm other = node(notice -> taken.add(notice.id()));
        AtomicInteger delivered = new AtomicInteger();
        Crm slow = node(notice -> {
            taken.add(notice.id());
            clock.advance(Duration.ofSeconds(50));
            if (delivered.incrementAndGet() == 8) {
                other.runDue();
            }
        });

        slow.runDue();

        assertThat(taken).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void twoThreadsSendEachNoticeOnce() throws Exception {
        open(200);
        Crm node = node(notice -> taken.add(notice.id()));

        List<DueReport> reports = Together.call(2, node::runDue);

        assertThat(reports.stream().mapToInt(DueReport::sent).sum()).isEqualTo(200);
        assertThat(taken).hasSize(200).doesNotHaveDuplicates();
        assertThat(notices()).allMatch(n -> n.delivery().state() == NotificationState.SENT);
    }

    @Test
    void aSenderWhoseLeaseEndedDoesNotOverwriteWhatAnotherDid() {
        open(1);
        Crm other = node(notice -> taken.add(notice.id()));
        Crm late = node(notice -> {
            clock.advance(Duration.ofMinutes(6));
            other.runDue();
            throw DeliveryException.permanent("TOO_LATE");
        });

        DueReport report = late.runDue();

        assertThat(report).isEqualTo(new DueReport(0, 0, 0, 0, 0));
        assertThat(notices().get(0).delivery().state()).isEqualTo(NotificationState.SENT);
        assertThat(taken).hasSize(1);
    }

    private Crm node(Notifier sms) {
        return Crm.builder()
                .storage(storage)
                .clock(clock)
                .ids(ids)
                .notifier(NoticeChannel.SMS, sms)
                .build();
    }

    private void open(int tickets) {
        CustomerId customer = host.customers()
                .register(RegisterCustomer.named("Karthik", "Raja").phone("+919812345678"))
                .id();
        for (int i = 0; i < tickets; i++) {
            host.tickets().open(OpenTicket.of(customer, Channel.WEB, "x", "y"));
        }
    }

    private List<Notification> notices() {
        return host.notifications()
                .list(NotificationQuery.all(), PageRequest.first(200))
                .items();
    }
}
