package io.crmkit.customer.internal;

import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.internal.phone.ReadNumber;
import io.crmkit.internal.text.Emails;
import io.crmkit.internal.text.Folding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text, read as somebody's contact.
 *
 * @param text without blanks around it
 * @param number what it is if it can be read as a telephone number
 */
record ReadContact(String text, Optional<ReadNumber> number) {
    /** What people write around the digits of a number that no plan knows. */
    private static final Pattern DIALLED = Pattern.compile("[0-9+*#()/.\\p{Pd}\\p{Zs}\\p{Cf}]+");

    private static final int LEAST_DIGITS = 3;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    /** The contact; empty if it is none of that type. */
    Optional<Contact> contact(ContactType type) {
        if (text.isEmpty()
                || text.length() > ContactForms.MAX_LENGTH
                || Mask.isMasked(text)
                || CONTROL.matcher(text).find()) {
            return Optional.empty();
        }
        return normalised(type).map(normalised -> new Contact(type, text, normalised));
    }

    /** Other writings of a telephone number that was typed as a whole; none if it is too short for one. */
    List<String> numbers() {
        return number.stream()
                .flatMap(read -> Stream.of(read.abroad(), read.atHome()))
                .filter(digits -> digits.length() >= ContactForms.FEWEST_DIGITS)
                .toList();
    }

    private Optional<String> normalised(ContactType type) {
        return switch (type) {
            case PHONE -> number.flatMap(ReadNumber::normalised).or(this::digits);
            case EMAIL -> Emails.normalise(text).map(Emails::key);
            case MESSENGER -> Optional.of(text);
        };
    }

    private Optional<String> digits() {
        String digits = Folding.digits(text);
        if (!DIALLED.matcher(digits).matches()) {
            return Optional.empty();
        }
        return Optional.of(digits.replaceAll("[^0-9]", "")).filter(all -> all.length() >= LEAST_DIGITS);
    }

    /** Left out: it is somebody's. */
    @Override
    public String toString() {
        return "ReadContact[…]";
    }
}
