package io.crmkit.audit;

import java.util.Optional;

/**
 * One field's values before and after.
 *
 * @param field the field
 * @param before empty if there was none
 * @param after empty if it was removed
 */
public record FieldDelta(String field, Optional<String> before, Optional<String> after) {
    /** The values are left out: they may end up in a log. */
    @Override
    public String toString() {
        return field;
    }
}
