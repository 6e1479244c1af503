package io.crmkit.ticket;

import io.crmkit.id.IdText;
import java.util.UUID;

/** Names one message of a ticket. */
public record MessageId(UUID value) {
    /** The 26 characters of {@link IdText}. */
    @Override
    public String toString() {
        return IdText.of(value);
    }
}
