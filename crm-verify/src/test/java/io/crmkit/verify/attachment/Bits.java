package io.crmkit.verify.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Puts bytes together, to forge files with. */
final class Bits {
    private Bits() {}

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** One byte for each character. */
    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    /** Puts other text in place of the first that is found. */
    static byte[] replaced(byte[] content, String old, String other) {
        String text = text(content);
        if (!text.contains(old)) {
            throw new IllegalArgumentException("there is no " + old);
        }
        int at = text.indexOf(old);
        return latin(text.substring(0, at) + other + text.substring(at + old.length()));
    }

    static byte[] high32(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    static byte[] high16(int value) {
        return new byte[] {(byte) (value >> 8), (byte) value};
    }

    static byte[] low16(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8)};
    }

    static byte[] low32(int value) {
        return joined(low16(value), low16(value >> 16));
    }

    static int crc(byte[]... parts) {
        CRC32 crc = new CRC32();
        crc.update(joined(parts));
        return (int) crc.getValue();
    }

    /** Packs; with the header of zlib, unless raw. */
    static byte[] packed(byte[] content, boolean raw) {
        Deflater deflater = new Deflater(9, raw);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[1 << 14];
        while (!deflater.finished()) {
            out.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        return out.toByteArray();
    }
}
