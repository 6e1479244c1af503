package io.crmkit.attachment;

import io.crmkit.error.Checks;
import io.crmkit.error.ViolationCode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name that a file came with, cleaned once and kept as data: it is shown and offered for downloads, and never used as
 * a path, since files are stored under a {@link StoredName}.
 *
 * <p>{@link #of} keeps what follows the last slash or backslash, composes characters (NFC), drops control characters,
 * marks of direction and other invisible ones (the joiners that Persian and Tamil need stay between letters), turns
 * {@code : * ? " < > |} into underscores and all kinds of space into one, strips dots, spaces and hyphens in front and
 * dots and spaces behind, writes the extension in lower case, puts an underscore before names of devices such as
 * {@code CON}, and shortens what is in front of the extension, between whole characters as people see them, until the
 * name has no more than 120 code points and 255 bytes of UTF-8. A name of which nothing remains is {@code file}.
 *
 * @param value the cleaned name: 1 to 120 code points and 255 bytes of UTF-8
 */
public record OriginalName(String value) {
    private static final int MOST_CODE_POINTS = 120;
    private static final int MOST_BYTES = 255;
    /** Of a longer text only the end is looked at: it has the extension. */
    private static final int MOST_READ = 4_096;

    private static final int MOST_EXTENSION = 16;
    /** How often one cleaning may bring to light what the next one takes away. */
    private static final int MOST_ROUNDS = 8;

    /** A whole character as people see it; the JDK's iterator would tear Tamil vowels off. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final String NAMELESS = "file";
    private static final String REPLACED = ":*?\"<>|";
    private static final Set<String> DEVICES = Set.of(
            "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT1",
            "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9");

    /** @throws io.crmkit.error.InvalidRequestException if the value is not as {@link #of} leaves it */
    public OriginalName {
        Checks.that("")
                .require(cleanedOnce(value).equals(value), "originalName", ViolationCode.MALFORMED, "is not cleaned")
                .done();
    }

    /** Cleans any text, however hostile. */
    public static OriginalName of(String raw) {
        return new OriginalName(cleaned(raw));
    }

    /** Returns the extension, in lower case and without the dot: 1 to 16 letters and digits of ASCII. */
    public Optional<String> extension() {
        int dot = dot(value);
        return dot < 0 ? Optional.empty() : Optional.of(value.substring(dot + 1));
    }

    private static String cleaned(String raw) {
        String name = cleanedOnce(raw);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String again = cleanedOnce(name);
            if (again.equals(name)) {
                return name;
            }
            name = again;
        }
        return NAMELESS;
    }

    private static String cleanedOnce(String raw) {
        String end = raw.length() > MOST_READ ? raw.substring(raw.length() - MOST_READ) : raw;
        String composed = Normalizer.normalize(end, Normalizer.Form.NFC);
        int separator = Math.max(composed.lastIndexOf('/'), composed.lastIndexOf('\\'));
        String name = trimmed(visible(composed.substring(separator + 1)));
        int dot = dot(name);
        String extension = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
        String stem = trimmed(dot < 0 ? name : name.substring(0, dot));
        return shortened(notOfADevice(stem), extension) + extension;
    }

    private static int dot(String name) {
        int dot = name.lastIndexOf('.');
        int length = name.length() - dot - 1;
        boolean extension = dot >= 0 && length >= 1 && length <= MOST_EXTENSION;
        return extension && name.chars().skip(dot + 1L).allMatch(OriginalName::plain) ? dot : -1;
    }

    private static boolean plain(int c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    private static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int[] points = text.codePoints().filter(OriginalName::kept).toArray();
        for (int i = 0; i < points.length; i++) {
            int before = i == 0 ? ' ' : points[i - 1];
            int after = i + 1 == points.length ? ' ' : points[i + 1];
            if (joiner(points[i])) {
                if (joins(before) && joins(after)) {
                    kept.appendCodePoint(points[i]);
                }
            } else if (Character.isSpaceChar(points[i])) {
                if (!Character.isSpaceChar(before)) {
                    kept.append(' ');
                }
            } else {
                kept.appendCodePoint(REPLACED.indexOf(points[i]) >= 0 ? '_' : points[i]);
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    private static boolean kept(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> joiner(point);
            default -> true;
        };
    }

    private static boolean joiner(int point) {
        return point == NON_JOINER || point == JOINER;
    }

    /** Joiners count between what can be seen: letters, their marks, and the parts of an emoji. */
    private static boolean joins(int point) {
        return point > 0x7F && !joiner(point) && !Character.isSpaceChar(point);
    }

    private static String trimmed(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && ". -".indexOf(name.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && ". ".indexOf(name.charAt(to - 1)) >= 0) {
            to--;
        }
        return name.substring(from, to);
    }

    private static String notOfADevice(String stem) {
        int dot = stem.indexOf('.');
        String first = (dot < 0 ? stem : stem.substring(0, dot)).strip();
        return DEVICES.contains(first.toUpperCase(Locale.ROOT)) ? "_" + stem : stem;
    }

    private static String shortened(String stem, String extension) {
        Matcher character = CHARACTER.matcher(stem);
        int end = 0;
        while (character.find() && fits(stem.substring(0, character.end()) + extension)) {
            end = character.end();
        }
        String cut = end == stem.length() ? stem : trimmed(stem.substring(0, end));
        return cut.isEmpty() ? NAMELESS : cut;
    }

    private static boolean fits(String name) {
        return name.codePointCount(0, name.length()) <= MOST_CODE_POINTS
                && name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    /** Its length only: a name may tell of a person. */
    @Override
    public String toString() {
        return "OriginalName[" + value.codePointCount(0, value.length()) + " characters]";
    }
}
