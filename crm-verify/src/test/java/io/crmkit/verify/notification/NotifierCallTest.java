package io.crmkit.verify.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.DueReport;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.StorageBusyException;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationState;
import io.crmkit.spi.notify.Notifier;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.FaultyStorage;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.SequentialIds;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEventKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When and how notifiers are called. */
class NotifierCallTest {
    private final MutableClock clock = new MutableClock(Instant.parse("2026-03-20T14:46:00Z"));
    private final FaultyStorage storage = new FaultyStorage(MemoryStorage.create());
    private final List<Notification> taken = new ArrayList<>();

    @Test
    void aNotifierIsCalledAfterTheCommitAndOutsideOfTransactions() {
        AtomicReference<@Nullable Crm> crm = new AtomicReference<>();
        crm.set(crm(notice -> {
            CrmSession system = Objects.requireNonNull(crm.get()).asSystem("sms");
            system.tickets().comment(CommentOnTicket.on(notice.ticket(), "SMS " + notice.id()));
            taken.add(notice);
        }));
        CrmSession host = Objects.requireNonNull(crm.get()).as(Actor.host("exchange"));
        Ticket ticket = open(host);
        assertThat(taken).isEmpty();

        assertThat(Objects.requireNonNull(crm.get()).runDue().sent()).isEqualTo(1);

        assertThat(taken).extracting(Notification::ticket).containsExactly(ticket.id());
        assertThat(taken.get(0).delivery().state()).isEqualTo(NotificationState.LEASED);
        assertThat(host.tickets().history(ticket.id()))
                .last()
                .satisfies(event -> assertThat(event.kind()).isEqualTo(TicketEventKind.COMMENT));
    }

    @Test
    void aLostRaceAfterTheDeliveryDoesNotSendAgain() {
        AtomicBoolean lost = new AtomicBoolean();
        Crm crm = crm(notice -> {
            taken.add(notice);
            if (!lost.getAndSet(true)) {
                storage.failAtCommit(new StorageBusyException("planned"));
            }
        });
        CrmSession host = crm.as(Actor.host("exchange"));
        open(host);
        open(host);

        assertThat(crm.runDue()).isEqualTo(new DueReport(0, 2, 0, 0, 0));

        clock.advance(Duration.ofHours(1));
        assertThat(crm.runDue()).isEqualTo(new DueReport(0, 0, 0, 0, 0));
        assertThat(taken).hasSize(2);
    }

    private Crm crm(Notifier sms) {
        return Crm.builder()
                .storage(storage)
                .clock(clock)
                .ids(new SequentialIds())
                .notifier(NoticeChannel.SMS, sms)
                .build();
    }

    private static Ticket open(CrmSession host) {
        CustomerId customer = host.customers()
                .register(RegisterCustomer.named("கவிதா", "ராஜன்").phone("+919812345678"))
                .id();
        return host.tickets().open(OpenTicket.of(customer, Channel.WEB, "x", "y"));
    }
}
