package io.crmkit.automation;

import io.crmkit.error.Checks;
import io.crmkit.error.ViolationCode;
import io.crmkit.notification.NoticeRecipient;
import io.crmkit.notification.TemplateKey;
import io.crmkit.ticket.Priority;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a rule does to a ticket. */
public sealed interface RuleAction {
    /** Puts a tag on it: a word of lower-case letters, digits and hyphens, at most 40. */
    record AddTag(String tag) implements RuleAction {
        private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

        /** @throws io.crmkit.error.InvalidRequestException if the tag has another form */
        public AddTag {
            Checks.that("").matches("tag", tag, FORM).done();
        }
    }

    /** Raises the priority to this, never lowers it. */
    record RaisePriority(Priority priority) implements RuleAction {
        /** Demands a priority. */
        public RaisePriority {
            Objects.requireNonNull(priority, "priority");
        }
    }

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
     * @param atMostEvery no second one of this template to the same recipient within this time, one second to 366 days;
     *     empty means no limit
     */
    record Notify(TemplateKey template, NoticeRecipient recipient, Optional<Duration> atMostEvery)
            implements RuleAction {
        /** @throws io.crmkit.error.InvalidRequestException if the time is out of range */
        public Notify {
            Objects.requireNonNull(template, "template");
            Objects.requireNonNull(recipient, "recipient");
            boolean within = atMostEvery
                    .filter(time ->
                            time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(Duration.ofDays(366)) > 0)
                    .isEmpty();
            Checks.that("")
                    .require(within, "atMostEvery", ViolationCode.OUT_OF_RANGE, "must be one second to 366 days")
                    .done();
        }
    }
}
