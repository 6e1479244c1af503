package io.crmkit.spi.storage;

import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleExecution;
import java.util.List;

/** Rules and what they did. */
public interface RuleStore {
    /** Adds or replaces a rule. */
    void save(Rule rule);

    /** Returns all saved rules by order and id. */
    List<Rule> rules();

    /**
     * Keeps that a rule acted.
     *
     * @return false, and nothing is kept, if rule, ticket and episode are kept already
     */
    boolean addExecution(RuleExecution execution);

    /** Lists what rules did: ordered by {@code at} and id; in reach by the team and assignee that the ticket has now. */
    List<RuleExecution> executions(Reach reach, Slice slice);
}
