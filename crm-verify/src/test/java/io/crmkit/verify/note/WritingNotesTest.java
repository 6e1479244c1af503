package io.crmkit.verify.note;

import static io.crmkit.verify.Desk.refusal;
import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.customer.Customer;
import io.crmkit.error.IdempotencyConflictException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.error.Violation;
import io.crmkit.error.ViolationCode;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.AddNote;
import io.crmkit.note.Note;
import io.crmkit.note.NoteKind;
import io.crmkit.note.NoteQuery;
import io.crmkit.note.NoteService;
import io.crmkit.page.PageRequest;
import io.crmkit.verify.Desk;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WritingNotesTest {
    private final Desk desk = new Desk();
    private final Customer ali = desk.ali();

    @Test
    void theCrmSetsAuthorTeamAndTime() {
        Note note = desk.kavitha()
                .notes()
                .add(AddNote.about(ali.id(), "Prefers calls")
                        .on(SubjectRef.order("981"))
                        .on(SubjectRef.order("981"))
                        .kind(NoteKind.PREFERENCE)
                        .asPinned());

        assertThat(note.version()).isEqualTo(1);
        assertThat(note.author().id()).isEqualTo(new ActorId("kavitha"));
        assertThat(note.team()).isEqualTo(Desk.VIP);
        assertThat(note.createdAt()).isEqualTo(desk.clock.instant());
        assertThat(note.subjects()).containsExactly(SubjectRef.order("981"));
        assertThat(note.kind()).isEqualTo(NoteKind.PREFERENCE);
        assertThat(note.pinned()).isTrue();
        assertThat(note.editedAt()).isEmpty();
        assertThat(desk.sara().notes().get(note.id())).isEqualTo(note);
    }

    @Test
    void htmlIsCleaned() {
        Note note = desk.sara()
                .notes()
                .add(AddNote.about(ali.id(), "<p onclick=\"x()\">سلام <b>علی</b></p><script>alert(1)</script>"));

        assertThat(note.html()).isEqualTo("<p>سلام <b>علی</b></p>");
        assertThat(note.text()).isEqualTo("سلام علی");
    }

    @Test
    void aTextHasOneToTwentyThousandCharactersAfterCleaning() {
        NoteService notes = desk.sara().notes();

        assertThat(notes.add(AddNote.about(ali.id(), "ம".repeat(20_000))).text())
                .hasSize(20_000);
        for (String html : List.of("", " ", "<p> </p>", "<script>x</script>", "ம".repeat(20_001))) {
            assertThat(refusedFields(() -> notes.add(AddNote.about(ali.id(), html))))
                    .containsExactly("html");
        }
    }

    @Test
    void aTextOfMoreThanSixtyFourThousandCharactersIsRefusedBeforeCleaning() {
        String tags = "<i></i>".repeat(9_363);

        assertThat(refusal(
                                InvalidRequestException.class,
                                () -> desk.sara().notes().add(AddNote.about(ali.id(), "x" + tags + "12345")))
                        .violations())
                .extracting(Violation::code)
                .containsExactly(ViolationCode.TOO_LONG);
    }

    @Test
    void anUnknownCustomerIsNotFound() {
        CustomerId nobody = new CustomerId(new UUID(1, 2));
        CrmSession tech = desk.as(Actor.agent("tara", Role.TECH_AGENT).in(Desk.VIP));

        assertThatThrownBy(() -> desk.sara().notes().add(AddNote.about(nobody, "x")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tech.notes().add(AddNote.about(ali.id(), "x"))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void customersHaveNoNotes() {
        NoteService notes = desk.customer(ali.id()).notes();

        assertThatThrownBy(() -> notes.add(AddNote.about(ali.id(), "x"))).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> notes.list(NoteQuery.about(ali.id()), PageRequest.first()))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> notes.lastNotes(List.of())).isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void aRepetitionReturnsTheFirstNote() {
        AddNote command = AddNote.about(ali.id(), "Called back").once("call-7");

        Note first = desk.sara().notes().add(command);
        Note second = desk.sara().notes().add(command);

        assertThat(second).isEqualTo(first);
        assertThatThrownBy(() ->
                        desk.sara().notes().add(AddNote.about(ali.id(), "Other").once("call-7")))
                .isInstanceOf(IdempotencyConflictException.class);
    }
}
