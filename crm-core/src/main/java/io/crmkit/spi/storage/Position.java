package io.crmkit.spi.storage;

import java.time.Instant;
import java.util.UUID;

/**
 * A place in a list that is ordered by time and then by id.
 *
 * @param at the item's time
 * @param id the item's id; ids compare as unsigned 128-bit numbers, as their text does
 */
public record Position(Instant at, UUID id) {}
