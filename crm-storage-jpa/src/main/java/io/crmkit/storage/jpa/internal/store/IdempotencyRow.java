package io.crmkit.storage.jpa.internal.store;

import io.crmkit.spi.storage.IdempotencyRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a command was carried out under a key. */
@Entity(name = "CrmIdempotencyKey")
@Table(name = "idempotency_key")
class IdempotencyRow {
    @Id
    @Column(name = "key_text", length = 400)
    String key;

    @Column(name = "input_hash", length = 64)
    String inputHash;

    @Column(name = "result_id")
    UUID result;

    @Column(name = "created_at")
    Instant at;

    static IdempotencyRow of(IdempotencyRecord record) {
        IdempotencyRow row = new IdempotencyRow();
        row.key = record.key();
        row.inputHash = record.inputHash();
        row.result = record.result();
        row.at = record.at();
        return row;
    }

    IdempotencyRecord toRecord() {
        return new IdempotencyRecord(key, inputHash, result, at);
    }
}
