package io.crmkit.automation;

import io.crmkit.notification.NoticeRecipient;
import io.crmkit.notification.TemplateKey;
import io.crmkit.ticket.Priority;
import java.time.Duration;
import java.util.Optional;

/** What a rule does to a ticket. */
public sealed interface RuleAction {
    /** Puts a tag on it. */
    record AddTag(String tag) implements RuleAction {}

    /** Raises the priority to this, never lowers it. */
    record RaisePriority(Priority priority) implements RuleAction {}

    /**
     * Gives it to an agent of its team who is on duty and answers in the customer's language: the one with the fewest
     * tickets that are not done, then by id. If there is nobody, it stays in the team's queue and the team's lead is
     * told by {@code nobody-on-duty}.
     */
    record AssignOnDuty() implements RuleAction {}

    /** Closes it if it is solved. */
    record Close() implements RuleAction {}

    /**
     * Sends a notice.
     *
     * @param template which text
     * @param recipient to whom
     * @param atMostEvery no second one of this template to the same recipient within this time; empty means no limit
     */
    record Notify(TemplateKey template, NoticeRecipient recipient, Optional<Duration> atMostEvery)
            implements RuleAction {}
}
