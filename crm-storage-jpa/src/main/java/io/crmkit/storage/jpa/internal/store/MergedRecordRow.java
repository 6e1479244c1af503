package io.crmkit.storage.jpa.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A record that went along with a merge. Written by statements that copy the ids, never one by one. */
@Entity(name = "CrmMergedRecord")
@Table(name = "merged_record")
@IdClass(MergedRecordRow.Key.class)
class MergedRecordRow {
    /** All columns. */
    record Key(UUID merge, String kind, UUID record) implements Serializable {}

    @Id
    @Column(name = "merge_id")
    UUID merge;

    @Id
    @Column(name = "kind", length = 20)
    String kind;

    @Id
    @Column(name = "record_id")
    UUID record;
}
