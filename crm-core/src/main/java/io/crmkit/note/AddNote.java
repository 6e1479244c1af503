package io.crmkit.note;

import io.crmkit.actor.CustomerId;
import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import io.crmkit.error.ViolationCode;
import io.crmkit.id.SubjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks to add a note. Immutable: every method returns another command.
 *
 * @param customer whom it is about
 * @param html the text: plain or a small subset of HTML, at most 20,000 characters after cleaning
 * @param subjects what else it is about, at most 20
 * @param kind what it records
 * @param pinned whether to show it before others
 * @param onceKey idempotency key
 */
public record AddNote(
        CustomerId customer,
        String html,
        List<SubjectRef> subjects,
        NoteKind kind,
        boolean pinned,
        Optional<String> onceKey)
        implements Form {
    /** Demands what has no default, and copies. */
    public AddNote {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(html, "html");
        Objects.requireNonNull(kind, "kind");
        subjects = List.copyOf(subjects);
    }

    @Override
    public List<Violation> violations() {
        return Checks.that("note")
                .require(subjects.size() <= 20, "subjects", ViolationCode.TOO_LONG, "has more than 20 elements")
                .once(onceKey)
                .found();
    }

    /** A note about a customer. */
    public static AddNote about(CustomerId customer, String html) {
        return new AddNote(customer, html, List.of(), NoteKind.GENERAL, false, Optional.empty());
    }

    /** Also about this object. */
    public AddNote on(SubjectRef subject) {
        List<SubjectRef> more = new ArrayList<>(subjects);
        more.add(subject);
        return new AddNote(customer, html, more, kind, pinned, onceKey);
    }

    /** Of this kind. */
    public AddNote kind(NoteKind other) {
        return new AddNote(customer, html, subjects, other, pinned, onceKey);
    }

    /** Shown before others. */
    public AddNote asPinned() {
        return new AddNote(customer, html, subjects, kind, true, onceKey);
    }

    /** Makes a repetition of this call return the first result. The key has 1 to 120 characters. */
    public AddNote once(String key) {
        return new AddNote(customer, html, subjects, kind, pinned, Optional.of(key));
    }

    /** The text is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "AddNote[" + customer + "]";
    }
}
