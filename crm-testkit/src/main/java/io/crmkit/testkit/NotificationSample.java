package io.crmkit.testkit;

import io.crmkit.actor.TeamId;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationId;
import io.crmkit.notification.NotificationState;
import io.crmkit.notification.TemplateKey;
import io.crmkit.ticket.Ticket;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A notification for tests, one part after another. Not thread-safe. */
public final class NotificationSample {
    private NotificationId id;
    private String dedupeKey;
    private final Ticket ticket;
    private NoticeChannel channel = NoticeChannel.SMS;
    private String to = "+989121234567";
    private TemplateKey template = TemplateKey.TICKET_RECEIVED;
    private String text = "—";
    private TeamId team;
    private Instant createdAt;
    private Notification.Delivery delivery;

    NotificationSample(NotificationId id, String dedupeKey, Ticket ticket, Instant createdAt) {
        this.id = id;
        this.dedupeKey = dedupeKey;
        this.ticket = ticket;
        this.team = ticket.team();
        this.createdAt = createdAt;
        this.delivery = Notification.Delivery.due(createdAt);
    }

    /** With this id. */
    public NotificationSample id(UUID value) {
        id = new NotificationId(value);
        return this;
    }

    /** Caused by this. */
    public NotificationSample dedupeKey(String value) {
        dedupeKey = value;
        return this;
    }

    /** To this address. */
    public NotificationSample to(NoticeChannel way, String address) {
        channel = way;
        to = address;
        return this;
    }

    /** Made from this text. */
    public NotificationSample template(TemplateKey value) {
        template = value;
        return this;
    }

    /** Saying this. */
    public NotificationSample text(String value) {
        text = value;
        return this;
    }

    /** Of this team. */
    public NotificationSample team(TeamId value) {
        team = value;
        return this;
    }

    /** Caused, and due, at this time. */
    public NotificationSample createdAt(Instant value) {
        createdAt = value;
        delivery = Notification.Delivery.due(value);
        return this;
    }

    /** So far on its way. */
    public NotificationSample delivery(Notification.Delivery value) {
        delivery = value;
        return this;
    }

    /** Due at this time, in this state, after so many attempts. */
    public NotificationSample due(Instant at, NotificationState state, int attempts) {
        delivery = new Notification.Delivery(
                state,
                attempts,
                Optional.of(at),
                state == NotificationState.LEASED ? Optional.of("run-0") : Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return this;
    }

    /** Makes the notification, in version 1. */
    public Notification build() {
        return new Notification(
                id,
                1,
                dedupeKey,
                channel,
                to,
                template,
                ticket.language(),
                "#" + ticket.number(),
                text,
                ticket.id(),
                ticket.customer(),
                team,
                createdAt,
                delivery);
    }
}
