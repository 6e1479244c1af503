package io.crmkit.storage.memory;

import io.crmkit.audit.AuditEntry;
import io.crmkit.id.IdText;
import io.crmkit.spi.storage.AuditCriteria;
import io.crmkit.spi.storage.AuditStore;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The audit. */
final class MemoryAudit implements AuditStore {
    private static final Layout<AuditEntry> ENTRIES = new Layout<>("audit entry", MemoryAudit::listings);

    static final MergedRows.Moved<AuditEntry> MOVED =
            new MergedRows.Moved<>(ENTRIES, id -> List.of("customer " + id), Owners::with);

    private final Transaction transaction;

    MemoryAudit(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void append(AuditEntry entry) {
        String key = IdText.of(entry.id());
        transaction.lockNew(ENTRIES, key, "id");
        transaction.write(ENTRIES, key, entry);
    }

    @Override
    public List<AuditEntry> list(AuditCriteria criteria, Slice slice) {
        return walk(transaction, criteria).list(slice, entry -> isWanted(entry, criteria));
    }

    /** The shortest way through the wanted entries; there may be others beside it. */
    static Walk<AuditEntry> walk(Transaction transaction, AuditCriteria criteria) {
        Walk<AuditEntry> walk = Walk.all(transaction.table(ENTRIES)).during(criteria.period());
        criteria.kind().ifPresent(kind -> walk.within("kind " + kind));
        criteria.by().ifPresent(by -> walk.within("by " + by.id()));
        criteria.customer().ifPresent(id -> walk.within("customer " + id));
        if (!criteria.actions().isEmpty()) {
            walk.within(criteria.actions().stream()
                    .map(action -> "action " + action)
                    .toList());
        }
        Reach reach = criteria.reach();
        if (!reach.everything()) {
            List<String> groups = new ArrayList<>();
            reach.teams().forEach(team -> groups.add("team " + team));
            reach.owner().ifPresent(owner -> groups.add("by " + owner));
            walk.within(groups);
        }
        return walk;
    }

    private static boolean isWanted(AuditEntry entry, AuditCriteria criteria) {
        return criteria.reach().covers(entry.team(), Optional.of(entry.by().id()), Optional.empty())
                && criteria.kind().map(entry.by().kind()::equals).orElse(true)
                && criteria.by().map(entry.by()::equals).orElse(true)
                && (criteria.customer().isEmpty() || criteria.customer().equals(entry.customer()))
                && (criteria.actions().isEmpty() || criteria.actions().contains(entry.action()));
    }

    /** Removes those from before a time. */
    static int purge(Transaction transaction, Instant limit, int most) {
        return Purge.of(transaction, ENTRIES, row -> true).before(limit, most);
    }

    private static Listings listings(AuditEntry entry) {
        Listings listings = Listings.at(entry.at(), entry.id(), IdText.of(entry.id()))
                .in("kind " + entry.by().kind())
                .in("by " + entry.by().id())
                .in("action " + entry.action())
                .in("team " + entry.team());
        entry.customer().ifPresent(id -> listings.in("customer " + id));
        return listings;
    }
}
