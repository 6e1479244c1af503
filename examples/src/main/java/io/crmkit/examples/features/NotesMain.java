package io.crmkit.examples.features;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.customer.Customer;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.examples.Console;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.AddNote;
import io.crmkit.note.EditNote;
import io.crmkit.note.Note;
import io.crmkit.note.NoteQuery;
import io.crmkit.page.PageRequest;
import io.crmkit.storage.memory.MemoryStorage;
import java.util.List;

/** Notes: harmless HTML, only the author edits, tracking numbers are found in any writing, the last note of a whole list. */
public final class NotesMain {
    private NotesMain() {}

    /** Runs it. */
    public static void main(String[] args) {
        run(Console.standard());
    }

    static void run(Console console) {
        try (Crm crm = Crm.builder().storage(MemoryStorage.create()).build()) {
            CrmSession sara = crm.as(Actor.agent("sara", Role.SUPPORT_AGENT));
            CrmSession admin = crm.as(Actor.agent("mina", Role.ADMIN));
            Customer ali = sara.customers().register(RegisterCustomer.named("علی", "رضایی"));

            Note note = sara.notes()
                    .add(AddNote.about(
                                    ali.id(),
                                    "<p onclick='steal()'>کد رهگیری: <b>۱۲۳۴-۵۶۷۸ ۹۰۱۲</b></p><script>x</script>")
                            .on(SubjectRef.order("981")));
            console.print("kept: " + note.html());

            int found = sara.notes()
                    .list(NoteQuery.all().containing("123456789012"), PageRequest.first())
                    .items()
                    .size();
            console.print("found by 123456789012: " + found);
            console.print("last note of order 981: "
                    + sara.notes()
                            .lastNotes(List.of(SubjectRef.order("981"), SubjectRef.order("982")))
                            .values()
                            .iterator()
                            .next()
                            .text());
            try {
                admin.notes().edit(EditNote.of(note, "changed"));
            } catch (PermissionDeniedException e) {
                console.print("an admin edits: " + e.code());
            }
        }
    }
}
