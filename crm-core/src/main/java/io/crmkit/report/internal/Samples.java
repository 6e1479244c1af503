package io.crmkit.report.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Measured times in whole seconds, rounded down, and their statistics. Not thread-safe. */
final class Samples {
    private static final int MEDIAN = 50;
    private static final int NINTH_DECILE = 90;

    private long[] seconds = new long[16];
    private int size;

    void add(Instant from, Instant to) {
        if (size == seconds.length) {
            seconds = Arrays.copyOf(seconds, size * 2);
        }
        seconds[size++] = Duration.between(from, to).toSeconds();
    }

    int size() {
        return size;
    }

    /** The mean; empty text without samples. */
    String mean() {
        return size == 0
                ? ""
                : Long.toString(
                        Rounding.quotient(Arrays.stream(seconds, 0, size).sum(), size));
    }

    /** Number, mean, median, 90 % quantile and maximum; all but the number are empty texts without samples. */
    List<String> statistics() {
        if (size == 0) {
            return List.of("0", "", "", "", "");
        }
        long[] sorted = Arrays.copyOf(seconds, size);
        Arrays.sort(sorted);
        return List.of(
                Integer.toString(size),
                mean(),
                Long.toString(nearestRank(sorted, MEDIAN)),
                Long.toString(nearestRank(sorted, NINTH_DECILE)),
                Long.toString(sorted[size - 1]));
    }

    /** The smallest value that at least so many percent of the values do not exceed. */
    private static long nearestRank(long[] sorted, int percent) {
        long rank = ((long) sorted.length * percent + 99) / 100;
        return sorted[(int) rank - 1];
    }
}
