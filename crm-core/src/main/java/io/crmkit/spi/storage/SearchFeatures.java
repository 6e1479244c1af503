package io.crmkit.spi.storage;

import java.util.Arrays;

/**
 * Which texts may hold a pattern, told by numbers: a text that holds the pattern has all features that the pattern
 * requires. The reverse does not hold, since numbers may collide and features say nothing of the order, so that what an
 * index finds has to be compared. For storages that keep an index of numbers; others need not know of it. Stateless.
 *
 * <p>Features are made of three neighbouring characters, four and five neighbouring digits, the first one to three
 * characters of a word, whole words, the end of a word and the beginning of the next with what stands between, the last
 * four characters of a line, and whole lines. Each belongs to one kind of text, so that a search within texts that the
 * caller may see does not come across those that it may not. Some patterns no text of a kind holds: see
 * {@link #mayHold}.
 */
public final class SearchFeatures {
    /** Stands before each word. */
    public static final char WORD_START = '\u0002';
    /** Stands behind each word. */
    public static final char WORD_END = '\u0003';
    /** Stands between the characters of a line that is only compared as a whole. */
    public static final char JOINT = '\u0005';
    /** Stands before and behind each line. */
    public static final char LINE = '\n';

    /** How the line of a key begins, by which an identifier or a contact is found as a whole. */
    private static final String KEY = "" + LINE + '=' + JOINT;

    /** The kinds of texts in a {@link CustomerIndex}. */
    public enum Kind {
        /** {@link CustomerIndex#openText}. */
        OPEN(0x61c88647),
        /** {@link CustomerIndex#contactText}. */
        CONTACT(0x4cf5ad43),
        /** {@link CustomerIndex#attributeTexts}. */
        ATTRIBUTE(0x38495ab5);

        private final int salt;

        Kind(int salt) {
            this.salt = salt;
        }
    }

    private static final int GRAM = 3;
    /** Of three digits nearly every customer has many, of four of a million many thousands. */
    private static final int DIGITS = 4;

    private static final int MORE_DIGITS = 5;

    private static final int MOST_START = 3;
    private static final int END = 4;

    private static final int OF_GRAM = 0x51ed270b;
    private static final int OF_DIGITS = 0x27d4eb2f;
    private static final int OF_START = 0x2545f491;
    private static final int OF_WORD = 0x7feb352d;
    private static final int OF_END = 0x3c6ef372;
    private static final int OF_LINE = 0x1b873593;
    private static final int OF_JOINT = 0x5f356495;

    private int[] found = new int[256];
    private int count;
    private final int salt;

    private SearchFeatures(Kind kind) {
        this.salt = kind.salt;
    }

    /** The features of all texts of a customer, in ascending order. */
    public static int[] of(CustomerIndex index) {
        int[] open = all(Kind.OPEN, index.openText(), true);
        int[] contacts = all(Kind.CONTACT, index.contactText(), true);
        int[] all = Arrays.copyOf(open, open.length + contacts.length);
        System.arraycopy(contacts, 0, all, open.length, contacts.length);
        for (String text : index.attributeTexts().values()) {
            int[] more = all(Kind.ATTRIBUTE, text, true);
            all = Arrays.copyOf(all, all.length + more.length);
            System.arraycopy(more, 0, all, all.length - more.length, more.length);
        }
        return distinct(all, all.length);
    }

    /**
     * Features that a text of this kind has if it holds the pattern, in ascending order; none for the shortest. Of a whole
     * line there is one, since a text that has it has the line, and of five digits or more none for three or four of them.
     */
    public static int[] required(Kind kind, String pattern) {
        if (!isLine(pattern)) {
            return all(kind, pattern, false);
        }
        SearchFeatures features = new SearchFeatures(kind);
        features.addLine(pattern, 1);
        return distinct(features.found, features.count);
    }

    /**
     * Whether a text of this kind may hold the pattern, whatever the customer: the key of an identifier or a contact is in
     * no attribute.
     */
    public static boolean mayHold(Kind kind, String pattern) {
        return kind != Kind.ATTRIBUTE || !pattern.startsWith(KEY);
    }

