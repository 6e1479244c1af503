package io.crmkit.spi.storage;

import java.time.Instant;
import java.util.UUID;

/**
 * That a command was carried out under a key.
 *
 * @param key unique: kind and name of the actor, the operation, the caller's key
 * @param inputHash what tells one input from another
 * @param result the id of the record that it made
 * @param at when
 */
public record IdempotencyRecord(String key, String inputHash, UUID result, Instant at) {}
