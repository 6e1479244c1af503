package io.crmkit.ftp.internal;

import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/** Lets one thread at a time put a file in the place of another one, which takes two commands with some servers. */
final class NameLocks {
    private static final int LOCKS = 64;

    private final List<ReentrantLock> locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock()).toList();

    /** What one thread at a time does. */
    @FunctionalInterface
    interface Step {
        void run() throws FileStoreException;
    }

    void alone(FileName name, Deadline deadline, Step step) throws FileStoreException {
        ReentrantLock lock = locks.get(Math.floorMod(name.hashCode(), LOCKS));
        try {
            if (!lock.tryLock(Math.max(0, deadline.leftNanos()), TimeUnit.NANOSECONDS)) {
                throw new FileStoreException(Kind.UNAVAILABLE, "another call stores the file " + name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FileStoreException(Kind.UNAVAILABLE, "interrupted while storing the file " + name, e);
        }
        try {
            step.run();
        } finally {
            lock.unlock();
        }
    }
}
