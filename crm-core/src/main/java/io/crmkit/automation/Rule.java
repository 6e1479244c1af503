package io.crmkit.automation;

import io.crmkit.actor.TeamId;
import io.crmkit.error.Checks;
import io.crmkit.error.ViolationCode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule. It acts under the name {@code rule:} and its id, and every deed of it is in the audit.
 *
 * @param id the id
 * @param order rules that react to the same event run by this number, then by id
 * @param enabled whether it acts
 * @param team only for tickets of this team; empty means of any
 * @param trigger when
 * @param condition what must hold; at most 10 conditions within each other
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
    private static final int MAX_DEPTH = 10;
    private static final Duration LONGEST = Duration.ofDays(366);

    /** @throws io.crmkit.error.InvalidRequestException if there are no actions or too many, or the time is out of range */
    public Rule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(condition, "condition");
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
        checks.require(depth(condition) <= MAX_DEPTH, "condition", ViolationCode.OUT_OF_RANGE, "is nested too deep");
        checks.done();
    }

    /** How deep conditions lie in each other; stops counting where it is too deep already. */
    private static int depth(Condition outer) {
        int depth = 0;
        List<Condition> level = List.of(outer);
        while (!level.isEmpty() && depth <= MAX_DEPTH) {
            depth++;
            level = level.stream().flatMap(Rule::parts).toList();
        }
        return depth;
    }

    private static Stream<Condition> parts(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream();
        } else if (condition instanceof Condition.Any any) {
            return any.parts().stream();
        }
        return condition instanceof Condition.Not not ? Stream.of(not.part()) : Stream.empty();
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
