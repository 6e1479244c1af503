package io.crmkit.notification.internal;

import io.crmkit.actor.Permission;
import io.crmkit.actor.Scope;
import io.crmkit.internal.access.Reading;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.Notification;

/** Hides customers' addresses in notifications from those who may not see every customer's contacts. */
public final class NoticeMasks {
    private static final int SHOWN = 3;

    private NoticeMasks() {}

    /** The notification as the actor may see it; an agent's id is no secret. */
    public static Notification masked(Notification notification, Reading reading) {
        if (notification.channel() == NoticeChannel.AGENT || reading.scope(Permission.CUSTOMER_CONTACTS) == Scope.ALL) {
            return notification;
        }
        String to = notification.to();
        return new Notification(
                notification.id(),
                notification.version(),
                notification.dedupeKey(),
                notification.channel(),
                "…" + to.substring(Math.max(0, to.length() - SHOWN)),
                notification.template(),
                notification.language(),
                notification.subject(),
                notification.text(),
                notification.ticket(),
                notification.customer(),
                notification.team(),
                notification.createdAt(),
                notification.delivery());
    }
}
