package io.crmkit.ticket;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.id.SubjectRef;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A ticket. New components may come in minor releases: use the accessors.
 *
 * @param id the id
 * @param version counts the changes, from 1
 * @param number the short number for people
 * @param customer whose ticket
 * @param subject the first line
 * @param channel how it came in
 * @param category what it is about
 * @param language the customer's language, a BCP 47 tag
 * @param status the state
 * @param priority how soon
 * @param tags words put on it
 * @param team which team works on it
 * @param assignee which agent does
 * @param subjects objects that it is about
 * @param clock the times that count
 * @param events how many events its history has
 * @param humanReplies how many answers by people
 * @param reopens how often it was reopened
 * @param followUpOf the closed ticket that this one goes on from
 * @param mergedInto the ticket that took this one up
 * @param rating the customer's judgement
 * @param createdBy who opened it
 */
public record Ticket(
        TicketId id,
        long version,
        TicketNumber number,
        CustomerId customer,
        String subject,
        Channel channel,
        Category category,
        String language,
        TicketStatus status,
        Priority priority,
        Set<String> tags,
        TeamId team,
        Optional<ActorId> assignee,
        List<SubjectRef> subjects,
        TicketClock clock,
        int events,
        int humanReplies,
        int reopens,
        Optional<TicketId> followUpOf,
        Optional<TicketId> mergedInto,
        Optional<Rating> rating,
        ActorRef createdBy) {
    /** Copies the collections; tags are kept in their order. */
    public Ticket {
        tags = Collections.unmodifiableSet(new TreeSet<>(tags));
        subjects = List.copyOf(subjects);
    }

    /** When it was opened. */
    public Instant createdAt() {
        return clock.createdAt();
    }

    /** Ids and state only: the subject is personal. */
    @Override
    public String toString() {
        return "Ticket[" + id + " #" + number + " v" + version + " " + status + "]";
    }
}
