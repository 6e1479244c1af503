package io.crmkit.verify.ticket;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.actor.Scope;
import io.crmkit.automation.AutomationService;
import io.crmkit.automation.RuleId;
import io.crmkit.automation.ShippedRules;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.notification.NotificationId;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.notification.NotificationService;
import io.crmkit.page.PageRequest;
import io.crmkit.testkit.TripwireStorage;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.MergeTickets;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.RateTicket;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketNumber;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.ticket.TicketService;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.verify.Desk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may do what is decided before anything is looked at. */
class TicketRightsTest {
    private static final TicketId ID = TicketId.parse("01J00000000000000000000000");
    private static final CustomerId CUSTOMER = CustomerId.parse("01J00000000000000000000000");
    private static final PageRequest PAGE = PageRequest.first(1);

    @Test
    void nobodyTouchesTheStorageWithoutThePermission() {
        TripwireStorage storage = new TripwireStorage();
        CrmSession nobody = new Desk(storage, (role, permission) -> Scope.NONE).admin();

        for (Map.Entry<Permission, Runnable> call : calls(nobody)) {
            PermissionDeniedException denied = refusal(PermissionDeniedException.class, call.getValue());
            assertThat(denied.missing()).isEqualTo(call.getKey().name());
        }

        assertThat(storage.touched()).isZero();
    }

    @Test
    void onePermissionIsEnoughForEach() {
        for (int i = 0; i < calls(new Desk().admin()).size(); i++) {
            TripwireStorage storage = new TripwireStorage();
            Permission needed = calls(new Desk().admin()).get(i).getKey();
            CrmSession session = new Desk(storage, (role, p) -> p == needed ? Scope.ALL : Scope.NONE).admin();

            assertThatThrownBy(calls(session).get(i).getValue()::run).isInstanceOf(AssertionError.class);

            assertThat(storage.touched()).isEqualTo(1);
        }
    }

    private static List<Map.Entry<Permission, Runnable>> calls(CrmSession session) {
        TicketService tickets = session.tickets();
        AutomationService rules = session.automation();
        NotificationService notices = session.notifications();
        NotificationId notice = NotificationId.parse("01J00000000000000000000000");
        return List.of(
                entry(Permission.TICKET_OPEN, () -> tickets.open(OpenTicket.of(CUSTOMER, Channel.WEB, "x", "y"))),
                entry(Permission.TICKET_WRITE, () -> tickets.write(WriteMessage.of(ID, CUSTOMER, "x"))),
                entry(Permission.TICKET_WORK, () -> tickets.reply(ReplyToTicket.to(ID, "x"))),
                entry(Permission.TICKET_WORK, () -> tickets.comment(CommentOnTicket.on(ID, "x"))),
                entry(Permission.TICKET_WORK, () -> tickets.change(ChangeTicket.of(ID, 1))),
                entry(Permission.TICKET_WORK, () -> tickets.assign(AssignTicket.to(ID, "sara"))),
                entry(Permission.TICKET_WORK, () -> tickets.refer(new ReferTicket(ID, Desk.VIP, "x"))),
                entry(Permission.TICKET_MERGE, () -> tickets.merge(new MergeTickets(ID, ID))),
                entry(Permission.TICKET_RATE, () -> tickets.rate(new RateTicket(ID, 1, ""))),
                entry(Permission.TICKET_READ, () -> tickets.get(ID)),
                entry(Permission.TICKET_READ, () -> tickets.find(new TicketNumber(1))),
                entry(Permission.TICKET_READ, () -> tickets.list(TicketQuery.all(), PAGE)),
                entry(Permission.TICKET_READ, () -> tickets.messages(ID, PAGE)),
                entry(Permission.TICKET_READ, () -> tickets.history(ID)),
                entry(Permission.TICKET_READ, () -> tickets.context(ID)),
                entry(Permission.TICKET_VIEW, () -> tickets.view(ID)),
                entry(Permission.TICKET_VIEW, () -> tickets.views(CUSTOMER, PAGE)),
                entry(Permission.RULE_MANAGE, () -> rules.save(ShippedRules.acknowledge())),
                entry(Permission.RULE_MANAGE, () -> rules.enable(new RuleId("acknowledge"), true)),
                entry(Permission.RULE_READ, rules::rules),
                entry(Permission.RULE_READ, () -> rules.executions(PAGE)),
                entry(Permission.NOTIFICATION_READ, () -> notices.list(NotificationQuery.all(), PAGE)),
                entry(Permission.NOTIFICATION_READ, () -> notices.get(notice)),
                entry(Permission.NOTIFICATION_RETRY, () -> notices.retry(notice)));
    }

    private static Map.Entry<Permission, Runnable> entry(Permission permission, Runnable call) {
        return Map.entry(permission, call);
    }
}
