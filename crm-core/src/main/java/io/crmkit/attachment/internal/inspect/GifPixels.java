package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.RefusalCode;

/**
 * The packed pixels of one picture of a GIF: counted without being unpacked. They must be as many as the picture has,
 * and nothing may stand behind them. Not thread-safe.
 */
final class GifPixels {
    private static final int MOST_CODES = 4_096;

    private final Bytes file;
    private int at;
    private int left;
    private int bits;
    private int count;

    private GifPixels(Bytes file, int at) {
        this.file = file;
        this.at = at;
    }

    static void check(Bytes file, int at, long pixels) {
        int size = file.u8(at);
        if (size < 2 || size > 8) {
            throw Refusal.damaged("The pixels are packed with codes of a size that does not exist.");
        }
        GifPixels packed = new GifPixels(file, at + 1);
        packed.count(size, pixels);
        packed.expectEnd();
    }

    private void count(int size, long pixels) {
        int clear = 1 << size;
        int[] lengths = new int[MOST_CODES];
        int width = size + 1;
        int next = clear + 2;
        int previous = 0;
        long seen = 0;
        while (true) {
            int code = code(width);
            if (code == clear) {
                width = size + 1;
                next = clear + 2;
                previous = 0;
                continue;
            }
            if (code == clear + 1 || code < 0) {
                if (seen != pixels) {
                    throw Refusal.damaged("The picture has fewer pixels than its header says.");
                }
                return;
            }
            if (code > next || (code == next && previous == 0)) {
                throw Refusal.damaged("The pixels cannot be unpacked.");
            }
            int length = code < clear ? 1 : code < next ? lengths[code] : previous + 1;
            if (previous > 0 && next < MOST_CODES) {
                lengths[next] = previous + 1;
                next++;
                width += next == 1 << width && width < 12 ? 1 : 0;
            }
            previous = length;
            seen += length;
            if (seen > pixels) {
                throw new Refusal(RefusalCode.FOREIGN_DATA, "There are more pixels than the picture has.");
            }
        }
    }

    /** The next code; -1 behind the last block. */
    private int code(int width) {
        while (count < width) {
            if (left == 0) {
                left = file.u8(at++);
                if (left == 0) {
                    at--;
                    return -1;
                }
            }
            bits |= file.u8(at++) << count;
            count += 8;
            left--;
        }
        int code = bits & ((1 << width) - 1);
        bits >>>= width;
        count -= width;
        return code;
    }

    /** Encoders may leave a byte over; more would be something hidden. */
    private void expectEnd() {
        at += left > 1 ? 0 : left;
        if (left > 1 || file.u8(at) != 0) {
            throw new Refusal(RefusalCode.FOREIGN_DATA, "Bytes follow the end of the pixels.");
        }
    }
}
