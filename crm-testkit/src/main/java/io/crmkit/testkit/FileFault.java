package io.crmkit.testkit;

import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import io.crmkit.testkit.FaultyStorage.Moment;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What goes wrong at one call to a {@link FaultyFileStore}; nothing unless a subclass says so. */
abstract class FileFault {
    static final FileFault NONE = new FileFault(0) {};

    private final int call;
    private final AtomicBoolean taken = new AtomicBoolean();

    private FileFault(int call) {
        this.call = call;
    }

    static FileFault failing(int call, Moment moment, Throwable failure) {
        if (!(failure instanceof FileStoreException)
                && !(failure instanceof RuntimeException)
                && !(failure instanceof Error)) {
            throw new IllegalArgumentException(
                    "no file store throws " + failure.getClass().getName());
        }
        return new Failing(call, moment, failure);
    }

    static FileFault cutting(int call, long bytes) {
        return new Cutting(call, bytes);
    }

    static FileFault silent(int call, Moment moment, Duration longest) {
        return new Silent(call, moment, longest);
    }

    final int call() {
        return call;
    }

    /** Says whether the fault is the caller's; it is one caller's only. */
    final boolean take() {
        return taken.compareAndSet(false, true);
    }

    final boolean armed() {
        return call > 0 && !taken.get();
    }

    void at(Moment now) throws FileStoreException {
        // Goes well.
    }

    InputStream through(InputStream content) {
        return content;
    }

    void refuseIfCut() throws FileStoreException {
        // Is not cut.
    }

    /** What a put throws whose content could not be read. */
    UncheckedIOException seenByPut(UncheckedIOException failure) throws FileStoreException {
        return failure;
    }

    boolean awaitReached(Duration longest) throws InterruptedException {
        return false;
    }

    void end() {
        // Nobody waits.
    }

    private static FileStoreException unavailable() {
        return new FileStoreException(Kind.UNAVAILABLE, "planned: the store does not answer");
    }

    private static final class Failing extends FileFault {
        private final Moment moment;
        private final Throwable failure;

        Failing(int call, Moment moment, Throwable failure) {
            super(call);
            this.moment = moment;
            this.failure = failure;
        }

        @Override
        void at(Moment now) throws FileStoreException {
            if (now != moment) {
                return;
            }
            if (failure instanceof FileStoreException checked) {
                throw checked;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }

    private static final class Silent extends FileFault {
        private final Moment moment;
        private final Duration longest;
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);

        Silent(int call, Moment moment, Duration longest) {
            super(call);
            this.moment = moment;
            this.longest = longest;
        }

        @Override
        void at(Moment now) throws FileStoreException {
            if (now == moment) {
                reached.countDown();
                await();
                throw unavailable();
            }
        }

        private void await() {
            try {
                if (over.await(longest.toNanos(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        boolean awaitReached(Duration wait) throws InterruptedException {
            return reached.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        void end() {
            over.countDown();
        }
    }

    private static final class Cutting extends FileFault {
        private final long bytes;

        Cutting(int call, long bytes) {
            super(call);
            this.bytes = bytes;
        }

        @Override
        InputStream through(InputStream content) {
            return new CutStream(content, bytes);
        }

        @Override
        void refuseIfCut() throws FileStoreException {
            throw unavailable();
        }

        @Override
        UncheckedIOException seenByPut(UncheckedIOException failure) throws FileStoreException {
            if (failure.getCause() instanceof Cut) {
                throw unavailable();
            }
            return failure;
        }
    }

    private static final class Cut extends IOException {
        private static final long serialVersionUID = 1L;

        Cut() {
            super("planned: the connection broke");
        }
    }

    private static final class CutStream extends FilterInputStream {
        private long left;

        CutStream(InputStream content, long bytes) {
            super(content);
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            if (left == 0) {
                throw new Cut();
            }
            int read = super.read(into, offset, (int) Math.min(count, left));
            if (read < 0) {
                throw new Cut();
            }
            left -= read;
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(Math.min(count, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
