package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.Dimensions;
import io.crmkit.attachment.InspectionPolicy;
import io.crmkit.attachment.RefusalCode;
import java.io.ByteArrayOutputStream;

/**
 * Walks the blocks of a GIF. Pictures, palettes, their timing and the order to repeat go to a new file; comments, plain
 * texts and what applications left do not. Source: GIF89a specification.
 */
final class Gif implements TypeInspector {
    private static final int SCREEN = 13;
    private static final int PICTURE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int TRAILER = 0x3B;
    private static final int CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final int MOST_FRAMES = 500;

    @Override
    public Finding inspect(Bytes file, InspectionPolicy policy) {
        Walk walk = walk(file, policy);
        Bytes cleaned = file.with(walk.kept.toByteArray());
        Decoding.gif(cleaned, walk.frames, new Dimensions(walk.widest, walk.highest));
        return Finding.image(cleaned, walk.size);
    }

    /** Goes over the blocks and unpacks the pixels, without making pictures of them. */
    static Walk walk(Bytes file, InspectionPolicy policy) {
        Walk walk = new Walk(file, policy);
        walk.toTheEnd();
        return walk;
    }

    /** One way through one file. */
    static final class Walk {
        private final Bytes file;
        private final InspectionPolicy policy;
        private final ByteArrayOutputStream kept;
        private final Dimensions size;
        private boolean palette;
        private byte[] control = new byte[0];
        private boolean repeats;
        private int frames;
        private long pixels;
        private int widest;
        private int highest;

        Walk(Bytes file, InspectionPolicy policy) {
            this.file = file;
            this.policy = policy;
            this.kept = new ByteArrayOutputStream(file.length());
            this.size = ImageLimits.checked(file.low16(6), file.low16(8), policy);
        }

        void toTheEnd() {
            palette = (file.u8(10) & 0x80) != 0;
            int at = SCREEN + paletteBytes(file.u8(10));
            copy(0, at);
            while (file.u8(at) != TRAILER) {
                at = switch (file.u8(at)) {
                    case EXTENSION -> extension(at);
                    case PICTURE -> picture(at);
                    default -> throw Refusal.damaged("Byte " + at + " should begin a block.");
                };
            }
            if (frames == 0) {
                throw Refusal.damaged("There is no picture.");
            }
            if (at + 1 != file.length()) {
                throw new Refusal(
                        RefusalCode.FOREIGN_DATA, (file.length() - at - 1) + " bytes follow the end of the picture.");
            }
            copy(at, at + 1);
        }

        private static int paletteBytes(int flags) {
            return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
        }

        private void copy(int from, int to) {
            kept.writeBytes(file.slice(from, to));
        }

        private int extension(int at) {
            int end = afterBlocks(at + 2);
            int label = file.u8(at + 1);
            if (label == CONTROL) {
                if (file.u8(at + 2) != 4 || end != at + 8) {
                    throw Refusal.damaged("The timing at byte " + at + " is not whole.");
                }
                control = file.slice(at, end);
            } else if (label == APPLICATION && !repeats && orderToRepeat(at, end)) {
                repeats = true;
                copy(at, end);
            } else if (label == 1) {
                // The timing before a plain text is the text's.
                control = new byte[0];
            }
            return end;
        }

        private boolean orderToRepeat(int at, int end) {
            boolean known = file.has(at + 3, "NETSCAPE2.0") || file.has(at + 3, "ANIMEXTS1.0");
            return known && end == at + 19 && file.u8(at + 2) == 11 && file.u8(at + 14) == 3 && file.u8(at + 15) == 1;
        }

        private int picture(int at) {
            Dimensions size = ImageLimits.checked(file.low16(at + 5), file.low16(at + 7), policy);
            frames++;
            pixels += size.pixels();
            widest = Math.max(widest, size.width());
            highest = Math.max(highest, size.height());
            ImageLimits.total(pixels, policy);
            if (frames > MOST_FRAMES) {
                throw new Refusal(RefusalCode.EXPANDS_TOO_MUCH, "There are more than " + MOST_FRAMES + " pictures.");
            }
            int flags = file.u8(at + 9);
            if (!palette && (flags & 0x80) == 0) {
                throw Refusal.damaged("The palette is missing.");
            }
            int data = at + 10 + paletteBytes(flags);
            int end = afterBlocks(data + 1);
            GifPixels.check(file, data, size.pixels());
            kept.writeBytes(control);
            control = new byte[0];
            copy(at, end);
            return end;
        }

        private int afterBlocks(int from) {
            int at = from;
            while (file.u8(at) != 0) {
                at += 1 + file.u8(at);
            }
            return at + 1;
        }
    }
}