    /** Whether a pattern is one line as a whole. */
    public static boolean isLine(String pattern) {
        return pattern.length() > 2 && pattern.charAt(0) == LINE && pattern.indexOf(LINE, 1) == pattern.length() - 1;
    }

    /** @param parts whether parts of five digits count, too */
    private static int[] all(Kind kind, String pattern, boolean parts) {
        SearchFeatures features = new SearchFeatures(kind);
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case LINE -> {
                    features.addLine(pattern, i + 1);
                    features.addEnd(pattern, i);
                }
                case WORD_START -> {
                    features.addWord(pattern, i + 1);
                    features.addJoint(pattern, i);
                }
                default -> {
                    int digits = digits(pattern, i);
                    features.addDigits(pattern, i, digits, MORE_DIGITS);
                    if (parts || !isInMoreDigits(pattern, i, digits)) {
                        features.addDigits(pattern, i, digits, DIGITS);
                        features.addGram(pattern, i);
                    }
                }
            }
        }
        return distinct(features.found, features.count);
    }

    private void addLine(String text, int from) {
        int to = text.indexOf(LINE, from);
        if (to > from) {
            add(OF_LINE, text, from, to);
        }
    }

    private void addEnd(String text, int line) {
        int to = line - 1;
        if (to >= END && text.charAt(to) == WORD_END && isPlain(text, to - END, to)) {
            add(OF_END, text, to - END, to);
        }
    }

    private void addWord(String text, int from) {
        int to = from;
        while (to < text.length() && isPlain(text.charAt(to))) {
            to++;
            if (to - from <= MOST_START) {
                add(OF_START, text, from, to);
            }
        }
        if (to > from && to < text.length() && text.charAt(to) == WORD_END) {
            add(OF_WORD, text, from, to);
        }
    }

    /**
     * From the last characters of the word before to the first ones of this one, if there is one character between: one
     * and one, two and one, one and two.
     */
    private void addJoint(String text, int start) {
        int last = start - 3;
        if (last >= 0
                && start + 1 < text.length()
                && text.charAt(start - 2) == WORD_END
                && isPlain(text.charAt(last))
                && text.charAt(start - 1) != LINE) {
            add(OF_JOINT, text, last, start + 2);
            if (last > 0 && isPlain(text.charAt(last - 1))) {
                add(OF_JOINT, text, last - 1, start + 2);
            }
            if (start + 2 < text.length() && isPlain(text.charAt(start + 2))) {
                add(OF_JOINT, text, last, start + 3);
            }
        }
    }

    private void addGram(String text, int from) {
        if (from + GRAM <= text.length() && isPlain(text, from, from + GRAM)) {
            add(OF_GRAM, text, from, from + GRAM);
        }
    }

    private void addDigits(String text, int from, int digits, int count) {
        if (digits >= count) {
            add(OF_DIGITS + count, text, from, from + count);
        }
    }

    /** How many digits follow one another, as far as it matters. */
    private static int digits(String text, int from) {
        int to = from;
        while (to < text.length() && to < from + MORE_DIGITS && isDigit(text.charAt(to))) {
            to++;
        }
        return to - from;
    }

    /** Whether what begins here and is told by three or four characters is told by five digits. */
    private static boolean isInMoreDigits(String text, int from, int digits) {
        int before = from;
        while (before > 0 && before > from - (MORE_DIGITS - GRAM) && isDigit(text.charAt(before - 1))) {
            before--;
        }
        return digits >= GRAM && from - before + digits >= MORE_DIGITS;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isPlain(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c > ' ';
    }

    private void add(int type, String text, int from, int to) {
        int hash = salt ^ type;
        for (int i = from; i < to; i++) {
            hash = Integer.rotateLeft((hash ^ text.charAt(i)) * 0xcc9e2d51, 15) * 5 + 0xe6546b64;
        }
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = hash;
    }

    private static int[] distinct(int[] numbers, int count) {
        int[] sorted = Arrays.copyOf(numbers, count);
        Arrays.sort(sorted);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return kept == count ? sorted : Arrays.copyOf(sorted, kept);
    }
}
