package io.crmkit.storage.jpa.internal.store;

import io.crmkit.storage.jpa.internal.sql.Work;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A short list that one command asks for more than once, read once in a transaction until it is changed there. */
final class Remembered<T> {
    private @Nullable List<T> list;

    List<T> get(Work work, Supplier<List<T>> read) {
        work.check();
        List<T> known = list;
        if (known == null) {
            known = read.get();
            list = known;
        }
        return known;
    }

    void forget() {
        list = null;
    }
}
