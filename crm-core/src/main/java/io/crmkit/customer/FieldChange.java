package io.crmkit.customer;

import io.crmkit.actor.ActorRef;
import java.time.Instant;
import java.util.Optional;

/**
 * One field's change in a customer's history.
 *
 * @param at when
 * @param by who
 * @param field which field, such as {@code tier}, {@code contact.PHONE} or {@code attribute.kyc.status}
 * @param before the value before, empty if there was none
 * @param after the value after, empty if it was removed
 */
public record FieldChange(Instant at, ActorRef by, String field, Optional<String> before, Optional<String> after) {
    /** The values are left out: they may end up in a log. */
    @Override
    public String toString() {
        return "FieldChange[" + field + " at " + at + "]";
    }
}
