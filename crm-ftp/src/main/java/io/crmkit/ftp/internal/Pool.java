package io.crmkit.ftp.internal;

import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Keeps connections between calls, a few at most, and lends each to one thread at a time. Thread-safe. */
final class Pool {
    /** A connection that worked so recently is not asked whether it still does. */
    private static final Duration TRUSTED = Duration.ofSeconds(1);

    private final Settings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final Deque<Connection> resting = new ArrayDeque<>();
    private int lent;
    private boolean closed;

    /** A piece of work that may be begun anew on another connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws IOException, FileStoreException;
    }

    Pool(Settings settings) {
        this.settings = settings;
    }

    Settings settings() {
        return settings;
    }

    /** The end of a call that begins now. */
    Deadline deadline() {
        return new Deadline(settings.times().call());
    }

    /** Does a piece of work; anew, if a connection that had rested turns out to be dead. */
    <T> T call(Deadline deadline, Work<T> work) throws FileStoreException {
        reserve(deadline);
        Optional<Connection> rested = rested(deadline);
        try {
            return use(rested.isPresent() ? rested.get() : fresh(deadline), work);
        } catch (IOException e) {
            if (rested.isEmpty() || deadline.leftNanos() <= 0) {
                throw Replies.failure(e);
            }
        }
        reserve(deadline);
        try {
            return use(fresh(deadline), work);
        } catch (IOException e) {
            throw Replies.failure(e);
        }
    }

    private <T> T use(Connection connection, Work<T> work) throws IOException, FileStoreException {
        boolean broken = true;
        try {
            T result = work.with(connection);
            broken = false;
            return result;
        } catch (FileStoreException e) {
            broken = !connection.isUsable();
            throw e;
        } finally {
            if (broken) {
                connection.breakOff();
            }
            if (!connection.isKept()) {
                giveBack(connection);
            }
        }
    }

    private void reserve(Deadline deadline) throws FileStoreException {
        lock.lock();
        try {
            long left = deadline.leftNanos();
            while (!closed && lent >= settings.connections()) {
                if (left <= 0) {
                    throw new FileStoreException(
                            Kind.UNAVAILABLE, "all " + settings.connections() + " connections are busy");
                }
                left = freed.awaitNanos(left);
            }
            if (closed) {
                throw new IllegalStateException("the file store is closed");
            }
            lent++;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FileStoreException(Kind.UNAVAILABLE, "interrupted while waiting for a connection", e);
        } finally {
            lock.unlock();
        }
    }

    /** Finds one that still works, the last used one first, and lets go of those that do not. */
    private Optional<Connection> rested(Deadline deadline) {
        for (Connection next = next(); next != null; next = next()) {
            if (!next.restsLongerThan(settings.times().idle()) && next.resume(deadline, TRUSTED)) {
                return Optional.of(next);
            }
            next.close();
        }
        return Optional.empty();
    }

    private @Nullable Connection next() {
        lock.lock();
        try {
            return resting.pollFirst();
        } finally {
            lock.unlock();
        }
    }

    private Connection fresh(Deadline deadline) throws IOException, FileStoreException {
        boolean opened = false;
        try {
            Connection connection = Connection.open(settings, deadline);
            opened = true;
            return connection;
        } finally {
            if (!opened) {
                release(null);
            }
        }
    }

    /** Takes a connection back, also one that was kept beyond a call. */
    void giveBack(Connection connection) {
        connection.keep(false);
        if (connection.isUsable()) {
            connection.rest();
            release(connection);
        } else {
            connection.close();
            release(null);
        }
    }

    private void release(@Nullable Connection reusable) {
        Connection superfluous = null;
        lock.lock();
        try {
            lent--;
            if (reusable != null && closed) {
                superfluous = reusable;
            } else if (reusable != null) {
                resting.addFirst(reusable);
            }
            freed.signal();
        } finally {
            lock.unlock();
        }
        if (superfluous != null) {
            superfluous.close();
        }
    }

    /** Closes what rests; what is in use is closed when it comes back. */
    void close() {
        lock.lock();
        try {
            closed = true;
            freed.signalAll();
        } finally {
            lock.unlock();
        }
        for (Connection next = next(); next != null; next = next()) {
            next.close();
        }
    }
}
