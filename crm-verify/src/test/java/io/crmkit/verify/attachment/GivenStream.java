package io.crmkit.verify.attachment;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is asked for each byte. */
final class GivenStream extends InputStream {
    /** Gives a byte, or the end as -1. */
    @FunctionalInterface
    interface Bytes {
        int next() throws IOException;
    }

    private final Bytes bytes;

    GivenStream(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        return bytes.next();
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        int read = 0;
        int next = read < count ? bytes.next() : -1;
        while (next >= 0) {
            into[offset + read++] = (byte) next;
            next = read < count ? bytes.next() : -1;
        }
        return read == 0 && count > 0 ? -1 : read;
    }
}
