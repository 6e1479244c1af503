package io.crmkit.verify.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.audit.AuditAction;
import io.crmkit.customer.Customer;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.retention.RecordKind;
import io.crmkit.retention.Retention;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.RecordingNotifier;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that only ever grow do not, if the host says for how long it wants what is in them. */
class RetentionTest {
    private static final PageRequest PAGE = PageRequest.first(200);

    private final MutableClock clock = new MutableClock(Instant.parse("2026-03-20T14:46:00Z"));

    @Test
    void whatIsOlderThanTheHostWantsIsRemovedByRunDue() {
        CrmSession desk = desk(Retention.standard()
                .keep(RecordKind.NOTIFICATIONS, Duration.ofDays(30))
                .keep(RecordKind.MESSAGES, Duration.ofDays(60))
                .keep(RecordKind.AUDIT, Duration.ofDays(365)));
        Ticket first = solvedTicket(desk);
        pass(Duration.ofDays(40));
        Ticket second = solvedTicket(desk);

        pass(Duration.ofDays(21));

        assertThat(desk.notifications().list(NotificationQuery.all(), PAGE).items())
                .isNotEmpty()
                .allMatch(notice -> notice.ticket().equals(second.id()));
        assertThat(desk.tickets().messages(first.id(), PAGE).items()).isEmpty();
        assertThat(desk.tickets().messages(second.id(), PAGE).items()).hasSize(2);
        assertThat(desk.tickets().get(first.id()).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(opened(desk)).isEqualTo(2);

        pass(Duration.ofDays(330));

        assertThat(opened(desk)).isEqualTo(1);
    }

    @Test
    void nothingButKeysIsRemovedUnlessTheHostSaysSo() {
        CrmSession desk = desk(Retention.standard());
        Ticket ticket = solvedTicket(desk);

        pass(Duration.ofDays(5_000));

        assertThat(desk.tickets().messages(ticket.id(), PAGE).items()).hasSize(2);
        assertThat(desk.notifications().list(NotificationQuery.all(), PAGE).items())
                .isNotEmpty();
        assertThat(opened(desk)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aTimeThatIsTooShortIsRefused(RecordKind kind) {
        Duration shorter = kind.shortest().minusSeconds(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retention.standard().keep(kind, shorter))
                .withMessageContaining(kind + " must be kept for " + kind.shortest());
        assertThat(Retention.standard().keep(kind, kind.shortest()).of(kind)).contains(kind.shortest());
    }

    private Crm crm;

    private CrmSession desk(Retention retention) {
        crm = Crm.builder()
                .storage(MemoryStorage.create())
                .clock(clock)
                .notifier(NoticeChannel.SMS, new RecordingNotifier())
                .retention(retention)
                .build();
        return crm.as(Actor.agent("sara", Role.ADMIN));
    }

    /** Solved, and closed by time alone a week later. */
    private Ticket solvedTicket(CrmSession desk) {
        Customer customer =
                desk.customers().register(RegisterCustomer.named("علی", "رضایی").phone("+989123456789"));
        Ticket ticket = crm.as(Actor.host("exchange"))
                .tickets()
                .open(OpenTicket.of(customer.id(), Channel.WEB, "برداشت", "برداشت من انجام نشد"));
        return desk.tickets().reply(ReplyToTicket.to(ticket.id(), "انجام شد").then(TicketStatus.SOLVED));
    }

    private void pass(Duration time) {
        clock.advance(Duration.ofMinutes(1));
        crm.runDue();
        clock.advance(time);
        crm.runDue();
        crm.runDue();
    }

    private static long opened(CrmSession desk) {
        return desk.reports().activity(ActivityQuery.all(), PAGE).items().stream()
                .filter(line -> line.action() == AuditAction.TICKET_OPENED)
                .count();
    }
}
