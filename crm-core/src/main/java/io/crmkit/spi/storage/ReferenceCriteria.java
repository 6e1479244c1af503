package io.crmkit.spi.storage;

import java.util.Optional;

/**
 * Which texts are wanted.
 *
 * @param kind texts of this kind
 * @param named one of their names is meant by this
 * @param unless none of their names is meant by that
 * @param reach within reach, by what {@link TextKind} says
 */
public record ReferenceCriteria(TextKind kind, NameMatch named, Optional<NameMatch> unless, Reach reach) {
    /** Texts of a kind with such a name. */
    public static ReferenceCriteria of(TextKind kind, NameMatch named, Reach reach) {
        return new ReferenceCriteria(kind, named, Optional.empty(), reach);
    }
}
