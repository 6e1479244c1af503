package io.crmkit.storage.jpa.internal.store;

import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleExecution;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.RuleStore;
import io.crmkit.spi.storage.Slice;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Rules and what they did. */
final class JpaRules implements RuleStore {
    private static final Work.UniqueKey EPISODE = new Work.UniqueKey("rule_execution_uq", "episode");

    private final Work work;
    private final Remembered<Rule> rules = new Remembered<>();

    JpaRules(Work work) {
        this.work = work;
    }

    @Override
    public void save(Rule rule) {
        rules.forget();
        work.save(RuleRow.of(rule));
    }

    @Override
    public List<Rule> rules() {
        return rules.get(
                work,
                () -> work.list(Hql.of("select r from CrmRule r"), RuleRow.class).stream()
                        .map(RuleRow::toRule)
                        .sorted(Comparator.comparingInt((Rule rule) -> rule.order())
                                .thenComparing(Rule::id))
                        .toList());
    }

    @Override
    public boolean addExecution(RuleExecution execution) {
        boolean known = work.first(
                        Hql.of("select e.id from CrmRuleExecution e")
                                .is("e.ticket", execution.ticket().value())
                                .is("e.rule", execution.rule().value())
                                .is("e.episode", execution.episode()),
                        UUID.class)
                .isPresent();
        if (known) {
            return false;
        }
        try {
            work.insert(RuleExecutionRow.of(execution), EPISODE);
        } catch (DuplicateKeyException e) {
            throw work.lostRace("another node lets rule " + execution.rule() + " act", e);
        }
        return true;
    }

    @Override
    public List<RuleExecution> executions(Reach reach, Slice slice) {
        Hql query = reach.everything()
                ? Hql.of("select e from CrmRuleExecution e")
                : Hql.of("select e from CrmRuleExecution e join CrmTicket t on t.id = e.ticket")
                        .reach(reach, "t.team", "t.assignee", "");
        return work.list(query.slice(slice, "e.at", "e.id"), RuleExecutionRow.class).stream()
                .map(RuleExecutionRow::toExecution)
                .toList();
    }
}
