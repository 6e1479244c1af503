package io.crmkit.automation;

import io.crmkit.notification.NoticeRecipient;
import io.crmkit.notification.TemplateKey;
import io.crmkit.ticket.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules that come with the CRM. Those of {@link #defaults()} act from the start; save another under the same id to change one. */
public final class ShippedRules {
    private ShippedRules() {}

    /** What acts when nobody saved anything: {@link #assetTransfer}, {@link #acknowledge}, {@link #unanswered}, {@link #autoClose}. */
    public static List<Rule> defaults() {
        return List.of(assetTransfer(), acknowledge(), unanswered(), autoClose());
    }

    /** Withdrawals, deposits and security matters become urgent when they are opened. */
    public static Rule assetTransfer() {
        return Rule.on(
                        "asset-transfer",
                        RuleEvent.TICKET_OPENED,
                        new RuleAction.AddTag("urgent"),
                        new RuleAction.RaisePriority(Priority.URGENT))
                .when(new Condition.CategoryRoot(Set.of("withdrawal", "deposit", "security")))
                .order(10);
    }

    /** The customer is told that the ticket was received: by text message, else by e-mail. */
    public static Rule acknowledge() {
        return Rule.on(
                        "acknowledge",
                        RuleEvent.TICKET_OPENED,
                        notify(TemplateKey.TICKET_RECEIVED, NoticeRecipient.CUSTOMER))
                .order(20);
    }

    /** The team's lead is told when a customer has waited for 24 hours, once for each waiting episode. */
    public static Rule unanswered() {
        return Rule.after(
                "unanswered",
                Duration.ofHours(24),
                Trigger.Anchor.WAITING,
                notify(TemplateKey.TICKET_UNANSWERED, NoticeRecipient.TEAM_LEAD));
    }

    /** A ticket is closed seven times 24 hours after it was solved. */
    public static Rule autoClose() {
        return Rule.after("auto-close", Duration.ofDays(7), Trigger.Anchor.SOLVED, new RuleAction.Close());
    }

    /** New tickets go to whoever is on duty and speaks the language. For desks that keep shifts. */
    public static Rule nightShift() {
        return Rule.on("night-shift", RuleEvent.TICKET_OPENED, new RuleAction.AssignOnDuty())
                .order(30);
    }

    /** The customer is told that the ticket was solved and asked for a rating, that at most once in 14 days. */
    public static Rule solvedNotice() {
        return Rule.on(
                "solved-notice",
                RuleEvent.TICKET_SOLVED,
                notify(TemplateKey.TICKET_SOLVED, NoticeRecipient.CUSTOMER),
                new RuleAction.Notify(
                        TemplateKey.SATISFACTION_SURVEY, NoticeRecipient.CUSTOMER, Optional.of(Duration.ofDays(14))));
    }

    private static RuleAction notify(TemplateKey template, NoticeRecipient recipient) {
        return new RuleAction.Notify(template, recipient, Optional.empty());
    }
}
