package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares records and names the components that differ: their own text leaves out what is personal. */
final class Differences {
    private static final int SHOWN = 120;

    private Differences() {}

    /** Demands equality; of optional records, lists of records, or records. */
    static void assertEqual(Object expected, Object actual) {
        assertEquals(expected, actual, () -> between("", expected, actual));
    }

    private static String between(String path, Object expected, Object actual) {
        if (expected.equals(actual)) {
            return "";
        }
        if (expected instanceof Optional<?> one && actual instanceof Optional<?> other && one.isPresent()) {
            return other.isPresent() ? between(path, one.get(), other.get()) : path + " is missing";
        }
        if (expected instanceof Record && expected.getClass() == actual.getClass()) {
            return Stream.of(expected.getClass().getRecordComponents())
                    .map(part -> between(path + "." + part.getName(), value(part, expected), value(part, actual)))
                    .collect(Collectors.joining());
        }
        if (expected instanceof List<?> one && actual instanceof List<?> other && one.size() == other.size()) {
            return Stream.iterate(0, i -> i + 1)
                    .limit(one.size())
                    .map(i -> between(path + "[" + i + "]", one.get(i), other.get(i)))
                    .collect(Collectors.joining());
        }
        return "\n" + path + ": " + shortened(expected) + " came back as " + shortened(actual);
    }

    private static Object value(RecordComponent part, Object owner) {
        try {
            return part.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            return "unreadable";
        }
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + " characters)";
    }
}
