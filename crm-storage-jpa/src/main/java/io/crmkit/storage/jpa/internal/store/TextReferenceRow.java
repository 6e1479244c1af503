package io.crmkit.storage.jpa.internal.store;

import io.crmkit.spi.storage.TextKind;
import io.crmkit.spi.storage.TextPlace;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** That a text names something: what texts are found by. */
@Entity(name = "CrmTextReference")
@Table(name = "text_reference")
@IdClass(TextReferenceRow.Key.class)
class TextReferenceRow {
    /** All that tells two apart, in the order of the lists. */
    record Key(String name, String kind, Instant at, UUID record) implements Serializable {}

    @Id
    @Column(name = "name", length = 100)
    String name;

    @Id
    @Column(name = "kind", length = 20)
    String kind;

    @Id
    @Column(name = "written_at")
    Instant at;

    @Id
    @Column(name = "record_id")
    UUID record;

    @Column(name = "parent_id")
    UUID parent;

    static TextReferenceRow of(TextPlace place, String name) {
        TextReferenceRow row = new TextReferenceRow();
        row.name = name;
        row.kind = place.kind().name();
        row.at = place.at();
        row.record = place.record();
        row.parent = place.parent();
        return row;
    }

    static TextPlace place(TextKind kind, Object[] columns) {
        return new TextPlace(kind, (UUID) columns[0], (UUID) columns[1], (Instant) columns[2]);
    }
}
