package io.crmkit.ticket;

import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.ViolationCode;

/**
 * The short number that people say on the telephone: unique, growing, with gaps.
 *
 * @param value from 1
 */
public record TicketNumber(long value) {
    private static final int MAX_DIGITS = 18;

    /** Reads digits of any script, such as ۱۰۲۳ or ௧௦௨௩, with or without a leading {@code #}. */
    public static TicketNumber parse(String text) {
        String bare = text.strip();
        bare = bare.startsWith("#") ? bare.substring(1) : bare;
        long value = 0;
        boolean good = !bare.isEmpty() && bare.length() <= MAX_DIGITS;
        for (int i = 0; good && i < bare.length(); i++) {
            int digit = Character.digit(bare.charAt(i), 10);
            good = digit >= 0;
            value = value * 10 + digit;
        }
        if (!good || value < 1) {
            throw InvalidRequestException.of("ticketNumber", ViolationCode.MALFORMED, "must be digits, such as 10023");
        }
        return new TicketNumber(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
