package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.customer.Customer;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.NoteCriteria;
import io.crmkit.spi.storage.NoteFigures;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.time.TimeRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists of notes. */
abstract class NoteListRules extends ReachedListRules {
    private final Map<Item, SubjectRef> subjects = new HashMap<>();

    @Override
    Set<By> by() {
        return Set.of(By.TEAM, By.OWNER);
    }

    @Override
    void add(CrmTransaction tx, Item item) {
        Customer customer = samples.customer().id(item.id()).build();
        SubjectRef subject = SubjectRef.order(item.id().toString());
        Note note = samples.note(customer.id())
                .id(item.id())
                .createdAt(item.at())
                .team(item.team())
                .author(item.owner())
                .subjects(subject)
                .build();
        tx.customers().insert(customer, SampleRecords.index(customer));
        tx.notes().insert(note, note.text());
        subjects.put(item, subject);
    }

    @Override
    List<Position> list(CrmTransaction tx, Reach reach, Slice slice) {
        return tx.notes().list(NoteCriteria.within(reach), slice).stream()
                .map(note -> new Position(note.createdAt(), note.id().value()))
                .toList();
    }

    @Override
    void assertOtherReads(CrmTransaction tx, Reach reach, List<Item> all, List<Item> within) {
        for (Item item : all) {
            assertEquals(
                    within.contains(item),
                    tx.notes().find(new NoteId(item.id()), reach).isPresent(),
                    reach::toString);
        }
        assertEquals(
                within.stream().map(subjects::get).collect(Collectors.toSet()),
                tx.notes().latest(Set.copyOf(subjects.values()), reach).keySet(),
                reach::toString);
        TimeRange atNoon = new TimeRange(NOON, NOON.plusNanos(1_000));
        long written = within.stream().filter(item -> item.at().equals(NOON)).count();
        assertEquals(
                new NoteFigures(within.size(), within.size(), written),
                tx.notes().figures(atNoon, reach),
                reach::toString);
    }
}
