package io.crmkit.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Gives out what is made one segment at a time. */
abstract class SegmentStream extends InputStream {
    private InputStream ready;

    /** Begins with these bytes. */
    SegmentStream(byte[] first) {
        ready = new ByteArrayInputStream(first);
    }

    /** Says whether the last segment was made. */
    abstract boolean isDone();

    /** Makes the next segment. */
    abstract byte[] next() throws IOException;

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public final int read(byte[] into, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, into.length);
        if (count == 0) {
            return 0;
        }
        int read = ready.read(into, offset, count);
        while (read < 0 && !isDone()) {
            ready = new ByteArrayInputStream(next());
            read = ready.read(into, offset, count);
        }
        return read;
    }
}
