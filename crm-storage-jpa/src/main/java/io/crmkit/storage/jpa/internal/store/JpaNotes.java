package io.crmkit.storage.jpa.internal.store;

import io.crmkit.actor.CustomerId;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import io.crmkit.note.NoteRevision;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.NoteCriteria;
import io.crmkit.spi.storage.NoteFigures;
import io.crmkit.spi.storage.NoteStore;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import io.crmkit.time.TimeRange;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Notes and their former texts. */
final class JpaNotes implements NoteStore {
    private final Work work;

    JpaNotes(Work work) {
        this.work = work;
    }

    @Override
    public void insert(Note note, String searchText) {
        work.insert(NoteRow.of(note, searchText));
        addSubjects(note, Set.copyOf(note.subjects()));
    }

    @Override
    public void update(Note note, String searchText) {
        UUID id = note.id().value();
        NoteRow row = NoteRow.of(note, searchText);
        row.version = note.version() - 1;
        work.update(
                row,
                "note " + note.id(),
                row.version,
                () -> work.first(Hql.of("select n.version from CrmNote n").is("n.id", id), Long.class));
        List<String> before =
                work.list(Hql.of("select s.subject from CrmNoteSubject s").is("s.note", id), String.class);
        Set<String> wanted = note.subjects().stream().map(NoteSubjectRow::key).collect(Collectors.toSet());
        before.stream()
                .filter(subject -> !wanted.contains(subject))
                .forEach(subject -> work.execute(Hql.of("delete from CrmNoteSubject s")
                        .is("s.subject", subject)
                        .is("s.note", id)));
        Set<SubjectRef> added = new HashSet<>(note.subjects());
        added.removeIf(subject -> before.contains(NoteSubjectRow.key(subject)));
        addSubjects(note, added);
    }

    private void addSubjects(Note note, Set<SubjectRef> subjects) {
        UUID id = note.id().value();
        work.insertAll(
                subjects.stream().map(subject -> NoteSubjectRow.of(subject, id)).toList());
    }

    @Override
    public Optional<Note> find(NoteId id, Reach reach) {
        return work
                .list(within(Hql.of("select n from CrmNote n"), reach).is("n.id", id.value()), NoteRow.class)
                .stream()
                .findFirst()
                .map(NoteRow::toNote);
    }

    @Override
    public List<Note> find(Set<NoteId> ids, Reach reach) {
        if (ids.isEmpty()) {
            work.check();
            return List.of();
        }
        Hql query = within(Hql.of("select n from CrmNote n"), reach)
                .in("n.id", ids.stream().map(NoteId::value).toList());
        return work.list(query, NoteRow.class).stream().map(NoteRow::toNote).toList();
    }

    @Override
    public List<Note> list(NoteCriteria criteria, Slice slice) {
        Hql query = Hql.of(
                criteria.subject().isPresent()
                        ? "select n from CrmNote n join CrmNoteSubject s on s.note = n.id"
                        : "select n from CrmNote n");
        within(query, criteria.reach())
                .is("n.customer", criteria.customer().map(customer -> customer.value()))
                .is("s.subject", criteria.subject().map(NoteSubjectRow::key))
                .during("n.createdAt", criteria.written());
        if (!criteria.deleted()) {
            query.and("n.deletedAt is null");
        }
        criteria.terms().forEach(term -> query.contains("n.searchText", term));
        return work.list(query.slice(slice, "n.createdAt", "n.id"), NoteRow.class).stream()
                .map(NoteRow::toNote)
                .toList();
    }

    @Override
    public List<Note> pinnedFirst(CustomerId customer, Reach reach, int limit) {
        Hql query = within(Hql.of("select n from CrmNote n"), reach)
                .is("n.customer", customer.value())
                .and("n.deletedAt is null")
                .orderBy("n.pinned desc, n.createdAt desc, n.id desc")
                .limit(limit);
        return work.list(query, NoteRow.class).stream().map(NoteRow::toNote).toList();
    }

    private static Hql within(Hql query, Reach reach) {
        return query.reach(reach, "n.team", "n.author", "");
    }

    @Override
    public Map<SubjectRef, Note> latest(Set<SubjectRef> subjects, Reach reach) {
        Map<String, SubjectRef> wanted = new HashMap<>();
        subjects.forEach(subject -> wanted.put(NoteSubjectRow.key(subject), subject));
        if (wanted.isEmpty()) {
            work.check();
            return Map.of();
        }
        Hql query = Hql.of("select r.subject, n from (select s.subject as subject, s.note as note,"
                + " row_number() over (partition by s.subject order by m.createdAt desc, m.id desc) as place"
                + " from CrmNoteSubject s join CrmNote m on m.id = s.note where ");
        String inner = query.among("s.subject", wanted.keySet()) + " and m.deletedAt is null and "
                + query.within(reach, "m.team", "m.author", "") + ") r join CrmNote n on n.id = r.note";
        query.goOn(inner).and("r.place = 1");
        Map<SubjectRef, Note> latest = new HashMap<>();
        for (Object[] pair : work.list(query, Object[].class)) {
            SubjectRef subject = wanted.get((String) pair[0]);
            if (subject != null) {
                latest.put(subject, ((NoteRow) pair[1]).toNote());
            }
        }
        return Collections.unmodifiableMap(latest);
    }

    @Override
    public NoteFigures figures(TimeRange written, Reach reach) {
        Hql query = Hql.of("select count(*), count(distinct n.customer),"
                        + " sum(case when n.createdAt >= :from and n.createdAt < :to then 1 else 0 end) from CrmNote n")
                .with("from", written.from())
                .with("to", written.to())
                .and("n.deletedAt is null");
        Object[] sums = work.list(within(query, reach), Object[].class).get(0);
        return new NoteFigures(number(sums[0]), number(sums[1]), number(sums[2]));
    }

    /** The sum over no rows is no number. */
    private static long number(Object sum) {
        return sum instanceof Number number ? number.longValue() : 0;
    }

    @Override
    public void addRevision(NoteRevision revision) {
        try {
            work.insert(NoteRevisionRow.of(revision));
        } catch (DuplicateKeyException e) {
            throw new DuplicateKeyException("version");
        }
    }

    @Override
    public List<NoteRevision> revisions(NoteId note) {
        return work
                .list(
                        Hql.of("select r from CrmNoteRevision r")
                                .is("r.note", note.value())
                                .orderBy("r.version desc"),
                        NoteRevisionRow.class)
                .stream()
                .map(NoteRevisionRow::toRevision)
                .toList();
    }
}
