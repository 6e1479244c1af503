package io.crmkit.spi.storage;

import java.time.Instant;

/**
 * A right to send notifications for some time.
 *
 * @param owner who sends, unique for each run
 * @param now from when
 * @param until to when; others may take them over from then on
 * @param limit how many at most
 */
public record Lease(String owner, Instant now, Instant until, int limit) {}
