package io.crmkit.storage.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Documents by their features, in segments: a few new ones that are not indexed yet, and behind these larger and larger
 * ones, merged as they become many. Immutable: a change makes another index, which shares the segments. A document that
 * was replaced stays in its segment until a merge leaves it out, so that what is found must be looked up.
 *
 * @param <D> what a document is
 */
final class FeatureIndex<D> {
    private static final int NEW = 64;
    /** Segments are merged until each is so many times as large as the next. */
    private static final int RATIO = 4;

    private final Rules<D> rules;
    /** Largest first, by and large. */
    private final List<Segment<D>> segments;

    private final List<D> added;

    private FeatureIndex(Rules<D> rules, List<Segment<D>> segments, List<D> added) {
        this.rules = rules;
        this.segments = segments;
        this.added = added;
    }

    /**
     * What is known of documents.
     *
     * @param byId orders them
     * @param key the key of the row that it is
     * @param features in ascending order, each once
     */
    record Rules<D>(Comparator<D> byId, Function<D, String> key, Function<D, int[]> features) {}

    static <D> FeatureIndex<D> empty(Rules<D> rules) {
        return new FeatureIndex<>(rules, List.of(), List.of());
    }

    /** The same index with one more document. */
    FeatureIndex<D> with(D document, Predicate<D> wanted) {
        List<D> more = new ArrayList<>(added);
        more.add(document);
        if (more.size() < NEW) {
            return new FeatureIndex<>(rules, segments, more);
        }
        more.removeIf(wanted.negate());
        List<Segment<D>> merged = new ArrayList<>(segments);
        merged.add(Segment.of(more, rules.byId(), rules.features()));
        while (merged.size() > 1 && mayMerge(merged)) {
            Segment<D> last = merged.remove(merged.size() - 1);
            Segment<D> before = merged.remove(merged.size() - 1);
            merged.add(Segment.merged(before, last, rules.byId(), wanted));
        }
        return new FeatureIndex<>(rules, List.copyOf(merged), List.of());
    }

    private static boolean mayMerge(List<? extends Segment<?>> segments) {
        int last = segments.get(segments.size() - 1).size();
        int before = segments.get(segments.size() - 2).size();
        return before < RATIO * last && before + last <= Segment.MOST;
    }

    /** What is indexed. */
    List<Segment<D>> segments() {
        return segments;
    }

    /** What is not indexed yet, in no order. */
    List<D> added() {
        return added;
    }
}
