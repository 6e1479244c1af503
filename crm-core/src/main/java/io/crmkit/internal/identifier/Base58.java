package io.crmkit.internal.identifier;

import java.util.Arrays;
import java.util.Optional;

/** Base58 with Bitcoin's alphabet and the checksum of four bytes at its end. Upper and lower case differ. */
final class Base58 {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int CHECKSUM = 4;
    /** Extended keys, the longest that anybody writes, have 111. */
    private static final int MAX_LENGTH = 120;

    private Base58() {}

    /** The bytes before the checksum; empty if the text has another alphabet or the checksum does not fit. */
    static Optional<byte[]> checked(String text) {
        return decode(text).filter(bytes -> bytes.length > CHECKSUM).flatMap(bytes -> {
            byte[] payload = Arrays.copyOf(bytes, bytes.length - CHECKSUM);
            byte[] sum = Arrays.copyOf(Sha256.of(Sha256.of(payload)), CHECKSUM);
            return Arrays.equals(sum, Arrays.copyOfRange(bytes, payload.length, bytes.length))
                    ? Optional.of(payload)
                    : Optional.empty();
        });
    }

    private static Optional<byte[]> decode(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        byte[] number = new byte[text.length()];
        for (int i = 0; i < text.length(); i++) {
            int carry = ALPHABET.indexOf(text.charAt(i));
            if (carry < 0) {
                return Optional.empty();
            }
            for (int j = number.length - 1; j >= 0; j--) {
                carry += (number[j] & 0xff) * ALPHABET.length();
                number[j] = (byte) carry;
                carry >>>= 8;
            }
        }
        int zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == ALPHABET.charAt(0)) {
            zeros++;
        }
        int start = 0;
        while (start < number.length && number[start] == 0) {
            start++;
        }
        byte[] bytes = new byte[zeros + number.length - start];
        System.arraycopy(number, start, bytes, zeros, number.length - start);
        return Optional.of(bytes);
    }
}
