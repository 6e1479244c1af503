package io.crmkit.storage.jpa.internal.store;

import io.crmkit.retention.RecordKind;
import io.crmkit.spi.storage.RetentionStore;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What need not be kept any longer. */
final class JpaRetention implements RetentionStore {
    /** So many keys at most in one statement. */
    private static final int KEYS = 256;

    private final Work work;

    JpaRetention(Work work) {
        this.work = work;
    }

    /** A table: its key, whose first column may group the second, and what makes a row old. */
    private record Kept(String entity, String group, String key, String at, String condition) {}

    @Override
    public int purge(RecordKind kind, Instant limit, int most) {
        Kept kept = kept(kind);
        Map<Object, List<Object>> old = new LinkedHashMap<>();
        for (Object[] row : work.list(old(kept, limit, most), Object[].class)) {
            old.computeIfAbsent(row[0], group -> new ArrayList<>()).add(row[1]);
        }
        int removed = 0;
        for (Map.Entry<Object, List<Object>> group : old.entrySet()) {
            List<Object> keys = group.getValue();
            for (int from = 0; from < keys.size(); from += KEYS) {
                List<Object> some = keys.subList(from, Math.min(from + KEYS, keys.size()));
                Hql delete = Hql.of("delete from " + kept.entity() + " r")
                        .in("r." + kept.key(), some)
                        .and("r." + kept.at() + " < :limit" + kept.condition())
                        .with("limit", limit);
                removed += work.execute(
                        kept.group().equals(kept.key()) ? delete : delete.is("r." + kept.group(), group.getKey()));
                if (kind == RecordKind.MESSAGES) {
                    work.execute(Hql.of("delete from CrmTextReference r").in("r.record", some));
                }
            }
        }
        return removed;
    }

    private static Hql old(Kept kept, Instant limit, int most) {
        String group = kept.group().equals(kept.key()) ? "1" : "r." + kept.group();
        return Hql.of("select " + group + ", r." + kept.key() + " from " + kept.entity() + " r")
                .and("r." + kept.at() + " < :limit" + kept.condition())
                .with("limit", limit)
                .orderBy("r." + kept.at() + ", r." + kept.key())
                .limit(most);
    }

    private static Kept kept(RecordKind kind) {
        String over = " and r.state in ('SENT', 'DEAD')";
        String closed = " and exists (select 1 from CrmTicket t where t.id = r.ticket and t.status = 'CLOSED')";
        return switch (kind) {
            case IDEMPOTENCY_KEYS -> new Kept("CrmIdempotencyKey", "key", "key", "at", "");
            case RULE_EXECUTIONS -> new Kept("CrmRuleExecution", "id", "id", "at", "");
            case NOTIFICATIONS -> new Kept("CrmNotification", "id", "id", "createdAt", over);
            case ACTIVITIES -> new Kept("CrmActivity", "source", "externalId", "occurredAt", "");
            case NOTE_REVISIONS -> new Kept("CrmNoteRevision", "note", "version", "replacedAt", "");
            case MESSAGES -> new Kept("CrmTicketMessage", "id", "id", "at", closed);
            case TICKET_EVENTS -> new Kept("CrmTicketEvent", "id", "id", "at", closed);
            case DELETED_ATTACHMENTS -> new Kept("CrmAttachment", "id", "id", "deletedAt", "");
            case UPLOAD_COUNTS -> new Kept("CrmUploadCount", "key", "key", "at", "");
            case AUDIT -> new Kept("CrmAuditEntry", "id", "id", "at", "");
        };
    }
}
