package io.crmkit.internal.access;

import io.crmkit.error.IdempotencyConflictException;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.IdempotencyRecord;
import java.util.Optional;
import java.util.UUID;

/**
 * What makes a command happen once.
 *
 * @param operation the operation's name, such as {@code ticket.open}
 * @param key the caller's key; without one nothing is kept
 * @param input the command, a record: the same key with another input is an error
 */
public record Once(String operation, Optional<String> key, Record input) {
    /** Names the key in the exception of a lost race. */
    static final String KEY = "idempotency key";

    Optional<UUID> find(Writing writing) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Optional<IdempotencyRecord> earlier = writing.tx().idempotency().find(storedKey(writing));
        if (earlier.isPresent() && !earlier.get().inputHash().equals(Fingerprint.of(input))) {
            throw new IdempotencyConflictException(operation);
        }
        return earlier.map(IdempotencyRecord::result);
    }

    void keep(Writing writing, UUID result) {
        if (key.isEmpty()) {
            return;
        }
        try {
            writing.tx()
                    .idempotency()
                    .insert(new IdempotencyRecord(storedKey(writing), Fingerprint.of(input), result, writing.now()));
        } catch (DuplicateKeyException e) {
            throw new DuplicateKeyException(KEY);
        }
    }

    /** Divided by what neither names nor operations hold. */
    private String storedKey(Writing writing) {
        return writing.actor().kind() + " " + writing.rights().caller() + " " + operation + " " + key.orElseThrow();
    }
}
