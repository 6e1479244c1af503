package io.crmkit.verify.leak;

import io.crmkit.page.Page;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All text inside of a value that a service returned, however deep, and all that printing it would show. */
final class Texts {
    private final List<String> values = new ArrayList<>();
    private final List<String> printed = new ArrayList<>();

    /** Every text, number and id in it. */
    static List<String> in(Object value) {
        Texts texts = new Texts();
        texts.walk(value);
        return texts.values;
    }

    /** What {@code toString} says of each record in it. */
    static List<String> printed(Object value) {
        Texts texts = new Texts();
        texts.walk(value);
        return texts.printed;
    }

    private void walk(Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::walk);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                walk(key);
                walk(each);
            });
        } else if (value instanceof Iterable<?> many) {
            many.forEach(this::walk);
        } else if (value instanceof Record record) {
            if (!(record instanceof Page<?>)) {
                printed.add(record.toString());
            }
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                walk(read(component, record));
            }
        } else {
            values.add(value.toString());
        }
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
