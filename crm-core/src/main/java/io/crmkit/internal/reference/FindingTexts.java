package io.crmkit.internal.reference;

import io.crmkit.id.IdText;
import io.crmkit.internal.page.StepCursor;
import io.crmkit.page.PageRequest;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.NameMatch;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.ReferenceCriteria;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TextKind;
import io.crmkit.spi.storage.TextPlace;
import io.crmkit.text.MatchedBy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds texts step by step: by what they name, by how that begins, by how it ends, each latest first and without those of
 * the steps before; and by words only if nothing was found until then.
 */
public final class FindingTexts {
    /** The order of the texts of one step. */
    public static final Comparator<TextPlace> NEWEST_FIRST = Comparator.comparing(TextPlace::at)
            .thenComparing(place -> IdText.of(place.record()))
            .reversed();

    private static final List<MatchedBy> STEPS = List.of(MatchedBy.values());
    private static final List<String> NAMES = STEPS.stream().map(Enum::name).toList();
    private static final int WORDS = STEPS.indexOf(MatchedBy.WORDS);

    private final CrmTransaction tx;
    private final Wanted wanted;
    private final Map<TextKind, Reach> kinds;

    /**
     * A search.
     *
     * @param kinds which kinds of texts, and how far
     */
    public FindingTexts(CrmTransaction tx, Wanted wanted, Map<TextKind, Reach> kinds) {
        this.tx = tx;
        this.wanted = wanted;
        this.kinds = kinds;
    }

    /** A text that was found. */
    public record Found(TextPlace place, MatchedBy by) {}

    /**
     * Texts that were found by their words.
     *
     * @param places latest first
     * @param stopped where there was no more time; empty if there are no more of them, or enough
     */
    public record Walked(List<TextPlace> places, Optional<Position> stopped) {
        /** None, and all were looked at. */
        public static Walked nothing() {
            return new Walked(List.of(), Optional.empty());
        }
    }

    /**
     * A page of texts.
     *
     * @param partial whether there was no more time; the next page goes on from there
     */
    public record FoundTexts(List<Found> items, Optional<PageRequest> next, boolean partial) {}

    /**
     * One page.
     *
     * @param byWords finds texts by their words, latest first
     */
    public FoundTexts page(PageRequest request, Function<Slice, Walked> byWords) {
        StepCursor start = StepCursor.of(request, NAMES);
        List<Found> found = new ArrayList<>();
        for (int step = start.step(); step < WORDS && found.size() <= request.size(); step++) {
            MatchedBy by = STEPS.get(step);
            add(found, by, list(by, slice(start, step, request.size() + 1 - found.size())));
        }
        boolean nothingBefore = request.cursor().isEmpty() || start.step() == WORDS;
        boolean words = found.isEmpty() && nothingBefore && !wanted.words().isEmpty();
        Walked walked = words ? byWords.apply(slice(start, WORDS, request.size() + 1)) : Walked.nothing();
        add(found, MatchedBy.WORDS, walked.places());
        if (found.size() <= request.size()) {
            Optional<PageRequest> next = walked.stopped().map(at -> next(MatchedBy.WORDS, at, request.size()));
            return new FoundTexts(found, next, next.isPresent());
        }
        List<Found> items = found.subList(0, request.size());
        Found last = items.get(items.size() - 1);
        return new FoundTexts(items, Optional.of(next(last.by(), last.place().position(), request.size())), false);
    }

    private static PageRequest next(MatchedBy by, Position after, int size) {
        return new StepCursor(STEPS.indexOf(by), Optional.of(after)).request(size, NAMES);
    }

    private static void add(List<Found> found, MatchedBy by, List<TextPlace> places) {
        places.forEach(place -> found.add(new Found(place, by)));
    }

    private static Slice slice(StepCursor start, int step, int limit) {
        return new Slice(SortOrder.NEWEST_FIRST, step == start.step() ? start.position() : Optional.empty(), limit);
    }

    /** The texts of one step. */
    public List<TextPlace> list(MatchedBy by, Slice slice) {
        Optional<NameMatch> named = wanted.named(by);
        if (named.isEmpty()) {
            return List.of();
        }
        List<TextPlace> places = new ArrayList<>();
        kinds.forEach((kind, reach) -> {
            if (!reach.equals(Reach.none())) {
                ReferenceCriteria criteria = new ReferenceCriteria(kind, named.get(), wanted.better(by), reach);
                places.addAll(tx.references().list(criteria, slice));
            }
        });
        places.sort(NEWEST_FIRST);
        return places.subList(0, Math.min(slice.limit(), places.size()));
    }
}
