package io.crmkit.testkit;

import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.testkit.FaultyStorage.Moment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file store that counts the calls to another one and fails at one of them, as a server or the way to it would. Without
 * a fault it behaves as the other one. Calls are those to put, open, size, delete and list; reads of an opened file are
 * none. There is one fault at a time, a new one takes the place of the one before, ends its
 * silence, and each happens once. Thread-safe.
 *
 * <p>A store that is full needs no fault: take one with a capacity, such as {@code MemoryFileStore}.
 */
public final class FaultyFileStore implements FileStore {
    private final FileStore target;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile FileFault fault = FileFault.NONE;

    /** Stands before {@code target}, which it closes when it is closed. */
    public FaultyFileStore(FileStore target) {
        this.target = target;
    }

    /**
     * Throws {@code failure} at a call.
     *
     * @param call which one, counted from now on, from 1
     * @param failure a {@link FileStoreException}, a {@link RuntimeException} or an {@link Error}
     * @throws IllegalArgumentException if it is none of these, or {@code call} is less than 1
     */
    public void failAtCall(int call, Moment moment, Throwable failure) {
        plan(FileFault.failing(number(call), moment, failure));
    }

    /**
     * Breaks the connection in the middle of a file. A put has read so many bytes, stores nothing and throws UNAVAILABLE;
     * an opened file gives so many bytes and then throws an {@link IOException}. Of a shorter file all bytes pass, but
     * never its end. Other calls throw UNAVAILABLE and do nothing.
     *
     * @param call which one, counted from now on, from 1
     * @param bytes how many pass, from 0
     * @throws IllegalArgumentException if one of the numbers is too small
     */
    public void cutAtCall(int call, long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes is " + bytes + ", allowed from 0");
        }
        plan(FileFault.cutting(number(call), bytes));
    }

    /**
     * Says nothing at a call until the fault is healed or the time is over, then throws UNAVAILABLE. An interrupt ends
     * it too.
     *
     * @param call which one, counted from now on, from 1
     * @param longest the time after which the caller would give up by itself
     * @throws IllegalArgumentException if {@code call} is less than 1
     */
    public void silenceAtCall(int call, Moment moment, Duration longest) {
        plan(FileFault.silent(number(call), moment, longest));
    }

    /**
     * Waits until the call of {@link #silenceAtCall} is there and waits.
     *
     * @return false if it did not come within that time, or the fault is none of silence
     * @throws InterruptedException if somebody interrupts the waiting
     */
    public boolean awaitSilence(Duration longest) throws InterruptedException {
        return fault.awaitReached(longest);
    }

    /** Takes back a fault that has not happened yet, and ends a silence. */
    public void heal() {
        plan(FileFault.NONE);
    }

    /** Says whether a fault has still to happen; a silence until it has begun. */
    public boolean armed() {
        return fault.armed();
    }

    /** Returns how many calls were made so far, failed ones included. */
    public int calls() {
        return calls.get();
    }

    @Override
    public void put(FileName name, long length, InputStream content) throws FileStoreException {
        FileFault now = begin();
        try {
            target.put(name, length, now.through(content));
        } catch (UncheckedIOException e) {
            throw now.seenByPut(e);
        }
        now.at(Moment.AFTER);
    }

    @Override
    public InputStream open(FileName name, long from) throws FileStoreException {
        FileFault now = begin();
        InputStream file = target.open(name, from);
        boolean given = false;
        try {
            now.at(Moment.AFTER);
            given = true;
            return now.through(file);
        } finally {
            if (!given) {
                close(file);
            }
        }
    }

    private static void close(InputStream file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("an opened file cannot be closed", e);
        }
    }

    @Override
    public OptionalLong size(FileName name) throws FileStoreException {
        FileFault now = beginShort();
        OptionalLong size = target.size(name);
        now.at(Moment.AFTER);
        return size;
    }

    @Override
    public void delete(FileName name) throws FileStoreException {
        FileFault now = beginShort();
        target.delete(name);
        now.at(Moment.AFTER);
    }

    @Override
    public List<FileName> list(Optional<FileName> after, int most) throws FileStoreException {
        FileFault now = beginShort();
        List<FileName> names = target.list(after, most);
        now.at(Moment.AFTER);
        return names;
    }

    @Override
    public void close() {
        target.close();
    }

    /** Of a call that moves no file. */
    private FileFault beginShort() throws FileStoreException {
        FileFault now = begin();
        now.refuseIfCut();
        return now;
    }

    private FileFault begin() throws FileStoreException {
        int number = calls.incrementAndGet();
        FileFault planned = fault;
        if (planned.call() != number || !planned.take()) {
            return FileFault.NONE;
        }
        planned.at(Moment.BEFORE);
        return planned;
    }

    private synchronized void plan(FileFault next) {
        fault.end();
        fault = next;
    }

    private int number(int call) {
        if (call < 1) {
            throw new IllegalArgumentException("call is " + call + ", allowed from 1");
        }
        return calls.get() + call;
    }
}
