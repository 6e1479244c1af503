package io.crmkit.id;

import java.util.UUID;

/**
 * Makes ids for new records. Every call returns another id, also when many threads call at once. Ids should grow with
 * time (version 7), since lists of equal times are ordered by id and databases append rather than split pages.
 */
@FunctionalInterface
public interface IdSource {
    /** Returns an id that this source has never returned before. */
    UUID next();
}
