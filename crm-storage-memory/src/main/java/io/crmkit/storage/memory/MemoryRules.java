package io.crmkit.storage.memory;

import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleExecution;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.RuleStore;
import io.crmkit.spi.storage.Slice;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Rules and what they did. */
final class MemoryRules implements RuleStore {
    private static final Layout<Rule> RULES = new Layout<>(
            "rule", row -> Listings.at(Instant.EPOCH, new UUID(0, 0), row.id().value()));
    private static final Layout<RuleExecution> EXECUTIONS =
            new Layout<>("rule execution", row -> Listings.at(row.at(), row.id(), key(row)));

    private final Transaction transaction;

    MemoryRules(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void save(Rule rule) {
        String key = rule.id().value();
        transaction.lock(RULES, key);
        transaction.write(RULES, key, rule);
    }

    @Override
    public List<Rule> rules() {
        return transaction.table(RULES).rows().stream()
                .sorted(Comparator.comparingInt((Rule rule) -> rule.order()).thenComparing(Rule::id))
                .toList();
    }

    @Override
    public boolean addExecution(RuleExecution execution) {
        String key = key(execution);
        boolean fresh = transaction.lock(EXECUTIONS, key).isEmpty();
        if (fresh) {
            transaction.write(EXECUTIONS, key, execution);
        }
        return fresh;
    }

    @Override
    public List<RuleExecution> executions(Reach reach, Slice slice) {
        return Walk.all(transaction.table(EXECUTIONS))
                .list(slice, execution -> MemoryTickets.isIn(transaction, reach, execution.ticket()));
    }

    /** Removes those from before a time. */
    static int purge(Transaction transaction, Instant limit, int most) {
        return Purge.of(transaction, EXECUTIONS, row -> true).before(limit, most);
    }

    private static String key(RuleExecution execution) {
        return execution.ticket() + " " + execution.rule() + " " + execution.episode();
    }
}
