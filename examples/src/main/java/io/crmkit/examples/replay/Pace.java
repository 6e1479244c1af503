package io.crmkit.examples.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures how long events take, block by block, so that growth would show. */
final class Pace {
    private static final int BLOCK = 4_000;

    private final long start = System.nanoTime();
    private final List<Long> blocks = new ArrayList<>();
    private long blockStart = start;
    private int events;

    void event() {
        events++;
        if (events % BLOCK == 0) {
            long now = System.nanoTime();
            blocks.add(now - blockStart);
            blockStart = now;
        }
    }

    /** One sentence on the time for each event: in the first block, in the last, over all. */
    String summary() {
        long total = System.nanoTime() - start;
        String all = String.format(
                Locale.ROOT, "%,d events in %.1f s: %s per event", events, total / 1e9, micros(total, events));
        if (blocks.size() < 2) {
            return all;
        }
        return all + "; the first " + BLOCK + ": " + micros(blocks.get(0), BLOCK) + " per event, the last full " + BLOCK
                + ": " + micros(blocks.get(blocks.size() - 1), BLOCK) + " per event";
    }

    private static String micros(long nanos, int count) {
        return Math.round(nanos / 1e3 / Math.max(1, count)) + " µs";
    }
}
