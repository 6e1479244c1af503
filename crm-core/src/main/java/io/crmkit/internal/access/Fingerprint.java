package io.crmkit.internal.access;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A hash over all values of a record, nested ones included: equal records have equal fingerprints, in every run. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Record input) {
        StringBuilder text = new StringBuilder();
        write(input, text);
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Each value with its length, so that no two structures read the same. */
    private static void write(Object value, StringBuilder text) {
        if (value instanceof Record record) {
            text.append(record.getClass().getSimpleName()).append('{');
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                write(read(component, record), text);
            }
            text.append('}');
        } else if (value instanceof Optional<?> optional) {
            writeAll(optional.stream().toList(), text);
        } else if (value instanceof List<?> list) {
            writeAll(list, text);
        } else if (value instanceof Set<?> set) {
            writeAll(set.stream().map(Object::toString).sorted().toList(), text);
        } else {
            String plain = value.toString();
            text.append(plain.length()).append(':').append(plain);
        }
    }

    private static void writeAll(List<?> values, StringBuilder text) {
        text.append(values.size()).append('[');
        values.forEach(value -> write(value, text));
        text.append(']');
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("commands are public records", e);
        }
    }
}
