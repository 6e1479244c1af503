package io.crmkit.storage.jpa.internal.store;

import io.crmkit.customer.MergeId;
import io.crmkit.spi.storage.MergeRecord;
import io.crmkit.storage.jpa.internal.json.CustomerColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A merge of two customers. {@link #holdsFor} is the merged customer until the merge is undone. */
@Entity(name = "CrmCustomerMerge")
@Table(name = "customer_merge")
class CustomerMergeRow {
    @Id
    @Column(name = "id")
    UUID id;

    @Version
    @Column(name = "version")
    long version;

    @Column(name = "survivor_id")
    UUID survivor;

    @Column(name = "holds_for")
    @Nullable
    UUID holdsFor;

    @Column(name = "survivor_before", length = Texts.LONG)
    String before;

    @Column(name = "survivor_after", length = Texts.LONG)
    String after;

    @Column(name = "merged_customer", length = Texts.LONG)
    String merged;

    @Column(name = "merged_at")
    Instant at;

    @Column(name = "merged_by_kind", length = 20)
    String byKind;

    @Column(name = "merged_by", length = 64)
    String by;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    static CustomerMergeRow of(MergeRecord merge) {
        CustomerMergeRow row = new CustomerMergeRow();
        row.id = merge.id().value();
        row.version = merge.version();
        row.survivor = merge.survivor().value();
        row.holdsFor = merge.endedAt().isPresent() ? null : merge.merged().id().value();
        row.before = CustomerColumn.of(merge.before());
        row.after = CustomerColumn.of(merge.after());
        row.merged = CustomerColumn.of(merge.merged());
        row.at = merge.at();
        row.byKind = merge.by().kind().name();
        row.by = merge.by().id().value();
        row.endedAt = merge.endedAt().orElse(null);
        return row;
    }

    MergeRecord toMerge() {
        return new MergeRecord(
                new MergeId(id),
                version,
                CustomerColumn.read(before),
                CustomerColumn.read(after),
                CustomerColumn.read(merged),
                at,
                Actors.of(byKind, by),
                Optional.ofNullable(endedAt));
    }
}
