package io.crmkit.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Runs the library and the lines by hand in turn, on each bed, and keeps how long each run took. */
final class Comparison {
    private static final int WARM_UPS = 100;
    private static final int RUNS = 300;
    private static final int FEWEST = 10;

    private final List<Bed> beds;
    private final long nanosEach;
    private final Map<Operation, Integer> done = new EnumMap<>(Operation.class);

    /** On these beds, with so many seconds for each operation. */
    Comparison(List<Bed> beds, int seconds) {
        this.beds = beds;
        this.nanosEach = seconds * 1_000_000_000L;
    }

    /**
     * What one side took for an operation.
     *
     * @param middle the time in nanoseconds that half of the runs kept within
     * @param slow the time that 95 of 100 kept within
     * @param statements how many statements
     */
    record Times(long middle, long slow, int statements) {
        static Times of(List<long[]> runs, int side, int statements) {
            long[] nanos = runs.stream().mapToLong(run -> run[side]).sorted().toArray();
            return new Times(nanos[nanos.length / 2], nanos[nanos.length * 95 / 100], statements);
        }
    }

    /**
     * What one operation took on one bed.
     *
     * @param library by the library
     * @param byHand by hand
     */
    record Pair(Times library, Times byHand) {
        double ratio() {
            return (double) library.middle() / byHand.middle();
        }
    }

    /** Runs everything until the JVM has translated it: what is measured first would seem slow otherwise. */
    void warmUp() {
        for (Operation operation : Operation.values()) {
            repeat(operation, 2 * WARM_UPS, nanosEach / 2);
        }
    }

    /** One for each bed. */
    List<Pair> measure(Operation operation) {
        repeat(operation, WARM_UPS, nanosEach / 3);
        List<List<long[]>> runs = repeat(operation, RUNS, nanosEach);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < beds.size(); i++) {
            int k = next(operation, 4);
            Bed bed = beds.get(i);
            pairs.add(new Pair(
                    Times.of(runs.get(i), 0, bed.byLibrary(operation, k)),
                    Times.of(runs.get(i), 1, bed.byHand(operation, k + 2))));
        }
        return pairs;
    }

    private List<List<long[]>> repeat(Operation operation, int most, long nanos) {
        List<List<long[]>> runs = new ArrayList<>();
        beds.forEach(bed -> runs.add(new ArrayList<>()));
        long end = System.nanoTime() + nanos;
        for (int i = 0; i < most && (i < FEWEST || System.nanoTime() < end); i++) {
            int k = next(operation, 1);
            if (beds.stream().anyMatch(bed -> k + 8 > operation.most(bed.data()))) {
                break;
            }
            for (int bed = 0; bed < beds.size(); bed++) {
                runs.get(bed).add(pair(beds.get(bed), operation, k, i % 2 == 0));
            }
        }
        return runs;
    }

    /** First the one, then the other, so that neither always finds the pages warm. */
    private static long[] pair(Bed bed, Operation operation, int k, boolean libraryFirst) {
        long[] nanos = new long[2];
        for (int turn = 0; turn < 2; turn++) {
            boolean library = libraryFirst == (turn == 0);
            Side side = library ? bed.library() : bed.byHand();
            long start = System.nanoTime();
            operation.run(side, bed.data(), k);
            nanos[library ? 0 : 1] = System.nanoTime() - start;
        }
        return nanos;
    }

    private int next(Operation operation, int count) {
        int first = done.getOrDefault(operation, 0) + 1;
        done.put(operation, first + count - 1);
        return first;
    }
}
