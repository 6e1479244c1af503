package io.crmkit.activity;

import java.time.Instant;

/**
 * How often a customer did something.
 *
 * @param type what
 * @param status how it went
 * @param count how often
 * @param lastAt when last
 */
public record ActivityCount(ActivityType type, ActivityStatus status, long count, Instant lastAt) {}
