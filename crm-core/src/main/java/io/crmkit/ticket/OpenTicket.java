package io.crmkit.ticket;

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
 * Asks to open a ticket. Immutable: every method returns another command.
 *
 * @param customer whose ticket
 * @param channel how it came in
 * @param subject the first line, 1 to 300 characters
 * @param body the first message, plain text, 1 to 100,000 characters
 * @param category what it is about, the path of a {@link Category}
 * @param subjects objects that it is about, at most 20
 * @param onceKey idempotency key
 */
public record OpenTicket(
        CustomerId customer,
        Channel channel,
        String subject,
        String body,
        String category,
        List<SubjectRef> subjects,
        Optional<String> onceKey)
        implements Form {
    /** Demands what has no default, and copies. */
    public OpenTicket {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(category, "category");
        subjects = List.copyOf(subjects);
    }

    @Override
    public List<Violation> violations() {
        return Checks.that("ticket")
                .line("subject", subject, 1, 300)
                .text("body", body, 1, TicketService.MAX_MESSAGE)
                .nested(() -> Category.of(category))
                .require(subjects.size() <= 20, "subjects", ViolationCode.TOO_LONG, "has more than 20 elements")
                .once(onceKey)
                .found();
    }

    /** A ticket of category {@link Category#OTHER}. */
    public static OpenTicket of(CustomerId customer, Channel channel, String subject, String body) {
        return new OpenTicket(customer, channel, subject, body, Category.OTHER.path(), List.of(), Optional.empty());
    }

    /** About this. */
    public OpenTicket category(String path) {
        return new OpenTicket(customer, channel, subject, body, path, subjects, onceKey);
    }

    /** About this object. */
    public OpenTicket on(SubjectRef object) {
        List<SubjectRef> more = new ArrayList<>(subjects);
        more.add(object);
        return new OpenTicket(customer, channel, subject, body, category, more, onceKey);
    }

    /** Makes a repetition of this call return the first result. The key has 1 to 120 characters. */
    public OpenTicket once(String key) {
        return new OpenTicket(customer, channel, subject, body, category, subjects, Optional.of(key));
    }

    /** The texts are left out: they may end up in a log. */
    @Override
    public String toString() {
        return "OpenTicket[" + customer + " " + channel + "]";
    }
}
