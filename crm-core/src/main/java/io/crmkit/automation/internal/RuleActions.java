package io.crmkit.automation.internal;

import io.crmkit.actor.Actor;
import io.crmkit.actor.ActorId;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.FieldDelta;
import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleAction;
import io.crmkit.internal.access.Writing;
import io.crmkit.notification.NoticeRecipient;
import io.crmkit.notification.TemplateKey;
import io.crmkit.notification.internal.Notices;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.staff.internal.OnDuty;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.internal.TicketEditor;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Does what rules say, under their names. */
final class RuleActions {
    private static final Set<TicketStatus> UNDONE =
            EnumSet.complementOf(EnumSet.of(TicketStatus.SOLVED, TicketStatus.CLOSED));

    private final Notices notices;

    RuleActions(Notices notices) {
        this.notices = notices;
    }

    /**
     * All actions of a rule, and its entry in the audit.
     *
     * @param episode what made it act
     */
    void perform(Rule rule, TicketEditor editor, String episode) {
        String cause = rule.id() + ":" + episode;
        Writing writing = editor.writing().as(Actor.system("rule:" + rule.id()));
        int before = editor.events().size();
        editor.changeAs(
                writing.actor().ref(), () -> rule.actions().forEach(action -> perform(action, editor, writing, cause)));
        List<FieldDelta> changes = editor
                .events()
                .subList(before, editor.events().size())
                .stream()
                .map(e -> new FieldDelta(e.kind().name().toLowerCase(Locale.ROOT), e.from(), e.to()))
                .toList();
        writing.audit(AuditAction.RULE_FIRED, editor.ticket(), changes);
    }

    private void perform(RuleAction action, TicketEditor editor, Writing writing, String cause) {
        if (action instanceof RuleAction.AddTag add) {
            Set<String> tags = new TreeSet<>(editor.ticket().tags());
            tags.add(add.tag());
            editor.tags(tags);
        } else if (action instanceof RuleAction.RaisePriority raise) {
            if (editor.ticket().priority().compareTo(raise.priority()) < 0) {
                editor.priority(raise.priority());
            }
        } else if (action instanceof RuleAction.AssignOnDuty) {
            assignOnDuty(editor, writing, cause);
        } else if (action instanceof RuleAction.Close) {
            if (editor.ticket().status() == TicketStatus.SOLVED) {
                editor.status(TicketStatus.CLOSED);
            }
        } else if (action instanceof RuleAction.Notify notify) {
            notify(notify, editor, writing, cause);
        }
    }

    private void notify(RuleAction.Notify notify, TicketEditor editor, Writing writing, String cause) {
        Ticket ticket = editor.ticket();
        boolean tooSoon = notify.atMostEvery()
                .filter(time -> notices.sentWithin(writing, notify.template(), notify.recipient(), ticket, time))
                .isPresent();
        if (!tooSoon) {
            notices.send(writing, notify.template(), notify.recipient(), ticket, cause);
        }
    }

    private void assignOnDuty(TicketEditor editor, Writing writing, String cause) {
        Ticket ticket = editor.ticket();
        Optional<ActorId> chosen = OnDuty.onDuty(writing.tx(), ticket.team(), writing.now()).stream()
                .filter(agent -> agent.speaks(ticket.language()))
                .map(agent -> new Candidate(agent.id(), load(writing, agent.id())))
                .min(Comparator.comparingLong(Candidate::load).thenComparing(Candidate::id))
                .map(Candidate::id);
        if (chosen.isPresent()) {
            editor.assign(chosen.get());
        } else {
            notices.send(writing, TemplateKey.NOBODY_ON_DUTY, NoticeRecipient.TEAM_LEAD, ticket, cause);
        }
    }

    /** An agent on duty, and how many tickets that are not done the agent has. */
    private record Candidate(ActorId id, long load) {}

    private static long load(Writing writing, ActorId agent) {
        return writing.tx()
                .tickets()
                .count(TicketCriteria.within(Reach.all()).assignedTo(agent).in(UNDONE));
    }
}
