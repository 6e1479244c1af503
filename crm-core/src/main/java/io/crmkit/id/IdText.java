package io.crmkit.id;

import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.ViolationCode;
import java.util.Locale;
import java.util.UUID;

/**
 * The text form of ids: 26 characters of Crockford's base 32, digits and capital letters without I, L, O, U, no hyphen,
 * sorting as the ids sort. Source: Douglas Crockford, "Base 32".
 */
public final class IdText {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;

    private IdText() {}

    /** Returns the 26 characters of {@code id}. */
    public static String of(UUID id) {
        char[] text = new char[LENGTH];
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (low & 31));
            low = (low >>> 5) | (high << 59);
            high >>>= 5;
        }
        return new String(text);
    }

    /**
     * Reads both forms of an id: the 26 characters, in either case and with I, L for 1 and O for 0, and the canonical
     * form of a UUID.
     *
     * @param kind what the id names, for the error; such as {@code ticketId}
     * @throws InvalidRequestException if {@code text} is neither; the text itself is not repeated
     */
    public static UUID parse(String kind, String text) {
        if (text.length() == LENGTH) {
            return decode(kind, text.toUpperCase(Locale.ROOT));
        }
        try {
            if (text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            throw malformed(kind);
        }
        throw malformed(kind);
    }

    private static UUID decode(String kind, String text) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0 || (i == 0 && digit > 7)) {
                throw malformed(kind);
            }
            high = (high << 5) | (low >>> 59);
            low = (low << 5) | digit;
        }
        return new UUID(high, low);
    }

    private static int digit(char c) {
        return switch (c) {
            case 'I', 'L' -> 1;
            case 'O' -> 0;
            default -> ALPHABET.indexOf(c);
        };
    }

    private static InvalidRequestException malformed(String kind) {
        return InvalidRequestException.of(
                kind, ViolationCode.MALFORMED, "is no id: write the 26 characters or the UUID that the CRM gave");
    }
}
