package io.crmkit.spi.storage;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What texts name: numbers, addresses, hosts. Names are at most 100 characters of printable ASCII without {@code ~}, and
 * compared as they are. Lists are ordered by {@code at} and record.
 */
public interface ReferenceStore {
    /**
     * Lists a text under each of these names; none is fine.
     *
     * @throws DuplicateKeyException with {@code id} if it is listed under one of them
     */
    void add(TextPlace place, Set<String> names);

    /** Takes a text out of all lists; one that is in none is fine. */
    void remove(UUID record);

    /** Lists the texts that name something, each once. One call reads no texts that name something else. */
    List<TextPlace> list(ReferenceCriteria criteria, Slice slice);
}
