package io.crmkit.customer.internal;

import io.crmkit.customer.Contact;
import io.crmkit.customer.Identifier;
import io.crmkit.internal.text.Emails;

/** Values of which only the end is shown. */
final class Mask {
    private static final String SIGN = "…";
    private static final int SHOWN = 2;
    private static final int SHOWN_OF_PHONE = 3;

    private Mask() {}

    static Contact of(Contact contact) {
        String masked = switch (contact.type()) {
            case PHONE -> end(contact.normalised(), SHOWN_OF_PHONE);
            case EMAIL -> Emails.mask(contact.normalised()).replace("***", SIGN);
            case MESSENGER -> end(contact.value(), SHOWN);
        };
        return new Contact(contact.type(), masked, masked);
    }

    static Identifier of(Identifier identifier) {
        return new Identifier(identifier.kind(), of(identifier.value()));
    }

    static String of(String value) {
        return end(value, SHOWN);
    }

    /** Whether a value looks like one that was shown masked, and so must not be stored in the place of the real one. */
    static boolean isMasked(String value) {
        return value.contains(SIGN);
    }

    /** The last characters of a value that has more than twice as many. */
    private static String end(String value, int shown) {
        int count = value.codePointCount(0, value.length());
        return count <= 2 * shown ? SIGN : SIGN + value.substring(value.offsetByCodePoints(value.length(), -shown));
    }
}
