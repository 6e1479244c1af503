package io.crmkit.attachment.internal.inspect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What remains of a JPEG: copied tables and pixels, and of the applications' segments what matters for showing it. */
final class JpegRest {
    private static final String JFIF = "JFIF\0";
    private static final String EXIF = "Exif\0\0";
    private static final String PROFILE = "ICC_PROFILE\0";
    private static final String ADOBE = "Adobe";
    private static final String MORE = "MPF\0";
    private static final int ADOBE_BYTES = 12;
    private static final int MOST_IN_SEGMENT = 65_519;

    private final Bytes file;
    private final ByteArrayOutputStream body;
    private final Map<Integer, byte[]> profile = new TreeMap<>();
    private int profileParts;
    private int orientation = Orientation.UPRIGHT;
    private byte[] jfif = new byte[0];
    private byte[] adobe = new byte[0];
    private boolean more;

    JpegRest(Bytes file) {
        this.file = file;
        this.body = new ByteArrayOutputStream(file.length());
    }

    void copy(int from, int to) {
        body.write(file.array(), from, to - from);
    }

    /** Takes from an application's segment what is needed. */
    void application(int marker, int at, int end) {
        int data = at + 4;
        if (marker == 0xE0 && file.has(data, JFIF) && end - data >= 14) {
            // The last two bytes are the thumbnail's size: none.
            jfif = file.slice(data, data + 14);
            jfif[12] = 0;
            jfif[13] = 0;
        } else if (marker == 0xE1 && file.has(data, EXIF)) {
            orientation = Orientation.read(file, data + EXIF.length(), end);
        } else if (marker == 0xE2 && file.has(data, PROFILE) && end - data > 14) {
            profile.put(file.u8(data + 12), file.slice(data + 14, end));
            profileParts = file.u8(data + 13);
        } else if (marker == 0xE2 && file.has(data, MORE)) {
            more = true;
        } else if (marker == 0xEE && file.has(data, ADOBE) && end - data >= ADOBE_BYTES) {
            adobe = file.slice(data, data + ADOBE_BYTES);
        }
    }

    /** Says whether the camera noted that further pictures follow behind the end of this one. */
    boolean announcesMore() {
        return more;
    }

    Bytes toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length());
        word(out, Jpeg.START);
        segment(out, 0xFFE0, jfif);
        if (orientation != Orientation.UPRIGHT) {
            segment(out, 0xFFE1, joined(EXIF.getBytes(StandardCharsets.ISO_8859_1), Orientation.block(orientation)));
        }
        segment(out, 0xFFEE, adobe);
        profile(out);
        out.writeBytes(body.toByteArray());
        word(out, Jpeg.END);
        return file.with(out.toByteArray());
    }

    /** Only a whole profile is kept: parts 1 to n, which together are one. */
    private void profile(ByteArrayOutputStream out) {
        byte[] whole = joined(profile.values().toArray(byte[][]::new));
        boolean all =
                profile.size() == profileParts && !profile.containsKey(0) && !profile.containsKey(profileParts + 1);
        if (!all || !ColourProfile.is(file.with(whole))) {
            return;
        }
        int parts = (whole.length + MOST_IN_SEGMENT - 1) / MOST_IN_SEGMENT;
        for (int i = 0; i < parts; i++) {
            int from = i * MOST_IN_SEGMENT;
            int to = Math.min(whole.length, from + MOST_IN_SEGMENT);
            byte[] head = (PROFILE + (char) (i + 1) + (char) parts).getBytes(StandardCharsets.ISO_8859_1);
            segment(out, 0xFFE2, joined(head, Arrays.copyOfRange(whole, from, to)));
        }
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] data) {
        if (data.length > 0) {
            word(out, marker);
            word(out, data.length + 2);
            out.writeBytes(data);
        }
    }

    private static void word(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
