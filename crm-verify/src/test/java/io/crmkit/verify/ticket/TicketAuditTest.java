package io.crmkit.verify.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.AuditEntry;
import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleAction;
import io.crmkit.automation.RuleEvent;
import io.crmkit.id.SubjectRef;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.notification.TemplateKey;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.MergeTickets;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.RateTicket;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is done to tickets is in the audit of the team that has the ticket, whoever does it. */
class TicketAuditTest {
    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();
    private final CrmSession vipLead =
            desk.as(Actor.agent("kavitha", Role.SUPPORT_SUPERVISOR).in(Desk.VIP));

    @Test
    void theDeedsOfCustomersRulesAndHostsBelongToTheTicketsTeam() {
        desk.host().automation().save(Rule.on("tagging", RuleEvent.CUSTOMER_WROTE, new RuleAction.AddTag("wrote")));
        Ticket ticket = desk.open(customer);
        desk.sara().tickets().refer(new ReferTicket(ticket.id(), Desk.VIP, "x"));
        int before = entries(desk.supervisor()).size();

        desk.customer(customer).tickets().write(WriteMessage.of(ticket.id(), customer, "چه شد؟"));
        desk.kavitha().tickets().reply(ReplyToTicket.to(ticket.id(), "x").then(TicketStatus.SOLVED));
        desk.host().tickets().rate(new RateTicket(ticket.id(), 5, ""));

        assertThat(entries(desk.supervisor())).hasSize(before);
        assertThat(entries(vipLead))
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder(
                        AuditAction.TICKET_WRITTEN,
                        AuditAction.RULE_FIRED,
                        AuditAction.TICKET_REPLIED,
                        AuditAction.TICKET_RATED);
    }

    @Test
    void aReferralBelongsToTheTeamThatReferred() {
        Ticket ticket = desk.open(customer);

        desk.sara().tickets().refer(new ReferTicket(ticket.id(), Desk.VIP, "x"));

        assertThat(entries(desk.supervisor()))
                .filteredOn(entry -> entry.action() == AuditAction.TICKET_REFERRED)
                .hasSize(1);
    }

    @Test
    void aMergeAndARetryBelongToTheTicketsTeam() {
        Ticket target = desk.open(customer);
        Ticket source = desk.open(customer);
        for (Ticket ticket : List.of(target, source)) {
            desk.sara().tickets().refer(new ReferTicket(ticket.id(), Desk.VIP, "x"));
        }
        desk.admin().tickets().merge(new MergeTickets(target.id(), source.id()));
        desk.notifier.failPermanently(3);
        desk.pass(Duration.ofHours(24));
        desk.host()
                .notifications()
                .list(NotificationQuery.all().template(TemplateKey.TICKET_UNANSWERED), PageRequest.first(1))
                .items()
                .forEach(dead -> desk.admin().notifications().retry(dead.id()));

        assertThat(entries(vipLead))
                .extracting(AuditEntry::action)
                .contains(AuditAction.TICKET_MERGED, AuditAction.NOTIFICATION_RETRIED);
        assertThat(entries(desk.supervisor()))
                .extracting(AuditEntry::action)
                .doesNotContain(AuditAction.TICKET_MERGED, AuditAction.NOTIFICATION_RETRIED);
    }

    @Test
    void theAuditNamesTheDeedAndWhoDidIt() {
        Ticket ticket = desk.open(customer);
        desk.sara().tickets().change(ChangeTicket.of(ticket).status(TicketStatus.OPEN));
        desk.sara()
                .tickets()
                .change(ChangeTicket.of(desk.stored(ticket))
                        .priority(Priority.LOW)
                        .tags("x"));

        List<AuditEntry> entries = entries(desk.auditor());

        assertThat(entries.get(0).action()).isEqualTo(AuditAction.TICKET_CHANGED);
        assertThat(entries.get(0).by().id()).isEqualTo(new ActorId("sara"));
        assertThat(entries.get(0).target())
                .isEqualTo(SubjectRef.ticket(ticket.id().toString()));
        assertThat(entries.get(0).customer()).contains(customer);
        assertThat(entries.get(1).action()).isEqualTo(AuditAction.TICKET_STATUS_CHANGED);
    }

    private static List<AuditEntry> entries(CrmSession who) {
        return who.reports()
                .activity(ActivityQuery.all(), PageRequest.first(100))
                .items();
    }
}
