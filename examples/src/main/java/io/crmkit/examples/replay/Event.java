package io.crmkit.examples.replay;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of the input.
 *
 * @param line its number, from 1
 * @param at when
 * @param kind what
 * @param fields its texts by name
 */
record Event(int line, Instant at, EventKind kind, Map<String, String> fields) {
    /** A field that this kind of event always has. */
    String get(String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    BadInputException bad(String what) {
        return new BadInputException(line, what);
    }
}
