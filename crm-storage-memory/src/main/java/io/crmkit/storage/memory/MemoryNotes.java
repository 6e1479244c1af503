package io.crmkit.storage.memory;

import io.crmkit.actor.CustomerId;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import io.crmkit.note.NoteRevision;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.NoteCriteria;
import io.crmkit.spi.storage.NoteFigures;
import io.crmkit.spi.storage.NoteStore;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.time.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Notes and their former texts. */
final class MemoryNotes implements NoteStore {
    private static final Layout<Row> NOTES = new Layout<>("note", MemoryNotes::listings);
    private static final Layout<NoteRevision> REVISIONS = new Layout<>(
            "note revision",
            row -> Listings.at(row.replacedAt(), row.note().value(), key(row)).in("note " + row.note()));
    static final MergedRows.Moved<Row> MOVED = new MergedRows.Moved<>(
            NOTES,
            id -> each(List.of("live", "deleted"), "customer " + id),
            (row, customer) -> new Row(Owners.with(row.note(), customer), row.searchText()));
    private static final String LIVE = "live";
    private static final String DELETED = "deleted";

    private final Transaction transaction;

    MemoryNotes(Transaction transaction) {
        this.transaction = transaction;
    }

    /** A note and its folded search text. */
    record Row(Note note, String searchText) {
        long version() {
            return note.version();
        }

        boolean isLive() {
            return note.deletion().isEmpty();
        }

        boolean isIn(Reach reach) {
            return reach.covers(note.team(), Optional.of(note.author().id()), Optional.empty());
        }
    }

    @Override
    public void insert(Note note, String searchText) {
        String key = note.id().toString();
        transaction.lockNew(NOTES, key, "id");
        transaction.write(NOTES, key, new Row(note, searchText));
    }

    @Override
    public void update(Note note, String searchText) {
        String key = note.id().toString();
        Row next = new Row(note, searchText);
        transaction.lockVersion(NOTES, key, next, Row::version);
        transaction.write(NOTES, key, next);
    }

    @Override
    public Optional<Note> find(NoteId id, Reach reach) {
        return transaction
                .table(NOTES)
                .get(id.toString())
                .filter(row -> row.isIn(reach))
                .map(Row::note);
    }

    /** Whether the transaction sees the note live and within reach. */
    static boolean isLive(Transaction transaction, NoteId id, Reach reach) {
        return transaction
                .table(NOTES)
                .get(id.toString())
                .filter(row -> row.isLive() && row.isIn(reach))
                .isPresent();
    }

    @Override
    public List<Note> find(Set<NoteId> ids, Reach reach) {
        return ids.stream().flatMap(id -> find(id, reach).stream()).toList();
    }

    @Override
    public List<Note> list(NoteCriteria criteria, Slice slice) {
        return walk(transaction, criteria).list(slice, row -> isWanted(row, criteria)).stream()
                .map(Row::note)
                .toList();
    }

    /** The shortest way through the wanted notes; there may be others beside it. */
    static Walk<Row> walk(Transaction transaction, NoteCriteria criteria) {
        List<String> states = criteria.deleted() ? List.of(LIVE, DELETED) : List.of(LIVE);
        Walk<Row> walk =
                walk(transaction.table(NOTES), states, criteria.reach()).during(criteria.written());
        criteria.customer().ifPresent(id -> walk.within(each(states, "customer " + id)));
        criteria.subject().ifPresent(subject -> walk.within(each(states, "subject " + subject)));
        return walk;
    }

    private static boolean isWanted(Row row, NoteCriteria criteria) {
        Note note = row.note();
        return row.isIn(criteria.reach())
                && (criteria.deleted() || row.isLive())
                && criteria.customer().map(note.customer()::equals).orElse(true)
                && criteria.subject().map(note.subjects()::contains).orElse(true)
                && criteria.terms().stream().allMatch(row.searchText()::contains);
    }

    @Override
    public List<Note> pinnedFirst(CustomerId customer, Reach reach, int limit) {
        Table<Row> table = transaction.table(NOTES);
        List<Row> rows = new ArrayList<>(
                Walk.of(table, LIVE + " pinned " + customer).list(newest(limit), row -> row.isIn(reach)));
        rows.addAll(Walk.of(table, LIVE + " customer " + customer)
                .list(newest(limit), row -> row.isIn(reach) && !row.note().pinned()));
        return rows.stream().limit(limit).map(Row::note).toList();
    }

    private static Slice newest(int limit) {
        return Slice.first(SortOrder.NEWEST_FIRST, limit);
    }

    @Override
    public Map<SubjectRef, Note> latest(Set<SubjectRef> subjects, Reach reach) {
        Table<Row> table = transaction.table(NOTES);
        Map<SubjectRef, Note> result = new HashMap<>();
        for (SubjectRef subject : subjects) {
            Walk.of(table, LIVE + " subject " + subject)
                    .list(newest(1), row -> row.isIn(reach))
                    .forEach(row -> result.put(subject, row.note()));
        }
        return Collections.unmodifiableMap(result);
    }

    @Override
    public NoteFigures figures(TimeRange written, Reach reach) {
        long notes = 0;
        long within = 0;
        Set<CustomerId> customers = new HashSet<>();
        for (Iterator<Row> rows =
                        walk(transaction.table(NOTES), List.of(LIVE), reach).rows();
                rows.hasNext(); ) {
            Note note = rows.next().note();
            notes++;
            within += written.contains(note.createdAt()) ? 1 : 0;
            customers.add(note.customer());
        }
        return new NoteFigures(notes, customers.size(), within);
    }

    /** Through the notes within reach, all of them and no others. */
    private static Walk<Row> walk(Table<Row> table, List<String> states, Reach reach) {
        if (reach.everything()) {
            return Walk.of(table, states);
        }
        List<String> groups = new ArrayList<>();
        reach.teams().forEach(team -> groups.addAll(each(states, "team " + team)));
        reach.owner().ifPresent(owner -> groups.addAll(each(states, "author " + owner)));
        return Walk.of(table, groups);
    }

    private static List<String> each(List<String> states, String group) {
        return states.stream().map(state -> state + " " + group).toList();
    }

    @Override
    public void addRevision(NoteRevision revision) {
        transaction.lockNew(REVISIONS, key(revision), "version");
        transaction.write(REVISIONS, key(revision), revision);
    }

    @Override
    public List<NoteRevision> revisions(NoteId note) {
        return Walk.of(transaction.table(REVISIONS), "note " + note).stream()
                .sorted(Comparator.comparingLong(NoteRevision::version).reversed())
                .toList();
    }

    /** Removes former texts from before a time. */
    static int purge(Transaction transaction, Instant limit, int most) {
        return Purge.of(transaction, REVISIONS, row -> true).before(limit, most);
    }

    private static String key(NoteRevision revision) {
        return revision.note() + " " + revision.version();
    }

    private static Listings listings(Row row) {
        Note note = row.note();
        String state = row.isLive() ? LIVE : DELETED;
        Listings listings = Listings.at(
                        note.createdAt(), note.id().value(), note.id().toString())
                .in(state)
                .in(state + " customer " + note.customer())
                .in(state + " team " + note.team())
                .in(state + " author " + note.author().id());
        note.subjects().forEach(subject -> listings.in(state + " subject " + subject));
        return note.pinned() ? listings.in(state + " pinned " + note.customer()) : listings;
    }
}
