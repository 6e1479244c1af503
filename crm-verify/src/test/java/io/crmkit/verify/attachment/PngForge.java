package io.crmkit.verify.attachment;

import static io.crmkit.verify.attachment.Bits.high32;
import static io.crmkit.verify.attachment.Bits.joined;
import static io.crmkit.verify.attachment.Bits.latin;

/** Makes PNGs chunk by chunk, with right sums. */
final class PngForge {
    static final byte[] SIGNATURE = latin("\u0089PNG\r\n\u001A\n");
    static final byte[] END = chunk("IEND", new byte[0]);

    private PngForge() {}

    static byte[] chunk(String type, byte[] data) {
        byte[] name = latin(type);
        return joined(high32(data.length), name, data, high32(Bits.crc(name, data)));
    }

    /** A header for pixels of eight bits of grey. */
    static byte[] header(int width, int height) {
        return header(width, height, 8, 0, 0);
    }

    static byte[] header(int width, int height, int depth, int colour, int interlace) {
        byte[] rest = {(byte) depth, (byte) colour, 0, 0, (byte) interlace};
        return chunk("IHDR", joined(high32(width), high32(height), rest));
    }

    /** Rows of zeros. */
    static byte[] pixels(int bytes) {
        return chunk("IDAT", Bits.packed(new byte[bytes], false));
    }

    static Sample file(byte[]... chunks) {
        return new Sample("forged.png", joined(SIGNATURE, joined(chunks)));
    }

    /** A good picture of 4 by 4, with one chunk more behind its header. */
    static Sample with(byte[] chunk) {
        return file(header(4, 4), chunk, pixels(20), END);
    }
}
