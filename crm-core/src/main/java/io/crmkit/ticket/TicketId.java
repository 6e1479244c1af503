package io.crmkit.ticket;

import io.crmkit.id.IdText;
import java.util.UUID;

/** Names one ticket. */
public record TicketId(UUID value) {
    /**
     * Reads either text form.
     *
     * @throws io.crmkit.error.InvalidRequestException if it is none
     */
    public static TicketId parse(String text) {
        return new TicketId(IdText.parse("ticketId", text));
    }

    /** The 26 characters of {@link IdText}. */
    @Override
    public String toString() {
        return IdText.of(value);
    }
}
