package io.crmkit.automation.internal;

import io.crmkit.automation.Condition;
import io.crmkit.automation.Rule;
import io.crmkit.ticket.Ticket;

/** Says whether a rule's condition holds for a ticket. */
final class Conditions {
    private Conditions() {}

    static boolean concerns(Rule rule, Ticket ticket) {
        return rule.team().filter(team -> !team.equals(ticket.team())).isEmpty() && holds(rule.condition(), ticket);
    }

    private static boolean holds(Condition condition, Ticket ticket) {
        if (condition instanceof Condition.CategoryRoot root) {
            return root.roots().contains(ticket.category().root());
        } else if (condition instanceof Condition.StatusIn in) {
            return in.statuses().contains(ticket.status());
        } else if (condition instanceof Condition.ChannelIn in) {
            return in.channels().contains(ticket.channel());
        } else if (condition instanceof Condition.AtLeast least) {
            return ticket.priority().compareTo(least.priority()) >= 0;
        } else if (condition instanceof Condition.HasTag has) {
            return ticket.tags().contains(has.tag());
        } else if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(part -> holds(part, ticket));
        } else if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, ticket));
        } else if (condition instanceof Condition.Not not) {
            return !holds(not.part(), ticket);
        }
        return true;
    }
}
