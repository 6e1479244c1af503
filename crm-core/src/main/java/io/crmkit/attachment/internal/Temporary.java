package io.crmkit.attachment.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A file of the spool directory that is gone, with the room it took, when it is closed. */
final class Temporary implements AutoCloseable {
    private final Path path;
    private final long room;
    private final AtomicLong used;
    private final AtomicBoolean closed = new AtomicBoolean();

    Temporary(Path path, long room, AtomicLong used) {
        this.path = path;
        this.room = room;
        this.used = used;
    }

    Path path() {
        return path;
    }

    /** What cannot be removed now is removed when the directory is opened next. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        used.addAndGet(-room);
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            System.getLogger(Temporary.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "a temporary file stays in the spool directory: {0}",
                            e.getClass());
        }
    }
}
