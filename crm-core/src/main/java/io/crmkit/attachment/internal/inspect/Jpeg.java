package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.Dimensions;
import io.crmkit.attachment.InspectionPolicy;
import io.crmkit.attachment.RefusalCode;

/**
 * Walks the segments of a JPEG. What is needed to show it goes to a new file: tables, frame, scans, the marks of JFIF and
 * Adobe, the colour profile and the orientation; whatever else there is (place, device, thumbnails, comments) does not.
 * Source: ITU-T T.81, annex B.
 */
final class Jpeg implements TypeInspector {
    /** The first marker, and the last. */
    static final int START = 0xFFD8;

    static final int END = 0xFFD9;

    private static final int EOI = END & 0xFF;
    private static final int SOS = 0xDA;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int DHT = 0xC4;
    private static final int DQT = 0xDB;
    private static final int DRI = 0xDD;
    private static final int COM = 0xFE;
    private static final int APP0 = 0xE0;
    private static final int APP15 = 0xEF;
    private static final int PROGRESSIVE = 0xC2;
    /** Each scan of a progressive JPEG goes over all pixels. */
    private static final long MOST_SCANNED_PIXELS = 400_000_000;

    private static final int MOST_SCANS = 200;

    @Override
    public Finding inspect(Bytes file, InspectionPolicy policy) {
        Walk walk = walk(file, policy);
        Dimensions size = walk.size();
        Bytes cleaned = walk.kept.toBytes();
        Decoding.jpeg(cleaned, size);
        return Finding.image(cleaned, size);
    }

    /** Goes over the segments without decoding the picture. */
    static Walk walk(Bytes file, InspectionPolicy policy) {
        Walk walk = new Walk(file, policy);
        int end = walk.toTheEnd();
        CameraTrailer.check(file, end, walk.kept.announcesMore());
        return walk;
    }

    /** One way through one file. */
    static final class Walk {
        private final Bytes file;
        private final InspectionPolicy policy;
        private final JpegRest kept;
        private long width;
        private long height;
        private int scans;

        Walk(Bytes file, InspectionPolicy policy) {
            this.file = file;
            this.policy = policy;
            this.kept = new JpegRest(file);
        }

        /** Returns the place behind the end marker. */
        int toTheEnd() {
            int at = 2;
            while (true) {
                if (file.u8(at) != 0xFF) {
                    throw Refusal.damaged("Byte " + at + " should begin a segment.");
                }
                while (file.u8(at + 1) == 0xFF) {
                    at++;
                }
                int marker = file.u8(at + 1);
                if (marker == EOI) {
                    finish();
                    return at + 2;
                }
                at = segment(marker, at);
            }
        }

        private void finish() {
            if (scans == 0) {
                throw Refusal.damaged("The picture has no pixels.");
            }
        }

        private int segment(int marker, int at) {
            int length = file.u16(at + 2);
            int end = at + 2 + length;
            if (length < 2 || end > file.length()) {
                throw Refusal.damaged("The segment at byte " + at + " reaches behind the end.");
            }
            if (marker == SOS) {
                return scan(at, end);
            } else if (frame(marker)) {
                frame(marker, at, length);
            } else if (marker >= APP0 && marker <= APP15) {
                kept.application(marker, at, end);
                return end;
            } else if (marker == COM) {
                return end;
            } else if (marker != DHT && marker != DQT && marker != DRI) {
                throw Refusal.damaged("The segment at byte " + at + " is of no kind that belongs into a file.");
            }
            kept.copy(at, end);
            return end;
        }

        private static boolean frame(int marker) {
            return marker >= 0xC0 && marker <= 0xCF && marker != DHT && marker != 0xC8;
        }

        private void frame(int marker, int at, int length) {
            int components = file.u8(at + 9);
            if (width != 0) {
                throw Refusal.damaged("The picture is described twice.");
            }
            if (marker > PROGRESSIVE || file.u8(at + 4) != 8) {
                throw new Refusal(
                        RefusalCode.UNSUPPORTED_VARIANT, "The picture is not coded as baseline or progressive JPEG.");
            }
            if (length != 8 + 3 * components || components < 1 || components > 4) {
                throw Refusal.damaged("The description of the picture is not whole.");
            }
            height = file.u16(at + 5);
            width = file.u16(at + 7);
            size();
        }

        Dimensions size() {
            return ImageLimits.checked(width, height, policy);
        }

        private int scan(int at, int header) {
            scans++;
            if (width == 0) {
                throw Refusal.damaged("Pixels come before their description.");
            }
            if (scans > MOST_SCANS || scans * width * height > MOST_SCANNED_PIXELS) {
                throw new Refusal(RefusalCode.EXPANDS_TOO_MUCH, "The picture is drawn over too many times.");
            }
            int end = header;
            while (file.u8(end) != 0xFF || inside(file.u8(end + 1))) {
                end++;
            }
            kept.copy(at, end);
            return end;
        }

        /** Says whether what follows a byte of ones is still a part of the pixels. */
        private static boolean inside(int next) {
            return next == 0 || (next >= RST0 && next <= RST7);
        }
    }
}
