package io.crmkit.customer;

/**
 * Why a customer was found: one word of what was typed, in one field.
 *
 * @param field the field, as in {@link FieldChange#field}; {@code names} for given and family name together
 * @param tier how well
 * @param value the value in which it was found, as it is shown
 * @param from where in that value what was found begins
 * @param to where it ends; the value's whole length where it was found in another writing of it
 */
public record FieldMatch(String field, MatchTier tier, String value, int from, int to) {
    /** Field and tier only: the value is personal. */
    @Override
    public String toString() {
        return field + ", " + tier;
    }
}
