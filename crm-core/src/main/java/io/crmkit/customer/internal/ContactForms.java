package io.crmkit.customer.internal;

import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.internal.phone.Phones;
import io.crmkit.internal.text.Emails;
import io.crmkit.internal.text.Folding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Contacts with the form by which they are compared.
 *
 * @param phoneRegion the region of telephone numbers without a country's code
 */
record ContactForms(Optional<String> phoneRegion) {
    /** What people write around the digits of a number that no plan knows. */
    private static final Pattern DIALLED = Pattern.compile("[0-9+*#()/.\\p{Pd}\\p{Zs}\\p{Cf}]+");

    private static final int LEAST_DIGITS = 3;
    /** Of shorter numbers the end is found in too many others. */
    private static final int FEWEST_DIGITS = 7;

    private static final String NO_REGION = "ZZ";
    private static final int MAX_LENGTH = 254;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    /** The contact; empty if the value is none of that type. */
    Optional<Contact> contact(ContactType type, String raw) {
        String value = raw.strip();
        if (value.isEmpty()
                || value.length() > MAX_LENGTH
                || Mask.isMasked(value)
                || CONTROL.matcher(value).find()) {
            return Optional.empty();
        }
        return normalised(type, value).map(normalised -> new Contact(type, value, normalised));
    }

    /** Other writings of a telephone number that was typed as a whole; none if it is too short for one. */
    List<String> numbers(String typed) {
        return Phones.digitsAbroadAndAtHome(typed, phoneRegion.orElse(NO_REGION)).stream()
                .filter(digits -> digits.length() >= FEWEST_DIGITS)
                .toList();
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

    private Optional<String> normalised(ContactType type, String value) {
        return switch (type) {
            case PHONE -> Phones.normalise(value, phoneRegion.orElse(NO_REGION)).or(() -> digits(value));
            case EMAIL -> Emails.normalise(value).map(Emails::key);
            case MESSENGER -> Optional.of(value);
        };
    }

    private static Optional<String> digits(String value) {
        String digits = Folding.digits(value);
        if (!DIALLED.matcher(digits).matches()) {
            return Optional.empty();
        }
        return Optional.of(digits.replaceAll("[^0-9]", "")).filter(text -> text.length() >= LEAST_DIGITS);
    }
}
