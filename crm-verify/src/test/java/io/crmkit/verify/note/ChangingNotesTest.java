package io.crmkit.verify.note;

import static io.crmkit.verify.Desk.refusal;
import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.actor.AccessMatrix;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.customer.Customer;
import io.crmkit.error.ConflictException;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.EditNote;
import io.crmkit.note.Note;
import io.crmkit.note.NoteQuery;
import io.crmkit.note.NoteRevision;
import io.crmkit.note.NoteService;
import io.crmkit.page.PageRequest;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangingNotesTest {
    private final Desk desk = new Desk();
    private final Customer ali = desk.ali();
    private final Note note = desk.sara().notes().add(AddNote.about(ali.id(), "نسخه یک"));

    @Test
    void anEditKeepsTheFormerText() {
        desk.clock.advance(Duration.ofMinutes(1));

        Note second = desk.sara().notes().edit(EditNote.of(note, "<b>نسخه دو</b>"));
        Note third = desk.sara().notes().edit(EditNote.of(second, "نسخه سه"));

        assertThat(third.version()).isEqualTo(3);
        assertThat(third.createdAt()).isEqualTo(note.createdAt());
        assertThat(third.editedAt()).contains(desk.clock.instant());
        assertThat(desk.sara().notes().get(note.id())).isEqualTo(third);
        assertThat(desk.omid().notes().revisions(note.id()))
                .containsExactly(
                        new NoteRevision(note.id(), 2, "<b>نسخه دو</b>", desk.clock.instant()),
                        new NoteRevision(note.id(), 1, "نسخه یک", desk.clock.instant()));
    }

    @Test
    void anEditWithTheSameTextIsAnEditToo() {
        Note same = desk.sara().notes().edit(EditNote.of(note, "نسخه یک"));

        assertThat(same.version()).isEqualTo(2);
        assertThat(desk.sara().notes().revisions(note.id())).hasSize(1);
    }

    @Test
    void onlyTheAuthorEditsWhateverTheRole() {
        for (CrmSession other : List.of(desk.omid(), desk.supervisor(), desk.admin())) {
            assertThatThrownBy(() -> other.notes().edit(EditNote.of(note, "x")))
                    .isInstanceOf(PermissionDeniedException.class)
                    .hasMessageContaining("author");
        }
        assertThatThrownBy(() -> desk.host().notes().edit(EditNote.of(note, "x")))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(desk.sara().notes().get(note.id())).isEqualTo(note);
    }

    @Test
    void somebodyElseOfTheSameNameIsNotTheAuthor() {
        AccessMatrix open = AccessMatrix.parse(
                "permission,HOST,SUPPORT_AGENT\nCUSTOMER_REGISTER,ALL,ALL\nNOTE_ADD,ALL,ALL\nNOTE_READ,ALL,ALL\nNOTE_EDIT,ALL,ALL\n");
        Desk other = new Desk(MemoryStorage.create(), open);
        Note written = other.sara().notes().add(AddNote.about(other.ali().id(), "x"));

        assertThatThrownBy(() -> other.as(Actor.host("sara")).notes().edit(EditNote.of(written, "y")))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void aStaleVersionIsRefused() {
        desk.sara().notes().edit(EditNote.of(note, "نسخه دو"));

        ConflictException refusal =
                refusal(ConflictException.class, () -> desk.sara().notes().edit(EditNote.of(note, "نسخه سه")));

        assertThat(refusal.expected()).isEqualTo(1);
        assertThat(refusal.found()).isEqualTo(2);
    }

    @Test
    void refusalsFollowOneOrder() {
        EditNote stale = new EditNote(note.id(), 7, "");

        assertThatThrownBy(() -> desk.omid().notes().edit(stale)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> desk.sara().notes().edit(stale)).isInstanceOf(ConflictException.class);
        assertThat(refusedFields(() -> desk.sara().notes().edit(EditNote.of(note, ""))))
                .containsExactly("html");
        desk.sara().notes().delete(DeleteNote.own(note.id()));
        assertThatThrownBy(() -> desk.sara().notes().edit(stale)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.omid().notes().edit(stale)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anAuthorWithoutReachFindsNothing() {
        CrmStorage storage = MemoryStorage.create();
        Desk writing = new Desk(storage);
        Note written = writing.sara().notes().add(AddNote.about(writing.ali().id(), "x"));
        AccessMatrix blind = AccessMatrix.parse("permission,SUPPORT_AGENT\nNOTE_EDIT,OWN\nNOTE_DELETE,OWN\n");
        NoteService notes = new Desk(storage, blind).sara().notes();

        assertThatThrownBy(() -> notes.edit(EditNote.of(written, "y"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> notes.delete(DeleteNote.own(written.id()))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void notesOfOtherTeamsAreNotFound() {
        CrmSession tech = desk.as(Actor.agent("tara", Role.TECH_AGENT).in(Desk.VIP));

        assertThatThrownBy(() -> tech.notes().get(note.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tech.notes().revisions(note.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tech.notes().edit(EditNote.of(note, "x"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tech.notes().delete(DeleteNote.because(note.id(), "x")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theAuthorDeletesWithoutAReason() {
        desk.sara().notes().delete(DeleteNote.own(note.id()));

        assertThatThrownBy(() -> desk.sara().notes().get(note.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void othersDeleteForAReasonWithinTheirReach() {
        Note ofVip = desk.kavitha().notes().add(AddNote.about(ali.id(), "x"));

        assertThatThrownBy(() -> desk.supervisor().notes().delete(DeleteNote.own(note.id())))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> desk.supervisor().notes().delete(DeleteNote.because(note.id(), " ")))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> desk.omid().notes().delete(DeleteNote.because(note.id(), "wrong")))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> desk.supervisor().notes().delete(DeleteNote.because(ofVip.id(), "wrong")))
                .isInstanceOf(PermissionDeniedException.class);
        desk.supervisor().notes().delete(DeleteNote.because(note.id(), "wrong customer"));
        desk.admin().notes().delete(DeleteNote.because(ofVip.id(), "wrong customer"));

        assertThat(desk.admin()
                        .notes()
                        .list(NoteQuery.all(), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    void aDeletedNoteIsKeptForTheAudit() {
        desk.supervisor().notes().delete(DeleteNote.because(note.id(), " wrong customer "));

        Note kept = desk.auditor()
                .notes()
                .list(NoteQuery.all().withDeleted(), PageRequest.first())
                .items()
                .get(0);

        assertThat(kept.text()).isEqualTo("نسخه یک");
        assertThat(kept.version()).isEqualTo(2);
        assertThat(kept.deletion())
                .contains(new Note.Deletion(
                        desk.clock.instant(),
                        Actor.agent("leila", Role.SUPPORT_SUPERVISOR).ref(),
                        "wrong customer"));
    }

    @Test
    void aDeletedNoteIsNotFoundWhoeverAsks() {
        desk.sara().notes().delete(DeleteNote.own(note.id()));

        for (CrmSession session : List.of(desk.sara(), desk.admin())) {
            assertThatThrownBy(() -> session.notes().get(note.id())).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> session.notes().revisions(note.id())).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> session.notes().edit(EditNote.of(note, "x")))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> session.notes().delete(DeleteNote.because(note.id(), "again")))
                    .isInstanceOf(NotFoundException.class);
        }
    }
}
