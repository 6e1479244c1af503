package io.crmkit.spi.storage;

/**
 * Sums over live notes.
 *
 * @param notes how many there are
 * @param customers how many customers they are about
 * @param written how many of them were written within the time asked for
 */
public record NoteFigures(long notes, long customers, long written) {}
