package io.crmkit.automation;

import io.crmkit.actor.TeamId;
import io.crmkit.error.Checks;
import io.crmkit.error.ViolationCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A rule. It acts under the name {@code rule:} and its id, and every deed of it is in the audit.
 *
 * @param id the id
 * @param order rules that react to the same event run by this number, then by id
 * @param enabled whether it acts
 * @param team only for tickets of this team; empty means of any
 * @param trigger when
 * @param condition what must hold
 * @param actions what then happens, in order; at least one, at most 10
 */
public record Rule(
        RuleId id,
        int order,
        boolean enabled,
        Optional<TeamId> team,
        Trigger trigger,
        Condition condition,
        List<RuleAction> actions) {
    private static final Duration LONGEST = Duration.ofDays(366);

    /** @throws io.crmkit.error.InvalidRequestException if there are no actions or too many, or the time is out of range */
    public Rule {
        actions = List.copyOf(actions);
        Checks checks = Checks.that("rule")
                .require(
                        !actions.isEmpty() && actions.size() <= 10,
                        "actions",
                        ViolationCode.OUT_OF_RANGE,
                        "must be 1 to 10");
        if (trigger instanceof Trigger.After after) {
            checks.require(
                    after.elapsed().compareTo(Duration.ofSeconds(1)) >= 0
                            && after.elapsed().compareTo(LONGEST) <= 0,
                    "trigger",
                    ViolationCode.OUT_OF_RANGE,
                    "must be one second to 366 days");
        }
        checks.done();
    }

    /** A rule that reacts to an event, whatever the ticket. */
    public static Rule on(String id, RuleEvent event, RuleAction... actions) {
        return new Rule(
                new RuleId(id),
                100,
                true,
                Optional.empty(),
                new Trigger.On(event),
                new Condition.Always(),
                List.of(actions));
    }

    /** A rule that acts after some time. */
    public static Rule after(String id, Duration elapsed, Trigger.Anchor since, RuleAction... actions) {
        return new Rule(
                new RuleId(id),
                100,
                true,
                Optional.empty(),
                new Trigger.After(elapsed, since),
                new Condition.Always(),
                List.of(actions));
    }

    /** Only when this holds. */
    public Rule when(Condition other) {
        return new Rule(id, order, enabled, team, trigger, other, actions);
    }

    /** At another place among the rules of the event. */
    public Rule order(int other) {
        return new Rule(id, other, enabled, team, trigger, condition, actions);
    }

    /** Switched on or off. */
    public Rule enabled(boolean on) {
        return new Rule(id, order, on, team, trigger, condition, actions);
    }

    /** Only for tickets of that team. */
    public Rule team(TeamId only) {
        return new Rule(id, order, enabled, Optional.of(only), trigger, condition, actions);
    }
}
