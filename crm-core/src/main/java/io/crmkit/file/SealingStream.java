package io.crmkit.file;

import java.io.IOException;
import java.io.InputStream;

/** Encrypts what is read from it, one segment at a time. */
final class SealingStream extends SegmentStream {
    private final SegmentCipher cipher;
    private final InputStream content;
    private final long length;
    private long taken;
    private long place;
    private boolean done;

    SealingStream(SealedHeader header, SegmentCipher cipher, InputStream content, long length) {
        super(header.bytes());
        this.cipher = cipher;
        this.content = content;
        this.length = length;
    }

    @Override
    boolean isDone() {
        return done;
    }

    @Override
    byte[] next() throws IOException {
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
