package io.crmkit.notification;

import io.crmkit.error.Checks;
import java.util.regex.Pattern;

/**
 * Names a text that notices are made from, in several languages.
 *
 * @param value a word of lower-case letters, digits and hyphens
 */
public record TemplateKey(String value) {
    /** To the customer: the ticket was received. */
    public static final TemplateKey TICKET_RECEIVED = new TemplateKey("ticket-received");
    /** To the team's lead: a customer waits too long. */
    public static final TemplateKey TICKET_UNANSWERED = new TemplateKey("ticket-unanswered");
    /** To the customer: the ticket was solved. */
    public static final TemplateKey TICKET_SOLVED = new TemplateKey("ticket-solved");
    /** To the customer: how was it? */
    public static final TemplateKey SATISFACTION_SURVEY = new TemplateKey("satisfaction-survey");
    /** To the team's lead: a ticket came in and nobody is on duty. */
    public static final TemplateKey NOBODY_ON_DUTY = new TemplateKey("nobody-on-duty");

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    /** @throws io.crmkit.error.InvalidRequestException if the value has another form */
    public TemplateKey {
        Checks.that("").matches("template", value, FORM).done();
    }

    @Override
    public String toString() {
        return value;
    }
}
