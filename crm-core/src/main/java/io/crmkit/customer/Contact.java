package io.crmkit.customer;

/**
 * One way to reach a customer. Several customers may share one, as families share a telephone.
 *
 * @param type the kind of way
 * @param value as it was registered
 * @param normalised what look-ups compare: E.164 of a valid telephone number, else its digits; an e-mail address with
 *     folded case; a messenger name as registered
 */
public record Contact(ContactType type, String value, String normalised) {
    /** The values are left out: they may end up in a log. */
    @Override
    public String toString() {
        return type + ":…";
    }
}
