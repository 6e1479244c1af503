package io.crmkit.attachment.internal.inspect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Which side of a photograph is up: the one fact of Exif that is needed to show it right, and so the one that is kept.
 * Source: Exif 2.32, tag 0x0112.
 */
final class Orientation {
    static final int UPRIGHT = 1;

    private static final int MOST = 8;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private Orientation() {}

    /** Reads it from Exif's block of TIFF between two places; 1 if there is none that makes sense. */
    static int read(Bytes file, int from, int to) {
        boolean low = file.has(from, "II*\0");
        if (to - from < 8 || (!low && !file.has(from, "MM\0*"))) {
            return UPRIGHT;
        }
        Bytes tiff = file.with(file.slice(from, to));
        long table = low ? tiff.low32(4) : tiff.u32(4);
        if (table > tiff.length() - 2L) {
            return UPRIGHT;
        }
        int count = number(tiff, (int) table, low);
        for (int i = 0; i < count; i++) {
            long at = table + 2 + (long) ENTRY * i;
            if (at + ENTRY > tiff.length()) {
                return UPRIGHT;
            }
            if (number(tiff, (int) at, low) == TAG && number(tiff, (int) at + 2, low) == SHORT) {
                int value = number(tiff, (int) at + 8, low);
                return value >= UPRIGHT && value <= MOST ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int number(Bytes tiff, int at, boolean low) {
        return low ? tiff.low16(at) : tiff.u16(at);
    }

    /** Exif's block of TIFF with nothing else in it. */
    static byte[] block(int orientation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("MM\0*\0\0\0\u0008\0\u0001".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(new byte[] {TAG >> 8, TAG & 0xFF, 0, SHORT, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
        out.writeBytes(new byte[4]);
        return out.toByteArray();
    }
}
