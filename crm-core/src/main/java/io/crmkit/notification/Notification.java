package io.crmkit.notification;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * A notice and how far it got. New components may come in minor releases: use the accessors.
 *
 * @param id stable over all attempts, also for the notifier to recognise a repetition
 * @param version counts the changes, from 1
 * @param dedupeKey what caused it, in a word: the same cause makes one notification only
 * @param channel the way out
 * @param to the address as it was registered, or the agent's id; masked for those who may not see contacts
 * @param template which text
 * @param language in which language
 * @param subject the first line
 * @param text the text, ready to send
 * @param ticket which ticket it is about
 * @param customer whose ticket
 * @param team the ticket's team
 * @param createdAt when it was caused
 * @param delivery how far it got
 */
public record Notification(
        NotificationId id,
        long version,
        String dedupeKey,
        NoticeChannel channel,
        String to,
        TemplateKey template,
        String language,
        String subject,
        String text,
        TicketId ticket,
        CustomerId customer,
        TeamId team,
        Instant createdAt,
        Delivery delivery) {
    /**
     * How far a notification got.
     *
     * @param state the state
     * @param attempts how many attempts were begun
     * @param nextAttemptAt when the next is due, while PENDING or RETRY; when the lease ends, while LEASED
     * @param leaseOwner who is sending it, while LEASED
     * @param sentAt when the notifier took it
     * @param error why the last attempt failed: a code without personal data
     */
    public record Delivery(
            NotificationState state,
            int attempts,
            Optional<Instant> nextAttemptAt,
            Optional<String> leaseOwner,
            Optional<Instant> sentAt,
            Optional<String> error) {
        /** Due at once. */
        public static Delivery due(Instant now) {
            return new Delivery(
                    NotificationState.PENDING,
                    0,
                    Optional.of(now),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** The next version, further on its way. */
    public Notification with(Delivery further) {
        return new Notification(
                id,
                version + 1,
                dedupeKey,
                channel,
                to,
                template,
                language,
                subject,
                text,
                ticket,
                customer,
                team,
                createdAt,
                further);
    }

    /** Ids and state only: address and text are personal. */
    @Override
    public String toString() {
        return "Notification[" + id + " " + template + " " + channel + " " + delivery.state() + "]";
    }
}
