package io.crmkit.verify.search;

import io.crmkit.CrmSession;
import io.crmkit.actor.CustomerId;
import io.crmkit.note.AddNote;
import io.crmkit.note.FoundNotes;
import io.crmkit.note.Note;
import io.crmkit.note.NoteHit;
import io.crmkit.page.PageRequest;
import io.crmkit.servers.TestDatabase;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.jpa.JpaStorage;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.CountingStorage;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.InternalComment;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A desk whose notes and tickets are searched, over an empty storage for each test. */
abstract class SearchDesk {
    static final String TXID = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b";
    static final String TRON = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";
    static final PageRequest ALL = PageRequest.first(200);

    CountingStorage storage;
    Desk desk;
    CustomerId ali;

    private Optional<TestDatabase> database;

    /** An empty database; without one records are kept on the heap. */
    abstract Optional<TestDatabase> database();

    @BeforeEach
    void begin() {
        database = database();
        storage = new CountingStorage(database.<CrmStorage>map(
                        empty -> JpaStorage.builder(empty.dataSource()).build())
                .orElseGet(MemoryStorage::create));
        desk = Desk.staffed(storage);
        ali = desk.ali().id();
    }

    @AfterEach
    void end() {
        desk.crm().close();
        database.ifPresent(TestDatabase::close);
    }

    Note add(String html) {
        desk.clock.advance(Duration.ofSeconds(1));
        return desk.sara().notes().add(AddNote.about(ali, html));
    }

    Ticket ticket(String subject, String text) {
        desk.clock.advance(Duration.ofSeconds(1));
        return desk.host().tickets().open(OpenTicket.of(ali, Channel.WEB, subject, text));
    }

    List<NoteHit> search(String typed) {
        return desk.sara().notes().search(typed, ALL).hits();
    }

    static List<Note> found(CrmSession session, String typed) {
        return session.notes().search(typed, ALL).hits().stream()
                .map(NoteHit::note)
                .toList();
    }

    List<NoteHit> pages(String typed, int size) {
        List<NoteHit> read = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(size));
        while (next.isPresent()) {
            FoundNotes page = desk.sara().notes().search(typed, next.get());
            read.addAll(page.hits());
            next = page.next();
        }
        return read;
    }

    List<String> tickets(String typed) {
        return desk.sara().search().tickets(typed, ALL).hits().stream()
                .map(hit -> hit.message()
                                .map(message -> message instanceof InternalComment ? "comment" : "message")
                                .orElse("subject")
                        + " "
                        + hit.match()
                                .snippet()
                                .substring(hit.match().from(), hit.match().to()))
                .toList();
    }

    static String matched(NoteHit hit) {
        return hit.match().snippet().substring(hit.match().from(), hit.match().to());
    }
}
