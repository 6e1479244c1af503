package io.crmkit.storage.jpa.internal.store;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationId;
import io.crmkit.notification.NotificationState;
import io.crmkit.notification.TemplateKey;
import io.crmkit.ticket.TicketId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notification. {@code dueAt} is its next attempt while one will come, so that what is due is one range of an index. */
@Entity(name = "CrmNotification")
@Table(name = "notification")
class NotificationRow {
    @Id
    @Column(name = "id")
    UUID id;

    @Version
    @Column(name = "version")
    long version;

    @Column(name = "dedupe_key", length = 400)
    String dedupeKey;

    @Column(name = "channel", length = 20)
    String channel;

    @Column(name = "recipient", length = Texts.LONG)
    String to;

    @Column(name = "template", length = 60)
    String template;

    @Column(name = "language", length = 40)
    String language;

    @Column(name = "subject", length = Texts.LONG)
    String subject;

    @Column(name = "body", length = Texts.LONG)
    String text;

    @Column(name = "ticket_id")
    UUID ticket;

    @Column(name = "customer_id", updatable = false)
    UUID customer;

    @Column(name = "team", length = 40)
    String team;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "state", length = 20)
    String state;

    @Column(name = "attempts")
    int attempts;

    @Column(name = "next_attempt_at")
    @Nullable
    Instant nextAttemptAt;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    @Column(name = "lease_owner", length = 200)
    @Nullable
    String leaseOwner;

    @Column(name = "sent_at")
    @Nullable
    Instant sentAt;

    @Column(name = "error", length = Texts.LONG)
    @Nullable
    String error;

    static NotificationRow of(Notification notification) {
        NotificationRow row = new NotificationRow();
        row.id = notification.id().value();
        row.version = notification.version();
        row.dedupeKey = notification.dedupeKey();
        row.channel = notification.channel().name();
        row.to = notification.to();
        row.template = notification.template().value();
        row.language = notification.language();
        row.subject = notification.subject();
        row.text = notification.text();
        row.ticket = notification.ticket().value();
        row.customer = notification.customer().value();
        row.team = notification.team().value();
        row.createdAt = notification.createdAt();
        row.setDelivery(notification.delivery());
        return row;
    }

    private void setDelivery(Notification.Delivery delivery) {
        state = delivery.state().name();
        attempts = delivery.attempts();
        nextAttemptAt = delivery.nextAttemptAt().orElse(null);
        dueAt = isOpen(delivery.state()) ? nextAttemptAt : null;
        leaseOwner = delivery.leaseOwner().orElse(null);
        sentAt = delivery.sentAt().orElse(null);
        error = delivery.error().orElse(null);
    }

    private static boolean isOpen(NotificationState state) {
        return switch (state) {
            case PENDING, RETRY, LEASED -> true;
            case SENT, DEAD -> false;
        };
    }

    Notification toNotification() {
        return new Notification(
                new NotificationId(id),
                version,
                dedupeKey,
                NoticeChannel.valueOf(channel),
                to,
                new TemplateKey(template),
                language,
                subject,
                text,
                new TicketId(ticket),
                new CustomerId(customer),
                TeamId.of(team),
                createdAt,
                new Notification.Delivery(
                        NotificationState.valueOf(state),
                        attempts,
                        Optional.ofNullable(nextAttemptAt),
                        Optional.ofNullable(leaseOwner),
                        Optional.ofNullable(sentAt),
                        Optional.ofNullable(error)));
    }
}
