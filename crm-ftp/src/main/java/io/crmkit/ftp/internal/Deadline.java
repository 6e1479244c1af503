package io.crmkit.ftp.internal;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Until when the call has to be over that a connection works for. Used by one thread at a time. */
final class Deadline {
    private long end;

    Deadline(Duration time) {
        restart(time);
    }

    /** Begins anew. */
    void restart(Duration time) {
        end = System.nanoTime() + time.toNanos();
    }

    /** Takes over the end of another one. */
    void follow(Deadline other) {
        end = other.end;
    }

    /**
     * Returns how many milliseconds are left, at least one.
     *
     * @throws SocketTimeoutException if none are
     */
    long left() throws SocketTimeoutException {
        long nanos = leftNanos();
        if (nanos <= 0) {
            throw new SocketTimeoutException("the time for the whole call is over");
        }
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    /** Returns how many nanoseconds are left; none or fewer when it is over. */
    long leftNanos() {
        return end - System.nanoTime();
    }
}
