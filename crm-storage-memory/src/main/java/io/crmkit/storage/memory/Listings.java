package io.crmkit.storage.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** In which groups a row is listed, and at which place in each. Every row is listed in {@link #ALL}. */
final class Listings {
    static final String ALL = "";

    private final Map<String, Place> places = new HashMap<>();
    private final Place usual;

    private Listings(Place usual) {
        this.usual = usual;
        places.put(ALL, usual);
    }

    /** Listed at that place, in {@link #ALL} to begin with. */
    static Listings at(Instant at, UUID id, String key) {
        return new Listings(new Place(at, id, key));
    }

    /** Listed in that group too. */
    Listings in(String group) {
        places.put(group, usual);
        return this;
    }

    /** Listed in that group too, at the place of another time. */
    Listings in(String group, Instant at) {
        places.put(group, new Place(at, usual.id(), usual.key()));
        return this;
    }

    Map<String, Place> places() {
        return places;
    }
}
