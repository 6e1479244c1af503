package io.crmkit.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Encrypts what is read from it, one segment at a time. */
final class SealingStream extends InputStream {
    private final SegmentCipher cipher;
    private final InputStream content;
    private final long length;
    private InputStream ready;
    private long taken;
    private long place;
    private boolean done;

    SealingStream(SealedHeader header, SegmentCipher cipher, InputStream content, long length) {
        this.cipher = cipher;
        this.content = content;
        this.length = length;
        this.ready = new ByteArrayInputStream(header.bytes());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, into.length);
        int read = ready.read(into, offset, count);
        while (read < 0 && !done) {
            ready = new ByteArrayInputStream(next());
            read = ready.read(into, offset, count);
        }
        return read;
    }

    private byte[] next() throws IOException {
        byte[] plain = content.readNBytes((int) Math.min(SegmentCipher.SEGMENT, length - taken));
        taken += plain.length;
        done = taken == length;
        boolean tooShort = !done && plain.length < SegmentCipher.SEGMENT;
        if (tooShort || (done && content.read() >= 0)) {
            throw new IllegalArgumentException("the content is not " + length + " bytes long");
        }
        return cipher.seal(plain, plain.length, place++, done);
    }
}
