package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.Dimensions;
import io.crmkit.attachment.RefusalCode;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The packed rows of a PNG: unpacked piece by piece, counted against what the header promises, and thrown away. Not one
 * byte more or less is let in, so nothing hides behind the last row. Not thread-safe.
 */
final class PngPixels {
    /** Bytes of a pixel with colours and transparency of eight bits: what the limit of pixels is meant for. */
    static final int USUAL_BYTES = 4;

    static final PngPixels NONE = new PngPixels(new Dimensions(0, 0), 8, 0, false);

    private static final int INDEXED = 3;
    private static final int MOST_FILTER = 4;
    /** For each pass of an interlaced picture: first column, first row, step of columns, step of rows. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private static final int[][] AT_ONCE = {{0, 0, 1, 1}};

    private final Dimensions size;
    private final int bits;
    private final int colour;
    private final int[][] passes;
    private final Inflater inflater = new Inflater();
    private final byte[] piece = new byte[1 << 16];
    private boolean begun;
    private int pass = -1;
    private long rowsLeft;
    private long rowBytes;
    private long inRow;

    private PngPixels(Dimensions size, int bits, int colour, boolean interlaced) {
        this.size = size;
        this.bits = bits;
        this.colour = colour;
        this.passes = interlaced ? PASSES : AT_ONCE;
    }

    /** Reads what follows width and height in the header. */
    static PngPixels of(Bytes file, int at, Dimensions size) {
        int depth = file.u8(at);
        int colour = file.u8(at + 1);
        int channels = switch (colour) {
            case 0, INDEXED -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 0;
        };
        boolean small = depth == 1 || depth == 2 || depth == 4;
        boolean allowed = depth == 8 || (depth == 16 && colour != INDEXED) || (small && channels == 1);
        boolean rest = file.u8(at + 2) == 0 && file.u8(at + 3) == 0 && file.u8(at + 4) <= 1;
        if (channels == 0 || !allowed || !rest) {
            throw Refusal.damaged("The header of the picture holds a value that does not exist.");
        }
        return new PngPixels(size, depth * channels, colour, file.u8(at + 4) == 1);
    }

    Dimensions size() {
        return size;
    }

    boolean indexed() {
        return colour == INDEXED;
    }

    boolean begun() {
        return begun;
    }

    /** How many bytes the rows have when unpacked. */
    long rawBytes() {
        long bytes = 0;
        for (int i = 0; i < passes.length; i++) {
            bytes += rows(i) * (1 + rowBytes(i));
        }
        return bytes;
    }

    private long columns(int i) {
        return Math.max(0, (size.width() - passes[i][0] + passes[i][2] - 1L) / passes[i][2]);
    }

    private long rowBytes(int i) {
        return (columns(i) * bits + 7) / 8;
    }

    private long rows(int i) {
        return columns(i) == 0 ? 0 : Math.max(0, (size.height() - passes[i][1] + passes[i][3] - 1L) / passes[i][3]);
    }

    /** Unpacks one more chunk. */
    void add(Bytes file, int from, int to) {
        begun = true;
        inflater.setInput(file.array(), from, to - from);
        try {
            while (!inflater.finished() && !inflater.needsInput()) {
                int count = inflater.inflate(piece);
                if (count == 0 && inflater.needsDictionary()) {
                    throw Refusal.damaged("The pixels are packed with a dictionary.");
                }
                file.effort().spend(count);
                follow(count);
            }
        } catch (DataFormatException e) {
            throw Refusal.damaged("The pixels cannot be unpacked.");
        }
        if (inflater.finished() && inflater.getRemaining() > 0) {
            throw new Refusal(RefusalCode.FOREIGN_DATA, "Bytes follow the end of the pixels.");
        }
    }

    /** Goes over unpacked bytes: each row begins with the number of its filter. */
    private void follow(int count) {
        int at = 0;
        while (at < count) {
            if (inRow == 0) {
                beginRow(piece[at] & 0xFF);
            }
            long taken = Math.min(count - at, 1 + rowBytes - inRow);
            at += (int) taken;
            inRow += taken;
            if (inRow == 1 + rowBytes) {
                inRow = 0;
                rowsLeft--;
            }
        }
    }

    private void beginRow(int filter) {
        while (rowsLeft == 0) {
            pass++;
            if (pass == passes.length) {
                throw new Refusal(RefusalCode.FOREIGN_DATA, "There are more pixels than the picture has.");
            }
            rowsLeft = rows(pass);
            rowBytes = rowBytes(pass);
        }
        if (filter > MOST_FILTER) {
            throw Refusal.damaged("A row has a filter that does not exist.");
        }
    }

    /** Demands that all rows came. */
    void finish() {
        boolean whole = inflater.finished() && rowsLeft == 0 && inRow == 0;
        long left = 0;
        for (int i = pass + 1; i < passes.length; i++) {
            left += rows(i);
        }
        inflater.end();
        if (!whole || left > 0) {
            throw Refusal.damaged("The picture has fewer pixels than its header says.");
        }
    }
}
