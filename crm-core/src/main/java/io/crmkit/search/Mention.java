package io.crmkit.search;

import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.id.SubjectRef;
import io.crmkit.text.TextMatch;
import java.time.Instant;

/**
 * A text that names something. New components may come in minor releases.
 *
 * @param kind what text
 * @param at when it was written
 * @param by who wrote it
 * @param customer whom it is about
 * @param target the note, or the ticket that it belongs to
 * @param match where in the text
 */
public record Mention(
        MentionKind kind, Instant at, ActorRef by, CustomerId customer, SubjectRef target, TextMatch match) {}
