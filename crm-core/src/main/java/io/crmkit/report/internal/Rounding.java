package io.crmkit.report.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one way in which reports round: half up. */
final class Rounding {
    private static final int PERCENT_DECIMALS = 2;

    private Rounding() {}

    /** A quotient as a whole number. */
    static long quotient(long sum, long count) {
        return BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** A share in percent with two decimals; of nothing it is 0.00. */
    static String percent(long part, long whole) {
        return BigDecimal.valueOf(part)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(Math.max(whole, 1)), PERCENT_DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
