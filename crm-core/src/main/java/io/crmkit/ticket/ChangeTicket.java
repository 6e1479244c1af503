package io.crmkit.ticket;

import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
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
 * @param category the new category, the path of a {@link Category}
 * @param tags all tags from now on, at most 20: words of lower-case letters, digits and hyphens, at most 40
 * @param onceKey idempotency key
 */
public record ChangeTicket(
        TicketId ticket,
        long expectedVersion,
        Optional<TicketStatus> status,
        Optional<Priority> priority,
        Optional<String> category,
        Optional<Set<String>> tags,
        Optional<String> onceKey)
        implements Form {
    private static final int MAX_TAGS = 20;
    private static final Pattern TAG = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** Demands what has no default, and copies. */
    public ChangeTicket {
        tags = tags.map(Set::copyOf);
    }

    @Override
    public List<Violation> violations() {
        Checks checks = Checks.that("ticket");
        category.ifPresent(path -> checks.nested(() -> Category.of(path)));
        tags.ifPresent(all -> all.stream().sorted().forEach(tag -> checks.matches("tags", tag, TAG)));
        return checks.require(
                        tags.map(Set::size).orElse(0) <= MAX_TAGS,
                        "tags",
                        ViolationCode.TOO_LONG,
                        "has more than 20 elements")
                .once(onceKey)
                .found();
    }

    /** Changes the ticket as the caller saw it. */
    public static ChangeTicket of(Ticket seen) {
        return of(seen.id(), seen.version());
    }

    /** Changes the ticket whose version the caller saw. */
    public static ChangeTicket of(TicketId ticket, long expectedVersion) {
        return new ChangeTicket(
                ticket,
                expectedVersion,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Sets the state. */
    public ChangeTicket status(TicketStatus wanted) {
        return new ChangeTicket(ticket, expectedVersion, Optional.of(wanted), priority, category, tags, onceKey);
    }

    /** Sets the priority. */
    public ChangeTicket priority(Priority wanted) {
        return new ChangeTicket(ticket, expectedVersion, status, Optional.of(wanted), category, tags, onceKey);
    }

    /** Sets the category. */
    public ChangeTicket category(String path) {
        return new ChangeTicket(ticket, expectedVersion, status, priority, Optional.of(path), tags, onceKey);
    }

    /** Sets the tags. */
    public ChangeTicket tags(String... all) {
        return new ChangeTicket(
                ticket, expectedVersion, status, priority, category, Optional.of(Set.copyOf(List.of(all))), onceKey);
    }

    /** Makes a repetition of this call return the first result. The key has 1 to 120 characters. */
    public ChangeTicket once(String key) {
        return new ChangeTicket(ticket, expectedVersion, status, priority, category, tags, Optional.of(key));
    }

    /** Ticket and version only: the rest is as the caller wrote it. */
    @Override
    public String toString() {
        return "ChangeTicket[" + ticket + " v" + expectedVersion + "]";
    }
}
