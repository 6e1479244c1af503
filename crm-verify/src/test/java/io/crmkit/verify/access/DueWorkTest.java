package io.crmkit.verify.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.DueReport;
import io.crmkit.actor.AccessMatrix;
import io.crmkit.actor.AccessPolicy;
import io.crmkit.actor.Actor;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.audit.AuditEntry;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.RecordingNotifier;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What time makes due is done by rules under their own names, and by nobody else. */
class DueWorkTest {
    private final CrmStorage storage = MemoryStorage.create();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final RecordingNotifier sms = new RecordingNotifier();
    private final Crm crm = crm(AccessMatrix.standard());
    private final CrmSession admin = crm.as(Actor.agent("root", Role.ADMIN));

    @AfterEach
    void close() {
        crm.close();
    }

    @Test
    void rulesActUnderTheirOwnNames() {
        Ticket solved = solvedTicket();
        List<TicketEvent> before = admin.tickets().history(solved.id());

        clock.advance(Duration.ofDays(8));
        DueReport report = crm.runDue();

        List<TicketEvent> after = admin.tickets().history(solved.id());
        assertThat(report.ruled()).isEqualTo(1);
        assertThat(after.subList(before.size(), after.size()))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.by()).isEqualTo(actor("rule:auto-close")));
        assertThat(audit().stream().filter(entry -> entry.at().equals(clock.instant())))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.by()).isEqualTo(actor("rule:auto-close")));
    }

    @Test
    void nothingIsLeftForTheNextCall() {
        solvedTicket();
        clock.advance(Duration.ofDays(8));
        crm.runDue();
        List<AuditEntry> before = audit();

        DueReport second = crm.runDue();

        assertThat(second).isEqualTo(new DueReport(0, 0, 0, 0, 0));
        assertThat(audit()).isEqualTo(before);
        assertThat(sms.sent()).hasSize(1);
    }

    private Ticket solvedTicket() {
        CustomerId customer = admin.customers()
                .register(RegisterCustomer.named("கவிதா", "முருகன்").phone("+989123456789"))
                .id();
        Ticket ticket = admin.tickets().open(OpenTicket.of(customer, Channel.WEB, "KYC", "சரிபார்ப்பு"));
        return admin.tickets().reply(ReplyToTicket.to(ticket.id(), "முடிந்தது").then(TicketStatus.SOLVED));
    }

    private List<AuditEntry> audit() {
        return admin.reports()
                .activity(ActivityQuery.all(), PageRequest.first(PageRequest.MAX_SIZE))
                .items();
    }

    private Crm crm(AccessPolicy policy) {
        return Crm.builder()
                .storage(storage)
                .clock(clock)
                .policy(policy)
                .notifier(NoticeChannel.SMS, sms)
                .build();
    }

    private static ActorRef actor(String rule) {
        return new ActorRef(ActorKind.SYSTEM, new ActorId(rule));
    }
}
