package io.crmkit.file;

import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Decrypts what it reads, one segment at a time, and gives out only what is proved to be as it was. */
final class OpeningStream extends SegmentStream {
    private final InputStream sealed;
    private final SegmentCipher cipher;
    private byte[] ahead;
    private long place;
    private boolean done;

    OpeningStream(InputStream sealed, SegmentCipher cipher, long firstPlace) {
        super(new byte[0]);
        this.sealed = sealed;
        this.cipher = cipher;
        this.place = firstPlace;
        this.ahead = new byte[0];
    }

    @Override
    boolean isDone() {
        return done;
    }

    /** Reads one byte more than the segment has, which says whether it is the last. */
    @Override
    byte[] next() throws IOException {
        byte[] more = sealed.readNBytes(SegmentCipher.SEALED + 1 - ahead.length);
        byte[] all = new byte[ahead.length + more.length];
        System.arraycopy(ahead, 0, all, 0, ahead.length);
        System.arraycopy(more, 0, all, ahead.length, more.length);
        boolean last = all.length <= SegmentCipher.SEALED;
        byte[] segment = last ? all : Arrays.copyOf(all, SegmentCipher.SEALED);
        ahead = last ? new byte[0] : new byte[] {all[SegmentCipher.SEALED]};
        byte[] opened = cipher.open(segment, place++, last).orElseThrow(OpeningStream::damaged);
        done = last;
        return opened;
    }

    private static IOException damaged() {
        return new IOException(new FileStoreException(Kind.DAMAGED, "the file is not what was stored"));
    }

    @Override
    public void close() throws IOException {
        sealed.close();
    }
}
