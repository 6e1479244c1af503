package io.crmkit.verify.notification;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.notification.NotificationState;
import io.crmkit.notification.TemplateKey;
import io.crmkit.page.PageRequest;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who sees which notifications. */
class OutboxReadingTest {
    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();

    @Test
    void theListIsLatestFirstAndTakesEveryFilter() {
        desk.open(customer);
        desk.pass(Duration.ZERO);
        desk.clock.advance(Duration.ofHours(24));
        desk.crm().runDue();
        CustomerId other = desk.host()
                .customers()
                .register(RegisterCustomer.named("கவிதா", "ராஜன்").email("k@example.com"))
                .id();
        desk.open(other);

        assertThat(list(desk.host(), NotificationQuery.all()))
                .extracting(n -> n.template() + " " + n.delivery().state())
                .hasSize(3)
                .endsWith("ticket-received SENT")
                .contains("ticket-unanswered SENT", "ticket-received PENDING");
        assertThat(list(desk.host(), NotificationQuery.all().in(NotificationState.PENDING)))
                .extracting(Notification::customer)
                .containsExactly(other);
        assertThat(list(desk.host(), NotificationQuery.all().of(customer))).hasSize(2);
        assertThat(list(desk.host(), NotificationQuery.all().template(TemplateKey.TICKET_UNANSWERED)))
                .hasSize(1);
    }

    @Test
    void aSupervisorSeesAndRetriesThoseOfTheOwnTeam() {
        desk.open(customer);
        Notification notice = list(desk.host(), NotificationQuery.all()).get(0);
        CrmSession vip = desk.as(Actor.agent("kavitha", Role.SUPPORT_SUPERVISOR).in(Desk.VIP));

        assertThat(list(desk.supervisor(), NotificationQuery.all())).containsExactly(notice);
        assertThat(desk.supervisor().notifications().get(notice.id())).isEqualTo(notice);
        assertThat(list(vip, NotificationQuery.all())).isEmpty();
        refusal(NotFoundException.class, () -> vip.notifications().get(notice.id()));
        refusal(NotFoundException.class, () -> vip.notifications().retry(notice.id()));
        refusal(
                PermissionDeniedException.class,
                () -> desk.sara().notifications().get(notice.id()));
    }

    private static List<Notification> list(CrmSession who, NotificationQuery query) {
        return who.notifications().list(query, PageRequest.first(50)).items();
    }
}
