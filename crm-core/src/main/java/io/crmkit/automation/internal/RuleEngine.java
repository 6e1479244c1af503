package io.crmkit.automation.internal;

import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleEvent;
import io.crmkit.automation.RuleExecution;
import io.crmkit.automation.Trigger;
import io.crmkit.id.IdText;
import io.crmkit.internal.access.Writing;
import io.crmkit.notification.internal.Notices;
import io.crmkit.spi.storage.DueItem;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.internal.TicketEditor;
import io.crmkit.ticket.internal.TicketHooks;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;

/** Lets rules react to tickets. What a rule does raises no further events, so that no rule sets off another. */
public final class RuleEngine implements TicketHooks {
    private final RuleActions actions;

    /** With the way to send notices. */
    public RuleEngine(Notices notices) {
        this.actions = new RuleActions(notices);
    }

    @Override
    public void happened(RuleEvent event, TicketEditor editor) {
        for (Rule rule : RuleBook.of(editor.writing().tx()).on(event)) {
            if (Conditions.concerns(rule, editor.ticket())) {
                act(rule, editor, IdText.of(editor.writing().newId()));
            }
        }
    }

    @Override
    public void stored(Writing writing, Optional<Ticket> before, Ticket after) {
        boolean moved = EnumSet.allOf(Trigger.Anchor.class).stream()
                .anyMatch(anchor -> !before.flatMap(t -> began(anchor, t)).equals(began(anchor, after)));
        if (moved) {
            RuleBook.of(writing.tx()).timed().forEach(rule -> plan(writing, rule, before, after));
        }
    }

    private static void plan(Writing writing, Rule rule, Optional<Ticket> before, Ticket after) {
        Trigger.After trigger = (Trigger.After) rule.trigger();
        Optional<Instant> was = before.flatMap(ticket -> began(trigger.since(), ticket));
        Optional<Instant> is = began(trigger.since(), after);
        if (is.isPresent() && !is.equals(was)) {
            writing.tx().due().put(due(rule, trigger, after, is.get()));
        } else if (is.isEmpty() && was.isPresent()) {
            writing.tx().due().remove(rule.id(), after.id());
        }
    }

    /** Plans a rule that was just saved for a ticket that was there before. */
    void plan(Writing writing, Rule rule, Ticket ticket) {
        if (rule.trigger() instanceof Trigger.After trigger) {
            began(trigger.since(), ticket).ifPresent(at -> writing.tx().due().put(due(rule, trigger, ticket, at)));
        }
    }

    /**
     * Acts on a ticket whose time has come; false if this episode is over, or was dealt with, or the rule is off. An
     * episode that began meanwhile is planned: the item of an older one stood in its place.
     */
    boolean fire(DueItem item, TicketEditor editor) {
        Ticket ticket = editor.ticket();
        Optional<Rule> rule =
                RuleBook.of(editor.writing().tx()).find(item.rule()).filter(Rule::enabled);
        if (rule.isEmpty() || !(rule.get().trigger() instanceof Trigger.After trigger)) {
            return false;
        }
        if (!began(trigger.since(), ticket).equals(Optional.of(item.episode()))) {
            plan(editor.writing(), rule.get(), ticket);
            return false;
        }
        return Conditions.concerns(rule.get(), ticket)
                && act(rule.get(), editor, item.episode().toString());
    }

    private boolean act(Rule rule, TicketEditor editor, String episode) {
        Writing writing = editor.writing();
        RuleExecution execution =
                new RuleExecution(writing.newId(), rule.id(), editor.ticket().id(), episode, writing.now());
        boolean first = writing.tx().rules().addExecution(execution);
        if (first) {
            actions.perform(rule, editor, episode);
        }
        return first;
    }

    private static DueItem due(Rule rule, Trigger.After trigger, Ticket ticket, Instant began) {
        return new DueItem(rule.id(), ticket.id(), began.plus(trigger.elapsed()), began);
    }

    /** When the episode began that an anchor counts from; empty when there is none. */
    private static Optional<Instant> began(Trigger.Anchor anchor, Ticket ticket) {
        return switch (anchor) {
            case WAITING -> ticket.clock().waitingSince();
            case SOLVED ->
                ticket.status() == TicketStatus.SOLVED ? ticket.clock().lastSolvedAt() : Optional.empty();
        };
    }
}
