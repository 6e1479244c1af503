package io.crmkit.spi.storage;

import java.time.Instant;
import java.util.UUID;

/**
 * A text that names something.
 *
 * @param kind which text
 * @param record the id of the note, ticket or message
 * @param parent the id of the note or ticket that it belongs to; a note and a ticket belong to themselves
 * @param at when the note, ticket or message was written
 */
public record TextPlace(TextKind kind, UUID record, UUID parent, Instant at) {
    /** Where it stands in a list. */
    public Position position() {
        return new Position(at, record);
    }
}
