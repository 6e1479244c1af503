package io.crmkit.attachment.internal.inspect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/** What remains of a PNG: the chunks that are needed to show it, each at most once and of a length that it may have. */
final class PngRest {
    /** How many bytes chunks have that matter for showing the picture. */
    private static final Map<String, Integer> MOST = Map.of(
            "tRNS", 256, "gAMA", 4, "cHRM", 32, "sRGB", 1, "sBIT", 4, "bKGD", 6, "pHYs", 9, "hIST", 512, "cICP", 4);

    private static final byte[] PROFILE_NAME = "profile\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int MOST_NAME = 80;

    private final Bytes file;
    private final ByteArrayOutputStream out;
    private final Set<String> seen = new HashSet<>();

    PngRest(Bytes file) {
        this.file = file;
        this.out = new ByteArrayOutputStream(file.length());
        out.writeBytes(Png.SIGNATURE.getBytes(StandardCharsets.ISO_8859_1));
    }

    void copy(int at, int end) {
        out.write(file.array(), at, end - at);
    }

    /** Keeps a chunk that may be left out, or what is needed of it, or nothing. */
    void ancillary(String type, int at, int end) {
        if (!seen.add(type)) {
            return;
        }
        if (type.equals("iCCP")) {
            profile(at + 8, end - 4);
        } else if (type.equals("eXIf")) {
            orientation(at + 8, end - 4);
        } else if (end - at - 12 <= MOST.getOrDefault(type, -1)) {
            copy(at, end);
        }
    }

    /** The profile's name is for people, and may tell of them: it is replaced. */
    private void profile(int from, int to) {
        int name = file.find("\0", from);
        boolean sane = name > from && name - from < MOST_NAME && name + 2 < to && file.u8(name + 1) == 0;
        if (sane) {
            Inflation whole = Inflation.of(file, name + 2, to, ColourProfile.MOST_BYTES, false);
            if (whole.complete() && whole.used() == to - name - 2 && ColourProfile.is(whole.content())) {
                write("iCCP", PROFILE_NAME, file.slice(name + 2, to));
            }
        }
    }

    private void orientation(int from, int to) {
        int orientation = Orientation.read(file, from, to);
        if (orientation != Orientation.UPRIGHT) {
            write("eXIf", Orientation.block(orientation), new byte[0]);
        }
    }

    private void write(String type, byte[] first, byte[] second) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        number(first.length + second.length);
        CRC32 sum = new CRC32();
        for (byte[] part : new byte[][] {name, first, second}) {
            sum.update(part);
            out.writeBytes(part);
        }
        number((int) sum.getValue());
    }

    private void number(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(value >>> shift);
        }
    }

    Bytes toBytes() {
        return file.with(out.toByteArray());
    }
}
