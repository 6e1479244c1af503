package io.crmkit.internal.reference;

import java.util.Set;

/**
 * Something outside of a text that the text names.
 *
 * @param kind what it is
 * @param value its one writing, by which two references are equal
 * @param start where it begins in the text, as written
 * @param end where it ends there
 */
public record Reference(Kind kind, String value, int start, int end) {
    /** What is referred to. */
    public enum Kind {
        /** A transaction of a chain: hexadecimal in lower case without {@code 0x}, Base58 as it is. */
        TRANSACTION,
        /** A wallet's address with a checksum that fits, as in {@code WalletAddress}. */
        WALLET,
        /** What the host's pattern calls an order, in lower case without separators. */
        ORDER,
        /** A valid telephone number, in E.164 form. */
        PHONE,
        /** The host of a web address, in lower case; one that is written in other letters than ASCII is left out. */
        HOST,
        /** Any other number or code: tracking, order and case numbers, without separators. */
        NUMBER
    }

    /** The names that a storage lists a text under: one to find it by, and one that begins with its last character. */
    public Set<String> names() {
        String name = name();
        return kind == Kind.HOST ? Set.of(name) : Set.of(name, reversed(name));
    }

    /** The name to find it by. */
    String name() {
        return value.startsWith("+") ? value.substring(1) : value;
    }

    /** What names begin with that end with this. */
    public static String reversed(String end) {
        return "<" + new StringBuilder(end).reverse();
    }

    /** The kind only: values are personal. */
    @Override
    public String toString() {
        return "Reference[" + kind + "]";
    }
}
