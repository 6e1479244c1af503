package io.crmkit.attachment.internal.inspect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a file, read by numbers; whoever reads behind the end learns that the file is cut short. */
final class Bytes {
    private final byte[] array;
    private final Effort effort;

    /** Takes the array as it is: nobody may change it afterwards. */
    Bytes(byte[] array, Effort effort) {
        this.array = array;
        this.effort = effort;
    }

    /** Other bytes of the same file, such as what a part of it unpacks to: reading them counts as reading these. */
    Bytes with(byte[] other) {
        return new Bytes(other, effort);
    }

    /** No bytes. */
    Bytes none() {
        return with(new byte[0]);
    }

    /** For work that goes on without reading these bytes one by one. */
    Effort effort() {
        return effort;
    }

    /** The array itself, only to be read. */
    byte[] array() {
        return array;
    }

    int length() {
        return array.length;
    }

    /** One byte, 0 to 255. */
    int u8(int at) {
        if (at < 0 || at >= array.length) {
            throw Refusal.damaged("The file ends before byte " + at + ".");
        }
        effort.spend(1);
        return array[at] & 0xFF;
    }

    /** Two bytes, the high one first. */
    int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    /** Four bytes, the high one first, as an unsigned number. */
    long u32(int at) {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    /** Two bytes, the low one first. */
    int low16(int at) {
        return u8(at) | u8(at + 1) << 8;
    }

    /** Four bytes, the low one first, as an unsigned number. */
    long low32(int at) {
        return low16(at) | (long) low16(at + 2) << 16;
    }

    /** A copy. */
    byte[] slice(int from, int to) {
        if (from < 0 || to < from || to > array.length) {
            throw Refusal.damaged("The file ends before byte " + to + ".");
        }
        effort.spend(to - from);
        return Arrays.copyOfRange(array, from, to);
    }

    /** A copy as text, one character for each byte. */
    String latin(int from, int to) {
        return new String(slice(from, to), StandardCharsets.ISO_8859_1);
    }

    /** Says whether the ASCII text stands at that place. */
    boolean has(int at, String text) {
        if (at < 0 || at > array.length - text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if ((array[at + i] & 0xFF) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Finds the ASCII text at or after {@code from}; -1 if it is not there. */
    int find(String text, int from) {
        byte first = (byte) text.charAt(0);
        for (int i = Math.max(0, from); i <= array.length - text.length(); i++) {
            effort.spend(1);
            if (array[i] == first && has(i, text)) {
                return i;
            }
        }
        return -1;
    }

    /** Finds the last place of the ASCII text that starts at or before {@code from}; -1 if there is none. */
    int findLast(String text, int from) {
        for (int i = Math.min(from, array.length - text.length()); i >= 0; i--) {
            effort.spend(1);
            if (has(i, text)) {
                return i;
            }
        }
        return -1;
    }
}
