package io.crmkit.storage.memory;

import io.crmkit.note.NoteId;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.ReferenceCriteria;
import io.crmkit.spi.storage.ReferenceStore;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TextKind;
import io.crmkit.spi.storage.TextPlace;
import io.crmkit.ticket.MessageId;
import io.crmkit.ticket.TicketId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What texts name. */
final class MemoryReferences implements ReferenceStore {
    private static final Layout<Row> PLACES = new Layout<>("text reference", MemoryReferences::listings);
    /** Stands behind a name in a group, below all that a name may consist of. */
    private static final char END = ' ';

    private final Transaction transaction;

    MemoryReferences(Transaction transaction) {
        this.transaction = transaction;
    }

    /** A text and what it names. */
    private record Row(TextPlace place, Set<String> names) {}

    @Override
    public void add(TextPlace place, Set<String> names) {
        String key = place.record().toString();
        Optional<Row> before = transaction.lock(PLACES, key);
        if (names.isEmpty()) {
            return;
        }
        Set<String> all = new HashSet<>(names);
        before.ifPresent(row -> all.addAll(row.names()));
        if (before.isPresent()
                && all.size() < names.size() + before.get().names().size()) {
            throw new DuplicateKeyException("id");
        }
        transaction.write(PLACES, key, new Row(place, Set.copyOf(all)));
    }

    @Override
    public void remove(UUID record) {
        String key = record.toString();
        if (transaction.lock(PLACES, key).isPresent()) {
            transaction.remove(PLACES, key);
        }
    }

    @Override
    public void replaceAll(Map<TextPlace, Set<String>> names) {
        names.forEach((place, its) -> {
            remove(place.record());
            add(place, its);
        });
    }

    @Override
    public List<TextPlace> list(ReferenceCriteria criteria, Slice slice) {
        Table<Row> table = transaction.table(PLACES);
        Set<String> groups = new HashSet<>();
        for (String name : criteria.named().names()) {
            String group = criteria.kind() + " " + name;
            groups.addAll(criteria.named().beginning() ? table.groupsBeginning(group) : List.of(group + END));
        }
        return Walk.of(table, groups)
                .list(slice, row -> isWanted(row, criteria) && isIn(row.place(), criteria.reach()))
                .stream()
                .map(Row::place)
                .toList();
    }

    private static boolean isWanted(Row row, ReferenceCriteria criteria) {
        return criteria.unless().isEmpty()
                || row.names().stream().noneMatch(criteria.unless().get()::includes);
    }

    private boolean isIn(TextPlace place, Reach reach) {
        if (place.kind() == TextKind.NOTE) {
            return MemoryNotes.isLive(transaction, new NoteId(place.record()), reach);
        }
        return MemoryTickets.find(transaction, new TicketId(place.parent()))
                        .filter(ticket ->
                                reach.covers(ticket.team(), ticket.assignee(), Optional.of(ticket.customer())))
                        .isPresent()
                && (place.kind() == TextKind.TICKET
                        || MemoryMessages.isKept(transaction, new MessageId(place.record())));
    }

    private static Listings listings(Row row) {
        TextPlace place = row.place();
        Listings listings =
                Listings.at(place.at(), place.record(), place.record().toString());
        row.names().forEach(name -> listings.in(place.kind() + " " + name + END));
        return listings;
    }
}
