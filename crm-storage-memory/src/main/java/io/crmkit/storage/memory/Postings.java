package io.crmkit.storage.memory;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Numbers of documents in one segment, walked from the greatest down. Not thread-safe; made for one walk.
 */
abstract class Postings {
    /** Says that there are no more. */
    static final int NONE = -1;

    /** The greatest number that is not above {@code most}; {@code most} never grows from call to call. */
    abstract int next(int most);

    /** How many there are at most. */
    abstract int size();

    /** No document. */
    static Postings none() {
        return new Postings() {
            @Override
            int next(int most) {
                return NONE;
            }

            @Override
            int size() {
                return 0;
            }
        };
    }

    /** All documents from 0 to {@code count - 1}. */
    static Postings all(int count) {
        return new Postings() {
            @Override
            int next(int most) {
                return Math.min(most, count - 1);
            }

            @Override
            int size() {
                return count;
            }
        };
    }

    /** The ascending numbers of an array from {@code from} to {@code to}. */
    static Postings of(char[] numbers, int from, int to) {
        return new Postings() {
            private int end = to;

            @Override
            int next(int most) {
                int step = 1;
                int low = end;
                while (low > from && numbers[low - 1] > most) {
                    end = low - 1;
                    low = Math.max(from, low - step);
                    step *= 2;
                }
                while (low < end) {
                    int middle = (low + end) >>> 1;
                    if (numbers[middle] > most) {
                        end = middle;
                    } else {
                        low = middle + 1;
                    }
                }
                end = low;
                return end == from ? NONE : numbers[end - 1];
            }

            @Override
            int size() {
                return end - from;
            }
        };
    }

    /** Those that all have. */
    static Postings and(Postings... parts) {
        Arrays.sort(parts, Comparator.comparingInt(Postings::size));
        return new Postings() {
            @Override
            int next(int most) {
                int candidate = most;
                int agreed = 0;
                int i = 0;
                while (candidate >= 0 && agreed < parts.length) {
                    int found = parts[i].next(candidate);
                    agreed = found == candidate ? agreed + 1 : 1;
                    candidate = found;
                    i = (i + 1) % parts.length;
                }
                return candidate;
            }

            @Override
            int size() {
                return parts[0].size();
            }
        };
    }

    /** Those that one has. */
    static Postings or(Postings... parts) {
        return new Postings() {
            private final int[] heads = new int[parts.length];
            private boolean begun;

            @Override
            int next(int most) {
                int best = NONE;
                for (int i = 0; i < parts.length; i++) {
                    if (!begun || heads[i] > most) {
                        heads[i] = parts[i].next(most);
                    }
                    best = Math.max(best, heads[i]);
                }
                begun = true;
                return best;
            }

            @Override
            int size() {
                int size = 0;
                for (Postings part : parts) {
                    size += part.size();
                }
                return size;
            }
        };
    }
}
