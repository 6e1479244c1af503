package io.crmkit.automation;

import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.NotFoundException;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import java.util.List;

/** The rules of the installation. Thread-safe. Denies before it looks at anything. */
public interface AutomationService {
    /**
     * Adds a rule or replaces the one of that id. A rule that acts after some time takes hold of present tickets too,
     * but never acts again for an episode it has acted for. Needs {@code RULE_MANAGE}; with a team's reach, only rules of
     * that team. A ticket that is opened or changed in the very moment of saving may be missed: save rules in a quiet
     * one, or save the rule once more.
     *
     * @throws InvalidRequestException if an action names a template that does not exist
     */
    Rule save(Rule rule);

    /**
     * Switches a rule on or off. Needs {@code RULE_MANAGE}.
     *
     * @throws NotFoundException if there is none of that id
     */
    Rule enable(RuleId id, boolean on);

    /**
     * Returns all rules, those that were shipped and not replaced included, by order and id. Needs
     * {@code RULE_READ}; with a team's reach, rules of other teams are left out.
     */
    List<Rule> rules();

    /** Lists what rules did, latest first. Needs {@code RULE_READ}, which must reach the ticket as it is now. */
    Page<RuleExecution> executions(PageRequest page);
}
