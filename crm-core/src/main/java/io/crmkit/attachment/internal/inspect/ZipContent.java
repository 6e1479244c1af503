package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.RefusalCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Unpacks the entries of one archive, one after the other, without keeping them; counts on the way, and checks each one's
 * size and sum at its end. Not thread-safe.
 */
final class ZipContent {
    private static final long MOST_TOGETHER = 64L << 20;
    private static final long SMALL = 1L << 20;
    private static final long MOST_RATIO = 100;

    private final Bytes file;
    private long together;

    ZipContent(Bytes file) {
        this.file = file;
    }

    /** What looks at the content of an entry. */
    interface Reader {
        void read(InputStream content) throws IOException;
    }

    /** Lets a reader look, then goes on to the end, whether the reader did or not. */
    void read(ZipEntries.Entry entry, Reader reader) {
        Inflater inflater = new Inflater(true);
        try (InputStream packed = packed(entry);
                InputStream unpacked = new InflaterInputStream(packed, inflater, 1 << 13)) {
            Counted content = new Counted(entry.deflated() ? unpacked : packed, entry);
            reader.read(content);
            content.drain();
            content.check();
            if (entry.deflated() && inflater.getBytesRead() != entry.packed()) {
                throw new Refusal(RefusalCode.FOREIGN_DATA, "Bytes follow the content of an entry.");
            }
        } catch (IOException e) {
            throw Refusal.damaged("An entry of the archive cannot be unpacked.");
        } finally {
            inflater.end();
        }
    }

    private InputStream packed(ZipEntries.Entry entry) {
        return new ByteArrayInputStream(file.array(), ZipEntries.start(file, entry), (int) entry.packed());
    }

    /** Counts and sums up what passes. */
    private final class Counted extends InputStream {
        private final InputStream content;
        private final ZipEntries.Entry entry;
        private final CRC32 sum = new CRC32();
        private long count;

        Counted(InputStream content, ZipEntries.Entry entry) {
            this.content = content;
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int passed = content.read(target, offset, length);
            if (passed > 0) {
                count += passed;
                together += passed;
                sum.update(target, offset, passed);
                file.effort().spend(passed);
                checkLimits();
            }
            return passed;
        }

        private void checkLimits() {
            if (together > MOST_TOGETHER || (count > SMALL && count > MOST_RATIO * entry.packed())) {
                throw new Refusal(RefusalCode.EXPANDS_TOO_MUCH, "An entry of the archive unpacks to too much.");
            }
            if (count > entry.size()) {
                throw new Refusal(RefusalCode.FOREIGN_DATA, "An entry of the archive is larger than it says.");
            }
        }

        void drain() throws IOException {
            byte[] piece = new byte[1 << 13];
            int passed = 0;
            while (passed >= 0) {
                passed = read(piece, 0, piece.length);
            }
        }

        void check() {
            if (count != entry.size() || sum.getValue() != entry.sum()) {
                throw Refusal.damaged("The size or the sum of an entry of the archive is wrong.");
            }
        }

        /** Does nothing: readers of XML close what they have read, and the rest is still to be counted. */
        @Override
        public void close() {}
    }
}
