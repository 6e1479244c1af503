package io.crmkit.ticket;

import io.crmkit.error.Checks;
import io.crmkit.error.ViolationCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Asks to change state, priority, category or tags by hand.
 *
 * @param ticket which ticket
 * @param expectedVersion the version that the caller saw
 * @param status the new state
 * @param priority the new priority
 * @param category the new category
 * @param tags all tags from now on, at most 20
 */
public record ChangeTicket(
        TicketId ticket,
        long expectedVersion,
        Optional<TicketStatus> status,
        Optional<Priority> priority,
        Optional<Category> category,
        Optional<Set<String>> tags) {
    private static final int MAX_TAGS = 20;
    private static final Pattern TAG = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** @throws io.crmkit.error.InvalidRequestException if a tag is no word of lower-case letters, digits, hyphens */
    public ChangeTicket {
        tags = tags.map(Set::copyOf);
        Checks checks = Checks.that("ticket");
        tags.ifPresent(all -> all.forEach(tag -> checks.matches("tags", tag, TAG)));
        checks.require(
                tags.map(Set::size).orElse(0) <= MAX_TAGS, "tags", ViolationCode.TOO_LONG, "has more than 20 elements");
        checks.done();
    }

    /** Changes the ticket as the caller saw it. */
    public static ChangeTicket of(Ticket seen) {
        return of(seen.id(), seen.version());
    }

    /** Changes the ticket whose version the caller saw. */
    public static ChangeTicket of(TicketId ticket, long expectedVersion) {
        return new ChangeTicket(
                ticket, expectedVersion, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Sets the state. */
    public ChangeTicket status(TicketStatus wanted) {
        return new ChangeTicket(ticket, expectedVersion, Optional.of(wanted), priority, category, tags);
    }

    /** Sets the priority. */
    public ChangeTicket priority(Priority wanted) {
        return new ChangeTicket(ticket, expectedVersion, status, Optional.of(wanted), category, tags);
    }

    /** Sets the category. */
    public ChangeTicket category(String path) {
        return new ChangeTicket(ticket, expectedVersion, status, priority, Optional.of(Category.of(path)), tags);
    }

    /** Sets the tags. */
    public ChangeTicket tags(String... all) {
        return new ChangeTicket(
                ticket, expectedVersion, status, priority, category, Optional.of(Set.copyOf(List.of(all))));
    }
}
