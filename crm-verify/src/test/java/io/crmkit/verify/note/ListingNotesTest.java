package io.crmkit.verify.note;

import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.actor.AccessMatrix;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.customer.Customer;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.EditNote;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import io.crmkit.note.NoteQuery;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.verify.Desk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingNotesTest {
    private final Desk desk = new Desk();
    private final Customer ali = desk.ali();

    @Test
    void bothOrdersAreStableAtOneInstant() {
        List<NoteId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(add("Note " + i).id());
        }

        assertThat(allPages(NoteQuery.all().oldestFirst())).isEqualTo(ids);
        Collections.reverse(ids);
        assertThat(allPages(NoteQuery.all())).isEqualTo(ids);
    }

    @Test
    void notesOfACustomerOrAnObjectAreListed() {
        Customer mina = desk.sara().customers().register(RegisterCustomer.named("Mina", ""));
        Note onOrder = desk.sara().notes().add(AddNote.about(ali.id(), "a").on(SubjectRef.order("981")));
        Note plain = desk.sara().notes().add(AddNote.about(ali.id(), "b"));
        Note other = desk.sara().notes().add(AddNote.about(mina.id(), "c").on(SubjectRef.order("982")));

        assertThat(allPages(NoteQuery.about(ali.id()))).containsExactly(plain.id(), onOrder.id());
        assertThat(allPages(NoteQuery.about(mina.id()))).containsExactly(other.id());
        assertThat(allPages(NoteQuery.on(SubjectRef.order("981")))).containsExactly(onOrder.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                "1234-5678",
                "1234 5678",
                "۱۲۳۴ ۵۶۷۸",
                "௧௨௩௪-௫௬௭௮",
                "345678",
                "کد رهگيري",
                "رهگیری 5678",
                "<b>",
                "TXID"
            })
    void numbersAndWordsAreFoundInAnyWriting(String text) {
        Note note = add("کد رهگیری: <b>۱۲۳۴-۵۶۷۸</b> TxId &lt;b&gt;");
        add("چیز دیگر 8765-4321");

        assertThat(allPages(NoteQuery.all().containing(text))).containsExactly(note.id());
    }

    @Test
    void tamilWordsAreFound() {
        Note note = add("பணம் வரவில்லை");

        assertThat(allPages(NoteQuery.all().containing("வரவில்லை"))).containsExactly(note.id());
        assertThat(allPages(NoteQuery.all().containing("பணம் இல்லை"))).isEmpty();
    }

    @Test
    void anEditedNoteIsFoundByItsNewText() {
        Note note = add("alpha");

        desk.sara().notes().edit(EditNote.of(note, "beta"));

        assertThat(allPages(NoteQuery.all().containing("alpha"))).isEmpty();
        assertThat(allPages(NoteQuery.all().containing("beta"))).containsExactly(note.id());
    }

    @Test
    void deletedNotesAreListedForThoseWhoMayReadThem() {
        Note note = add("alpha");
        desk.sara().notes().delete(DeleteNote.own(note.id()));

        assertThat(allPages(NoteQuery.all())).isEmpty();
        assertThat(allPages(NoteQuery.all().containing("alpha"))).isEmpty();
        assertThat(desk.auditor()
                        .notes()
                        .list(NoteQuery.all(), PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(desk.auditor()
                        .notes()
                        .list(NoteQuery.all().containing("alpha").withDeleted(), PageRequest.first())
                        .items())
                .hasSize(1);
        assertThatThrownBy(() -> desk.sara().notes().list(NoteQuery.all().withDeleted(), PageRequest.first()))
                .isInstanceOf(PermissionDeniedException.class)
                .hasMessageContaining("NOTE_READ_DELETED");
    }

    @Test
    void deletedNotesReachAsFarAsTheirPermission() {
        CrmStorage storage = MemoryStorage.create();
        Desk standard = new Desk(storage);
        CustomerId customer = standard.ali().id();
        Note mine = standard.sara().notes().add(AddNote.about(customer, "mine"));
        Note theirs = standard.kavitha().notes().add(AddNote.about(customer, "theirs"));
        standard.sara().notes().delete(DeleteNote.own(mine.id()));
        standard.kavitha().notes().delete(DeleteNote.own(theirs.id()));
        AccessMatrix narrow = AccessMatrix.parse("permission,SUPPORT_AGENT\nNOTE_READ,ALL\nNOTE_READ_DELETED,TEAM\n");

        List<Note> seen = new Desk(storage, narrow)
                .omid()
                .notes()
                .list(NoteQuery.all().withDeleted(), PageRequest.first())
                .items();

        assertThat(seen).extracting(Note::id).containsExactly(mine.id());
    }

    @Test
    void notesOfOtherTeamsAreNotListedForThoseWithTeamReach() {
        CrmSession tech = desk.as(Actor.agent("tara", Role.TECH_AGENT).in(Desk.VIP));
        add("alpha");
        Note ofVip = desk.kavitha().notes().add(AddNote.about(ali.id(), "beta"));

        assertThat(tech.notes().list(NoteQuery.all(), PageRequest.first()).items())
                .extracting(Note::id)
                .containsExactly(ofVip.id());
    }

    @Test
    void aTextOfMoreThanTwoHundredCharactersIsRefused() {
        assertThat(refusedFields(() -> allPages(NoteQuery.all().containing("x".repeat(201)))))
                .containsExactly("text");
    }

    private Note add(String html) {
        return desk.sara().notes().add(AddNote.about(ali.id(), html));
    }

    private List<NoteId> allPages(NoteQuery query) {
        List<NoteId> ids = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(2));
        while (next.isPresent()) {
            Page<Note> page = desk.sara().notes().list(query, next.get());
            page.items().forEach(note -> ids.add(note.id()));
            next = page.next();
        }
        return ids;
    }
}
