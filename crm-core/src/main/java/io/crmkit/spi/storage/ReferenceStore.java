package io.crmkit.spi.storage;

import java.util.List;
import java.util.Map;
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

    /**
     * Lists texts under these names alone, whatever they were listed under before; a text without names is in no list
     * then. At most 200 texts. One call for all.
     */
    void replaceAll(Map<TextPlace, Set<String>> names);

    /** Lists the texts that name something, each once. One call reads no texts that name something else. */
    List<TextPlace> list(ReferenceCriteria criteria, Slice slice);
}
