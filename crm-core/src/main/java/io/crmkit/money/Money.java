package io.crmkit.money;

import io.crmkit.error.Checks;
import io.crmkit.error.ViolationCode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount of one asset. There is no arithmetic across assets and no price: the CRM never converts.
 *
 * @param amount with at most 30 digits before the point and 18 behind
 * @param asset the asset's code, such as {@code BTC} or {@code IRR}: 2 to 12 capital letters or digits
 */
public record Money(BigDecimal amount, String asset) {
    private static final Pattern ASSET = Pattern.compile("[A-Z0-9]{2,12}");
    private static final int MAX_SCALE = 18;
    private static final int MAX_DIGITS = 30;

    /** @throws io.crmkit.error.InvalidRequestException if the amount has more decimals or the asset another form */
    public Money {
        Checks.that("money")
                .require(amount.scale() <= MAX_SCALE, "amount", ViolationCode.OUT_OF_RANGE, "has more than 18 decimals")
                .require(
                        (long) amount.precision() - amount.scale() <= MAX_DIGITS,
                        "amount",
                        ViolationCode.OUT_OF_RANGE,
                        "has more than 30 digits before the point")
                .matches("asset", asset, ASSET)
                .done();
    }

    /** Reads {@code 12.5 USDT}. */
    public static Money parse(String text) {
        String[] parts = text.strip().split(" ", -1);
        try {
            if (parts.length == 2) {
                return new Money(new BigDecimal(parts[0]), parts[1]);
            }
        } catch (NumberFormatException e) {
            // falls through to the refusal below, which says the form
        }
        throw io.crmkit.error.InvalidRequestException.of(
                "money", ViolationCode.MALFORMED, "must be an amount, a blank and an asset, such as 12.5 USDT");
    }

    /** The amount in plain digits, a blank, the asset. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + asset;
    }
}
