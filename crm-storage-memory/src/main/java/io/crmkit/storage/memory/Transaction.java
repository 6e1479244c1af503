package io.crmkit.storage.memory;

import io.crmkit.error.StorageBusyException;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.StaleVersionException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the stores of one transaction share: the snapshot that it began with, changed by what it wrote. Of rows that it
 * locked it knows the newest: its own, else the last committed one.
 */
final class Transaction {
    private final MemoryStorage storage;
    private final Thread thread = Thread.currentThread();
    private final Snapshot beginning;
    private final Map<RowName, UnaryOperator<Snapshot>> writes = new LinkedHashMap<>();
    private final Set<RowName> locked = new HashSet<>();
    private final Holds holds = new Holds();
    private Snapshot view;
    private volatile boolean ended;

    Transaction(MemoryStorage storage) {
        this.storage = storage;
        this.beginning = storage.committed();
        this.view = beginning;
    }

    Thread thread() {
        return thread;
    }

    /** The locks that it holds; guarded by {@link Locks}. */
    Set<RowName> locked() {
        return locked;
    }

    void end() {
        ended = true;
    }

    /** Refuses calls after the end, from other threads, and after the storage was closed. */
    void check() {
        if (ended) {
            throw new IllegalStateException("the transaction has ended");
        }
        if (!Thread.currentThread().equals(thread)) {
            throw new IllegalStateException("the transaction belongs to another thread");
        }
        storage.refuseIfClosed();
    }

    long nextNumber() {
        check();
        return storage.nextNumber();
    }

    /** What the transaction sees. */
    <V> Table<V> table(Layout<V> layout) {
        check();
        return view.table(layout);
    }

    /** Locks a row, waiting for it if need be, and returns the newest. */
    <V> Optional<V> lock(Layout<V> layout, String key) {
        check();
        storage.locks().take(new RowName(layout, key), this);
        return newest(layout, key);
    }

    /** Locks a row and returns the newest; empty if another transaction holds it or there is none. */
    <V> Optional<V> tryLock(Layout<V> layout, String key) {
        check();
        return storage.locks().tryTake(new RowName(layout, key), this) ? newest(layout, key) : Optional.empty();
    }

    /**
     * Locks a row that is to be added.
     *
     * @throws DuplicateKeyException with {@code name} if it is there
     */
    void lockNew(Layout<?> layout, String key, String name) {
        if (lock(layout, key).isPresent()) {
            throw new DuplicateKeyException(name);
        }
    }

    /**
     * Locks a row that is to be replaced by {@code next}, and returns the newest.
     *
     * @throws StaleVersionException if it is not the version before
     */
    <V> V lockVersion(Layout<V> layout, String key, V next, ToLongFunction<V> version) {
        Optional<V> found = lock(layout, key);
        long expected = version.applyAsLong(next) - 1;
        return found.filter(row -> version.applyAsLong(row) == expected)
                .orElseThrow(() -> new StaleVersionException(
                        layout.name() + " " + key,
                        expected,
                        found.map(version::applyAsLong).orElse(0L)));
    }

    /** Locks a unique key, which is a group that lists one row at most, and says whether another row has it. */
    <V> boolean lockUnique(Layout<V> layout, String group, String key) {
        check();
        storage.locks().take(new RowName(layout, group), this);
        return Stream.of(storage.committed(), view)
                .flatMap(snapshot -> snapshot.table(layout).group(group).stream())
                .map(Place::key)
                .filter(other -> !other.equals(key))
                .anyMatch(other -> newest(layout, other)
                        .filter(row -> layout.places(row).containsKey(group))
                        .isPresent());
    }

    /** Keeps others from taking a row that it sees: whichever commits last fails. */
    void hold(Layout<?> layout, String key) {
        check();
        holds.hold(new RowName(layout, key));
    }

    /**
     * Locks a row that is to be removed, and returns it.
     *
     * @throws StorageBusyException if others have locked it or changed it since
     */
    <V> Optional<V> take(Layout<V> layout, String key) {
        check();
        RowName name = new RowName(layout, key);
        if (!storage.locks().tryTake(name, this)) {
            throw new StorageBusyException("a " + layout.name() + " is held by others");
        }
        Optional<V> row = view.table(layout).get(key);
        if (!newest(layout, key).equals(row)) {
            throw new StorageBusyException("a " + layout.name() + " was changed by others");
        }
        holds.take(name, beginning);
        return row;
    }

    /** Adds or replaces a row that it locked. */
    <V> void write(Layout<V> layout, String key, V row) {
        change(layout, key, row);
    }

    /** Removes a row that it locked. */
    void remove(Layout<?> layout, String key) {
        change(layout, key, null);
    }

    private <V> void change(Layout<V> layout, String key, @Nullable V row) {
        check();
        UnaryOperator<Snapshot> write = snapshot -> snapshot.with(layout, key, row);
        writes.put(new RowName(layout, key), write);
        view = write.apply(view);
    }

    private <V> Optional<V> newest(Layout<V> layout, String key) {
        Snapshot where = writes.containsKey(new RowName(layout, key)) ? view : storage.committed();
        return where.table(layout).get(key);
    }

    boolean hasWritten() {
        return !writes.isEmpty();
    }

    /**
     * The newest snapshot with all that the transaction wrote.
     *
     * @throws StorageBusyException if a row that it held was taken by others, or one that it took was held
     */
    Snapshot onto(Snapshot committed) {
        holds.check(committed);
        if (committed == beginning) {
            return holds.onto(view);
        }
        Snapshot result = committed;
        for (UnaryOperator<Snapshot> write : writes.values()) {
            result = write.apply(result);
        }
        return holds.onto(result);
    }
}
