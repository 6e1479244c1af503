package io.crmkit.automation.internal;

import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleEvent;
import io.crmkit.automation.RuleId;
import io.crmkit.automation.ShippedRules;
import io.crmkit.automation.Trigger;
import io.crmkit.spi.storage.CrmTransaction;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules in force: what was saved, and what was shipped and not replaced. */
record RuleBook(List<Rule> rules) {
    private static final Comparator<Rule> ORDER =
            Comparator.<Rule>comparingInt(Rule::order).thenComparing(Rule::id);

    static RuleBook of(CrmTransaction tx) {
        Map<RuleId, Rule> rules = new HashMap<>();
        ShippedRules.defaults().forEach(rule -> rules.put(rule.id(), rule));
        tx.rules().rules().forEach(rule -> rules.put(rule.id(), rule));
        return new RuleBook(rules.values().stream().sorted(ORDER).toList());
    }

    Optional<Rule> find(RuleId id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    List<Rule> on(RuleEvent event) {
        return rules.stream()
                .filter(rule -> rule.enabled() && rule.trigger().equals(new Trigger.On(event)))
                .toList();
    }

    List<Rule> timed() {
        return rules.stream()
                .filter(rule -> rule.enabled() && rule.trigger() instanceof Trigger.After)
                .toList();
    }
}
