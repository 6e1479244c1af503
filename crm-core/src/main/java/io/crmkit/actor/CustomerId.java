package io.crmkit.actor;

import io.crmkit.id.IdText;
import java.util.UUID;

/** Names one customer, as a record and as somebody who acts. */
public record CustomerId(UUID value) implements Comparable<CustomerId> {
    /**
     * Reads either text form.
     *
     * @throws io.crmkit.error.InvalidRequestException if it is none
     */
    public static CustomerId parse(String text) {
        return new CustomerId(IdText.parse("customerId", text));
    }

    @Override
    public int compareTo(CustomerId other) {
        return toString().compareTo(other.toString());
    }

    /** The 26 characters of {@link IdText}. */
    @Override
    public String toString() {
        return IdText.of(value);
    }
}
