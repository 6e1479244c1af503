package io.crmkit.search.internal;

import io.crmkit.internal.page.StepCursor;
import io.crmkit.internal.reference.ReferenceIndex;
import io.crmkit.page.PageRequest;
import io.crmkit.page.SortOrder;
import io.crmkit.search.RebuiltReferences;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.NoteCriteria;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TextPlace;
import io.crmkit.spi.storage.TicketCriteria;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists a page of texts anew: first of notes, then of tickets, then of messages. */
final class RebuildingReferences {
    private static final List<String> STEPS = List.of("notes", "tickets", "messages");

    private final CrmTransaction tx;
    private final ReferenceIndex index;

    RebuildingReferences(CrmTransaction tx, ReferenceIndex index) {
        this.tx = tx;
        this.index = index;
    }

    RebuiltReferences page(PageRequest request) {
        StepCursor start = StepCursor.of(request, STEPS);
        Slice slice = new Slice(SortOrder.OLDEST_FIRST, start.position(), request.size() + 1);
        Map<TextPlace, Set<String>> texts = texts(start.step(), slice);
        List<TextPlace> places = texts.keySet().stream().limit(request.size()).toList();
        Map<TextPlace, Set<String>> names = new HashMap<>();
        places.forEach(place -> names.put(place, texts.getOrDefault(place, Set.of())));
        tx.references().replaceAll(names);
        Optional<StepCursor> next = Optional.empty();
        if (texts.size() > places.size()) {
            next = Optional.of(new StepCursor(
                    start.step(), Optional.of(places.get(places.size() - 1).position())));
        } else if (start.step() + 1 < STEPS.size()) {
            next = Optional.of(new StepCursor(start.step() + 1, Optional.empty()));
        }
        return new RebuiltReferences(places.size(), next.map(cursor -> cursor.request(request.size(), STEPS)));
    }

    /** In their order, with what they name. */
    private Map<TextPlace, Set<String>> texts(int step, Slice slice) {
        Map<TextPlace, Set<String>> texts = new LinkedHashMap<>();
        switch (STEPS.get(step)) {
            case "notes" ->
                tx.notes()
                        .list(NoteCriteria.within(Reach.all()), slice)
                        .forEach(note -> texts.put(ReferenceIndex.place(note), index.namesOf(note)));
            case "tickets" ->
                tx.tickets()
                        .list(TicketCriteria.within(Reach.all()), slice)
                        .forEach(ticket -> texts.put(ReferenceIndex.place(ticket), index.namesOf(ticket)));
            default ->
                tx.messages()
                        .list(slice)
                        .forEach(message -> texts.put(ReferenceIndex.place(message), index.namesOf(message)));
        }
        return texts;
    }
}
