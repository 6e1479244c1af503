package io.crmkit.internal.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.crmkit.internal.text.Identifiers;
import java.util.Optional;

/** Phone numbers of customers, as stored, compared and shown. Thread-safe. */
public final class Phones {

    private static final int MAX_LENGTH = 64;
    private static final int SHOWN_DIGITS = 3;
    private static final String PUNCTUATION = "+＋()-./‐‑‒–−";

    private Phones() {}

    /**
     * Gives the E.164 form of a valid number, for instance {@code +989123456789}. Digits of all scripts, blanks and
     * the usual punctuation are understood; letters and extensions are not.
     *
     * @param defaultRegion the region of numbers written without country code, such as {@code IR}; unknown regions
     *     leave only numbers with {@code +}
     * @return empty when the number is not valid in its numbering plan
     */
    public static Optional<String> normalise(String raw, String defaultRegion) {
        return read(raw, defaultRegion).flatMap(ReadNumber::normalised);
    }

    /**
     * Reads a number, also one that is not valid in its numbering plan.
     *
     * @param defaultRegion as for {@link #normalise}
     * @return empty if it cannot be read as a number
     */
    public static Optional<ReadNumber> read(String raw, String defaultRegion) {
        String visible = Identifiers.withoutFormatCharacters(raw);
        if (visible.length() > MAX_LENGTH || !visible.codePoints().allMatch(Phones::isExpected)) {
            return Optional.empty();
        }
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = plans.parse(visible, defaultRegion);
            String atHome = plans.getNationalSignificantNumber(number);
            return Optional.of(new ReadNumber(number.getCountryCode() + atHome, atHome, plans.isValidNumber(number)));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Gives the digits that one dials within the country for a number in E.164 form, for instance {@code 09123456789}. */
    public static String national(String e164) {
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        try {
            return PhoneNumberUtil.normalizeDigitsOnly(
                    plans.format(plans.parse(e164, null), PhoneNumberFormat.NATIONAL));
        } catch (NumberParseException e) {
            return "";
        }
    }

    /** Shows the last three digits only: {@code ***789}; nothing of a number with fewer than seven digits. */
    public static String mask(String number) {
        String digits = number.codePoints()
                .filter(Character::isDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int count = digits.codePointCount(0, digits.length());
        if (count < 2 * SHOWN_DIGITS + 1) {
            return "***";
        }
        return "***" + digits.substring(digits.offsetByCodePoints(digits.length(), -SHOWN_DIGITS));
    }

    private static boolean isExpected(int c) {
        return Character.isDigit(c) || Character.isSpaceChar(c) || PUNCTUATION.indexOf(c) >= 0;
    }
}
