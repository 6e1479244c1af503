package io.crmkit.storage.jpa.internal.store;

import io.crmkit.automation.RuleExecution;
import io.crmkit.automation.RuleId;
import io.crmkit.ticket.TicketId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a rule acted. */
@Entity(name = "CrmRuleExecution")
@Table(name = "rule_execution")
class RuleExecutionRow {
    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "rule_id", length = 40)
    String rule;

    @Column(name = "ticket_id")
    UUID ticket;

    @Column(name = "episode", length = 120)
    String episode;

    @Column(name = "happened_at")
    Instant at;

    static RuleExecutionRow of(RuleExecution execution) {
        RuleExecutionRow row = new RuleExecutionRow();
        row.id = execution.id();
        row.rule = execution.rule().value();
        row.ticket = execution.ticket().value();
        row.episode = execution.episode();
        row.at = execution.at();
        return row;
    }

    RuleExecution toExecution() {
        return new RuleExecution(id, new RuleId(rule), new TicketId(ticket), episode, at);
    }
}
