package io.crmkit.search.internal;

import io.crmkit.internal.reference.FindingTexts;
import io.crmkit.internal.reference.FindingTexts.Walked;
import io.crmkit.internal.reference.ReferenceIndex;
import io.crmkit.internal.reference.Wanted;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchBudget;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TextKind;
import io.crmkit.spi.storage.TextPlace;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for words in subjects and messages of tickets, from the latest back, as long as there is time. */
final class WordsInTickets {
    /** So many subjects, and as many messages, are fetched at once: a message may be long. */
    private static final int STRETCH = 100;

    private final CrmTransaction tx;
    private final Wanted wanted;
    private final Map<TextKind, Reach> kinds;
    private final SearchBudget budget;

    WordsInTickets(CrmTransaction tx, Wanted wanted, Map<TextKind, Reach> kinds, SearchBudget budget) {
        this.tx = tx;
        this.wanted = wanted;
        this.kinds = kinds;
        this.budget = budget;
    }

    Walked walk(Slice slice) {
        Reach subjects = reach(TextKind.TICKET);
        Tail<Ticket> tickets = new Tail<>(
                slice.after(),
                stretch -> tx.tickets().list(TicketCriteria.within(subjects), stretch),
                ReferenceIndex::place);
        Tail<Message> messages = new Tail<>(slice.after(), tx.messages()::list, ReferenceIndex::place);
        List<TextPlace> found = new ArrayList<>();
        Optional<TextPlace> last;
        do {
            last = last(tickets.fill(), messages.fill());
            found.addAll(withWords(tickets.take(last), messages.take(last)));
        } while (last.isPresent() && found.size() < slice.limit() && !budget.isSpent());
        return new Walked(found, last.map(TextPlace::position));
    }

    /** What comes next in one of both lists, which is fetched again only when it was used up. */
    private static final class Tail<T> {
        private final Function<Slice, List<T>> list;
        private final Function<T, TextPlace> place;
        private Optional<Position> after;
        private List<T> fetched = List.of();
        private boolean ended;

        Tail(Optional<Position> after, Function<Slice, List<T>> list, Function<T, TextPlace> place) {
            this.after = after;
            this.list = list;
            this.place = place;
        }

        /** The last place that is known; empty if that is the end. */
        Optional<TextPlace> fill() {
            if (fetched.isEmpty() && !ended) {
                fetched = list.apply(new Slice(SortOrder.NEWEST_FIRST, after, STRETCH));
                ended = fetched.size() < STRETCH;
            }
            return ended ? Optional.empty() : Optional.of(place.apply(fetched.get(fetched.size() - 1)));
        }

        /** Those down to a place, or all. */
        List<T> take(Optional<TextPlace> last) {
            List<T> taken = fetched.stream()
                    .filter(each ->
                            last.isEmpty() || FindingTexts.NEWEST_FIRST.compare(place.apply(each), last.get()) <= 0)
                    .toList();
            fetched = fetched.subList(taken.size(), fetched.size());
            if (!taken.isEmpty()) {
                after = Optional.of(place.apply(taken.get(taken.size() - 1)).position());
            }
            return taken;
        }
    }

    private Reach reach(TextKind kind) {
        return kinds.getOrDefault(kind, Reach.none());
    }

    /** Down to there both are known; empty if they are so to their ends. */
    private static Optional<TextPlace> last(Optional<TextPlace> one, Optional<TextPlace> other) {
        return Stream.concat(one.stream(), other.stream()).min(FindingTexts.NEWEST_FIRST);
    }

    private List<TextPlace> withWords(List<Ticket> tickets, List<Message> messages) {
        Stream<TextPlace> subjects = tickets.stream()
                .filter(ticket -> wanted.hasWordsIn(ticket.subject()))
                .map(ReferenceIndex::place);
        List<TextPlace> said = messages.stream()
                .filter(message -> wanted.hasWordsIn(message.text()))
                .map(ReferenceIndex::place)
                .toList();
        return Stream.concat(subjects, withinReach(said))
                .sorted(FindingTexts.NEWEST_FIRST)
                .toList();
    }

    /** Messages are listed without regard to reach. */
    private Stream<TextPlace> withinReach(List<TextPlace> messages) {
        Set<TicketId> ids =
                messages.stream().map(place -> new TicketId(place.parent())).collect(Collectors.toSet());
        Map<UUID, Ticket> tickets = new HashMap<>();
        if (!ids.isEmpty()) {
            tx.tickets().findAll(ids).forEach(ticket -> tickets.put(ticket.id().value(), ticket));
        }
        return messages.stream()
                .filter(place -> Optional.ofNullable(tickets.get(place.parent()))
                        .filter(ticket -> reach(place.kind())
                                .covers(ticket.team(), ticket.assignee(), Optional.of(ticket.customer())))
                        .isPresent());
    }
}
