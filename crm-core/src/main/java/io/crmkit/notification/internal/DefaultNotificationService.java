package io.crmkit.notification.internal;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.audit.AuditAction;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.ViolationCode;
import io.crmkit.internal.access.Gate;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.access.Survivors;
import io.crmkit.internal.page.Pages;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationId;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.notification.NotificationService;
import io.crmkit.notification.NotificationState;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.NotificationCriteria;
import io.crmkit.spi.storage.Position;
import java.util.List;
import java.util.Optional;

/** The outbox as one actor may see it. */
public final class DefaultNotificationService implements NotificationService {
    private final Gate gate;

    /** For the actor of that gate. */
    public DefaultNotificationService(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Page<Notification> list(NotificationQuery query, PageRequest page) {
        return gate.read(Permission.NOTIFICATION_READ, page, reading -> {
            List<Notification> found = Survivors.listed(
                    reading,
                    query.customer(),
                    customer -> reading.tx()
                            .outbox()
                            .list(criteria(query, customer, reading), Pages.slice(page, SortOrder.NEWEST_FIRST)));
            return Pages.page(found, page, n -> new Position(n.createdAt(), n.id().value()))
                    .map(n -> NoticeMasks.masked(n, reading));
        });
    }

    private static NotificationCriteria criteria(
            NotificationQuery query, Optional<CustomerId> customer, Reading reading) {
        return new NotificationCriteria(
                reading.reach(Permission.NOTIFICATION_READ),
                query.state(),
                customer,
                query.template(),
                Optional.empty());
    }

    @Override
    public Notification get(NotificationId id) {
        return gate.read(
                Permission.NOTIFICATION_READ,
                reading -> NoticeMasks.masked(get(reading, id, Permission.NOTIFICATION_READ), reading));
    }

    @Override
    public Notification retry(NotificationId id) {
        return gate.write(Permission.NOTIFICATION_RETRY, writing -> {
            Notification dead = get(writing, id, Permission.NOTIFICATION_RETRY);
            if (dead.delivery().state() != NotificationState.DEAD) {
                throw InvalidRequestException.of(
                        "state",
                        ViolationCode.NOT_ALLOWED,
                        "is " + dead.delivery().state() + ", only DEAD may be retried");
            }
            Notification due = dead.with(Notification.Delivery.due(writing.now()));
            writing.tx().outbox().update(due);
            writing.audit(AuditAction.NOTIFICATION_RETRIED, due);
            return NoticeMasks.masked(due, writing);
        });
    }

    private static Notification get(Reading reading, NotificationId id, Permission permission) {
        return reading.tx()
                .outbox()
                .find(id, reading.reach(permission))
                .orElseThrow(() -> new NotFoundException("notification", id.toString()));
    }
}
