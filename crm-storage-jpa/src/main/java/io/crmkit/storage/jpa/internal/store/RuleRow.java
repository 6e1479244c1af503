package io.crmkit.storage.jpa.internal.store;

import io.crmkit.actor.TeamId;
import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleId;
import io.crmkit.storage.jpa.internal.json.RuleColumns;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule. */
@Entity(name = "CrmRule")
@Table(name = "rule")
class RuleRow {
    @Id
    @Column(name = "id", length = 40)
    String id;

    @Column(name = "run_order")
    int order;

    @Column(name = "enabled")
    boolean enabled;

    @Column(name = "team", length = 40)
    @Nullable
    String team;

    @Column(name = "triggered", length = Texts.LONG)
    String trigger;

    @Column(name = "only_when", length = Texts.LONG)
    String condition;

    @Column(name = "actions", length = Texts.LONG)
    String actions;

    static RuleRow of(Rule rule) {
        RuleRow row = new RuleRow();
        row.id = rule.id().value();
        row.order = rule.order();
        row.enabled = rule.enabled();
        row.team = rule.team().map(TeamId::value).orElse(null);
        row.trigger = RuleColumns.trigger(rule.trigger());
        row.condition = RuleColumns.condition(rule.condition());
        row.actions = RuleColumns.actions(rule.actions());
        return row;
    }

    Rule toRule() {
        return new Rule(
                new RuleId(id),
                order,
                enabled,
                Optional.ofNullable(team).map(TeamId::of),
                RuleColumns.trigger(trigger),
                RuleColumns.condition(condition),
                RuleColumns.actions(actions));
    }
}
