package io.crmkit.storage.jpa.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** An activity that went along with a merge. Written by a statement that copies the keys, never one by one. */
@Entity(name = "CrmMergedActivity")
@Table(name = "merged_activity")
@IdClass(MergedActivityRow.Key.class)
class MergedActivityRow {
    /** All columns. */
    record Key(UUID merge, String source, String externalId) implements Serializable {}

    @Id
    @Column(name = "merge_id")
    UUID merge;

    @Id
    @Column(name = "source", length = 40)
    String source;

    @Id
    @Column(name = "external_id", length = 120)
    String externalId;
}
