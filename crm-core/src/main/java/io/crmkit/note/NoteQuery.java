package io.crmkit.note;

import io.crmkit.actor.CustomerId;
import io.crmkit.id.SubjectRef;
import io.crmkit.page.SortOrder;
import java.util.Optional;

/**
 * Asks for notes.
 *
 * @param customer only about this customer
 * @param subject only about this object
 * @param text words and numbers, each of which must occur in the note as a part; letter variants, case, the script of
 *     digits, and hyphens and blanks inside numbers do not matter; at most 200 characters
 * @param deleted whether deleted notes are listed too; that needs {@code NOTE_READ_DELETED}
 * @param order from which end
 */
public record NoteQuery(
        Optional<CustomerId> customer, Optional<SubjectRef> subject, String text, boolean deleted, SortOrder order) {
    /** All notes, latest first. */
    public static NoteQuery all() {
        return new NoteQuery(Optional.empty(), Optional.empty(), "", false, SortOrder.NEWEST_FIRST);
    }

    /** Notes about a customer, latest first. */
    public static NoteQuery about(CustomerId customer) {
        return new NoteQuery(Optional.of(customer), Optional.empty(), "", false, SortOrder.NEWEST_FIRST);
    }

    /** Notes about an object, latest first. */
    public static NoteQuery on(SubjectRef subject) {
        return new NoteQuery(Optional.empty(), Optional.of(subject), "", false, SortOrder.NEWEST_FIRST);
    }

    /**
     * Only with these words or numbers, or parts of them. All notes that the query wants otherwise are looked at, which is
     * meant for those of one customer or object; among all notes {@link NoteService#search} finds a number at once.
     */
    public NoteQuery containing(String words) {
        return new NoteQuery(customer, subject, words, deleted, order);
    }

    /** Earliest first. */
    public NoteQuery oldestFirst() {
        return new NoteQuery(customer, subject, text, deleted, SortOrder.OLDEST_FIRST);
    }

    /** Deleted ones too. */
    public NoteQuery withDeleted() {
        return new NoteQuery(customer, subject, text, true, order);
    }

    /** The text is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "NoteQuery[…]";
    }
}
