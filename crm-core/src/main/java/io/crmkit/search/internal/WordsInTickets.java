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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for words in subjects and messages of tickets, from the latest back, as long as there is time. */
final class WordsInTickets {
    /** So many subjects, and as many messages, are looked at between two looks at the clock. */
    static final int STRETCH = 500;

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
        List<TextPlace> found = new ArrayList<>();
        Optional<Position> after = slice.after();
        do {
            Slice stretch = new Slice(SortOrder.NEWEST_FIRST, after, STRETCH);
            List<Ticket> tickets = tx.tickets().list(TicketCriteria.within(reach(TextKind.TICKET)), stretch);
            List<Message> messages = tx.messages().list(stretch);
            Optional<TextPlace> last = last(tickets, messages);
            found.addAll(withWords(tickets, messages, last));
            after = last.map(TextPlace::position);
        } while (after.isPresent() && found.size() < slice.limit() && !budget.isSpent());
        return new Walked(found, found.size() < slice.limit() ? after : Optional.empty());
    }

    private Reach reach(TextKind kind) {
        return kinds.getOrDefault(kind, Reach.none());
    }

    /** Down to there both lists are whole; empty if they are so to their ends. */
    private static Optional<TextPlace> last(List<Ticket> tickets, List<Message> messages) {
        return Stream.concat(
                        tickets.stream().skip(STRETCH - 1).map(ReferenceIndex::place),
                        messages.stream().skip(STRETCH - 1).map(ReferenceIndex::place))
                .min(FindingTexts.NEWEST_FIRST);
    }

    private List<TextPlace> withWords(List<Ticket> tickets, List<Message> messages, Optional<TextPlace> last) {
        Stream<TextPlace> subjects = tickets.stream()
                .filter(ticket -> wanted.hasWordsIn(ticket.subject()))
                .map(ReferenceIndex::place);
        List<TextPlace> said = messages.stream()
                .filter(message -> wanted.hasWordsIn(message.text()))
                .map(ReferenceIndex::place)
                .toList();
        return Stream.concat(subjects, withinReach(said))
                .filter(place -> last.isEmpty() || FindingTexts.NEWEST_FIRST.compare(place, last.get()) <= 0)
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
