package io.crmkit.id;

import io.crmkit.error.Checks;
import java.util.regex.Pattern;

/**
 * A reference to one object, of the host (an order, a transaction) or of the CRM (a ticket, a note).
 *
 * @param type a word such as {@code order}: lower-case letters, digits and hyphens, at most 40
 * @param id the object's id as its owner writes it, 1 to 120 characters; case matters
 */
public record SubjectRef(String type, String id) {
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** @throws io.crmkit.error.InvalidRequestException if type or id has another form */
    public SubjectRef {
        Checks.that("subject")
                .matches("type", type, TYPE)
                .text("id", id, 1, 120)
                .done();
    }

    /** An order of the host. */
    public static SubjectRef order(String id) {
        return new SubjectRef("order", id);
    }

    /** A blockchain or ledger transaction. */
    public static SubjectRef transaction(String id) {
        return new SubjectRef("transaction", id);
    }

    /** A ticket, by the text of its id. */
    public static SubjectRef ticket(String id) {
        return new SubjectRef("ticket", id);
    }

    /** A note, by the text of its id. */
    public static SubjectRef note(String id) {
        return new SubjectRef("note", id);
    }

    /** A customer, by the text of its id. */
    public static SubjectRef customer(String id) {
        return new SubjectRef("customer", id);
    }

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
