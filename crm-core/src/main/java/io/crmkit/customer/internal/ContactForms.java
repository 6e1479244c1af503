package io.crmkit.customer.internal;

import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.internal.phone.Phones;
import java.util.Optional;

/**
 * Contacts with the form by which they are compared.
 *
 * @param phoneRegion the region of telephone numbers without a country's code
 */
record ContactForms(Optional<String> phoneRegion) {
    /** Of shorter numbers the end is found in too many others. */
    static final int FEWEST_DIGITS = 7;

    static final int MAX_LENGTH = 254;
    private static final String NO_REGION = "ZZ";

    /** The contact; empty if the value is none of that type. */
    Optional<Contact> contact(ContactType type, String raw) {
        return read(raw).contact(type);
    }

    /** A text as what it may be a contact of. */
    ReadContact read(String raw) {
        String text = raw.strip();
        return new ReadContact(text, Phones.read(text, phoneRegion.orElse(NO_REGION)));
    }

    /**
     * Another writing of a normalised telephone number: as one dials it within the country, or, if no plan knows it, without
     * the zeros that one dials first, since it is the same number if somebody types the country's code.
     */
    static String dialled(String normalised) {
        if (normalised.startsWith("+")) {
            return Phones.national(normalised);
        }
        String digits = normalised.replaceFirst("^0+", "");
        return digits.length() < FEWEST_DIGITS ? normalised : digits;
    }

    /** What would be a contact of that type, for the refusal. */
    static String form(ContactType type) {
        return switch (type) {
            case PHONE -> "must be a telephone number: digits, with or without the country's code";
            case EMAIL -> "must be one e-mail address with a host, such as name@example.com";
            case MESSENGER -> "must be a name of one line and at most " + MAX_LENGTH + " characters";
        };
    }

    /** The key by which storages find contacts. */
    static String key(Contact contact) {
        return contact.type() + ":" + contact.normalised();
    }
}
