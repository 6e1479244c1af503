package io.crmkit.internal.identifier;

import java.util.Locale;
import java.util.Optional;

/**
 * Addresses of BIP-173 and BIP-350: a prefix, {@code 1}, and data whose last six characters are a checksum. Written in
 * lower or in upper case, not mixed.
 *
 * @param prefix the network, in lower case
 * @param version the first five bits of the data, which witness addresses begin with
 * @param modified whether the checksum is the one of BIP-350
 */
record Bech32(String prefix, int version, boolean modified) {
    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int CHECKSUM = 6;
    private static final int MAX_LENGTH = 90;
    private static final int PLAIN = 1;
    private static final int MODIFIED = 0x2bc830a3;

    /** Reads one; empty if the form or the checksum is wrong. */
    static Optional<Bech32> of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean mixed = !text.equals(lower) && !text.equals(text.toUpperCase(Locale.ROOT));
        int one = lower.lastIndexOf('1');
        if (mixed || one < 1 || lower.length() > MAX_LENGTH || lower.length() - one - 1 <= CHECKSUM) {
            return Optional.empty();
        }
        int sum = 1;
        for (int i = 0; i < one; i++) {
            char c = lower.charAt(i);
            if (c < '!' || c > '~') {
                return Optional.empty();
            }
            sum = next(sum, c >> 5);
        }
        sum = next(sum, 0);
        for (int i = 0; i < one; i++) {
            sum = next(sum, lower.charAt(i) & 31);
        }
        for (int i = one + 1; i < lower.length(); i++) {
            int value = ALPHABET.indexOf(lower.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            sum = next(sum, value);
        }
        int version = ALPHABET.indexOf(lower.charAt(one + 1));
        return sum == PLAIN || sum == MODIFIED
                ? Optional.of(new Bech32(lower.substring(0, one), version, sum == MODIFIED))
                : Optional.empty();
    }

    /** Whether version and checksum go together as those of a witness address do. */
    boolean isWitness() {
        return version <= 16 && modified == version > 0;
    }

    private static int next(int sum, int value) {
        int top = sum >>> 25;
        int result = ((sum & 0x1ffffff) << 5) ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            result ^= ((top >>> i) & 1) * GENERATOR[i];
        }
        return result;
    }
}
