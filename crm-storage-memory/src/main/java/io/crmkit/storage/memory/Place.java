package io.crmkit.storage.memory;

import io.crmkit.spi.storage.Position;
import java.time.Instant;
import java.util.UUID;

/**
 * A row's place in a listing: by time, then by id as an unsigned number, then by key, so that no two rows share one.
 */
record Place(Instant at, UUID id, String key) implements Comparable<Place> {
    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);
    /** Sorts behind every key. */
    private static final String BEHIND_KEYS = "\uffff";

    /** Before all rows of that time. */
    static Place startOf(Instant at) {
        return new Place(at, LOWEST, "");
    }

    /** Behind all rows of that time. */
    static Place endOf(Instant at) {
        return new Place(at, HIGHEST, BEHIND_KEYS);
    }

    /** Before the rows at that position. */
    static Place before(Position position) {
        return new Place(position.at(), position.id(), "");
    }

    /** Behind the rows at that position. */
    static Place behind(Position position) {
        return new Place(position.at(), position.id(), BEHIND_KEYS);
    }

    @Override
    public int compareTo(Place other) {
        int order = at.compareTo(other.at);
        if (order == 0) {
            order = Long.compareUnsigned(id.getMostSignificantBits(), other.id.getMostSignificantBits());
        }
        if (order == 0) {
            order = Long.compareUnsigned(id.getLeastSignificantBits(), other.id.getLeastSignificantBits());
        }
        return order == 0 ? key.compareTo(other.key) : order;
    }
}
