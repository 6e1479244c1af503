package io.crmkit.attachment.internal.inspect;

import java.util.List;
import java.util.Map;

/** A value of PDF, as far as it matters. */
sealed interface PdfValue {
    /** A string, a number, {@code true}, {@code null} and whatever else can do nothing. */
    PdfValue OTHER = new Other();

    /** Without the slash, with its escapes resolved. */
    record Name(String text) implements PdfValue {}

    record Whole(int number) implements PdfValue {}

    /** A reference to an object. */
    record Reference(int object) implements PdfValue {}

    record Sequence(List<PdfValue> items) implements PdfValue {}

    /** Of keys that come twice, all values count: readers differ in which they take. */
    record Dictionary(Map<String, List<PdfValue>> entries) implements PdfValue {
        List<PdfValue> all(String key) {
            return entries.getOrDefault(key, List.of());
        }

        boolean has(String key) {
            return entries.containsKey(key);
        }

        boolean names(String key, String value) {
            return all(key).contains(new Name(value));
        }
    }

    /** See {@link #OTHER}. */
    record Other() implements PdfValue {}
}
