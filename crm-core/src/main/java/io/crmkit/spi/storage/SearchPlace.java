package io.crmkit.spi.storage;

import java.util.UUID;

/**
 * A place in what a search finds.
 *
 * @param tier the index of the tier, from 0
 * @param id the customer's id
 */
public record SearchPlace(int tier, UUID id) {}
