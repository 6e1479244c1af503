package io.crmkit.customer;

import io.crmkit.actor.ActorRef;
import io.crmkit.id.SubjectRef;
import java.time.Instant;

/**
 * One line of a customer's timeline.
 *
 * @param at when
 * @param kind what
 * @param by who
 * @param target the ticket, note or customer that it belongs to
 * @param text subject, message, note or names of the changed fields, as plain text of at most 280 characters
 */
public record TimelineEntry(Instant at, TimelineKind kind, ActorRef by, SubjectRef target, String text) {
    /** The text is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "TimelineEntry[" + kind + " " + target + " at " + at + "]";
    }
}
