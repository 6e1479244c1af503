package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.ContentWarning;
import io.crmkit.attachment.Dimensions;
import io.crmkit.attachment.InspectionPolicy;
import io.crmkit.attachment.RefusalCode;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Walks the chunks of a PNG and checks each sum. Chunks that are needed to show the picture go to a new file; texts,
 * times, Exif (but for the orientation), the further pictures of a moving one and unknown chunks do not. Source: PNG
 * specification, third edition.
 */
final class Png implements TypeInspector {
    static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";

    @Override
    public Finding inspect(Bytes file, InspectionPolicy policy) {
        Walk walk = walk(file, policy);
        Bytes cleaned = walk.kept.toBytes();
        Dimensions size = walk.pixels.size();
        Decoding.png(cleaned, size);
        List<ContentWarning> warnings = walk.moving ? List.of(ContentWarning.ANIMATION_REMOVED) : List.of();
        return new Finding(cleaned, Optional.of(size), warnings);
    }

    /** Goes over the chunks and unpacks the pixels, without making a picture of them. */
    static Walk walk(Bytes file, InspectionPolicy policy) {
        Walk walk = new Walk(file, policy);
        walk.toTheEnd();
        walk.pixels.finish();
        return walk;
    }

    /** One way through one file. */
    static final class Walk {
        private final Bytes file;
        private final InspectionPolicy policy;
        private final PngRest kept;
        private PngPixels pixels = PngPixels.NONE;
        private String previous = "";
        private boolean coloured;
        private boolean moving;

        Walk(Bytes file, InspectionPolicy policy) {
            this.file = file;
            this.policy = policy;
            this.kept = new PngRest(file);
        }

        void toTheEnd() {
            int at = SIGNATURE.length();
            while (!previous.equals("IEND")) {
                long length = file.u32(at);
                if (length > file.length() - at - 12L) {
                    throw Refusal.damaged("The chunk at byte " + at + " reaches behind the end.");
                }
                int end = at + 12 + (int) length;
                checkSum(at, end);
                String type = file.latin(at + 4, at + 8);
                chunk(type, at, end);
                previous = type;
                at = end;
            }
            if (at != file.length()) {
                throw new Refusal(
                        RefusalCode.FOREIGN_DATA, (file.length() - at) + " bytes follow the end of the picture.");
            }
        }

        private void checkSum(int at, int end) {
            CRC32 sum = new CRC32();
            sum.update(file.array(), at + 4, end - at - 8);
            if (sum.getValue() != file.u32(end - 4)) {
                throw Refusal.damaged("The sum of the chunk at byte " + at + " is wrong.");
            }
        }

        private void chunk(String type, int at, int end) {
            if (previous.isEmpty() != type.equals("IHDR")) {
                throw Refusal.damaged("The header of the picture is not the first chunk, or comes twice.");
            }
            switch (type) {
                case "IHDR" -> header(at, end);
                case "PLTE" -> palette(at, end);
                case "IDAT" -> data(at, end);
                case "IEND" -> end(at, end);
                case "acTL", "fcTL", "fdAT" -> moving = true;
                default -> ancillary(type, at, end);
            }
        }

        private void header(int at, int end) {
            if (end - at != 12 + 13) {
                throw Refusal.damaged("The header of the picture is not whole.");
            }
            Dimensions size = ImageLimits.checked(file.u32(at + 8), file.u32(at + 12), policy);
            pixels = PngPixels.of(file, at + 16, size);
            ImageLimits.total(pixels.rawBytes() / PngPixels.USUAL_BYTES, policy);
            kept.copy(at, end);
        }

        private void palette(int at, int end) {
            int entries = (end - at - 12) / 3;
            if (coloured || pixels.begun() || (end - at - 12) % 3 != 0 || entries < 1 || entries > 256) {
                throw Refusal.damaged("The palette is not whole, comes twice or too late.");
            }
            coloured = true;
            kept.copy(at, end);
        }

        private void data(int at, int end) {
            if (pixels.begun() && !previous.equals("IDAT")) {
                throw Refusal.damaged("The pixels are torn apart.");
            }
            if (pixels.indexed() && !coloured) {
                throw Refusal.damaged("The palette is missing.");
            }
            pixels.add(file, at + 8, end - 4);
            kept.copy(at, end);
        }

        private void end(int at, int end) {
            if (end - at != 12 || !pixels.begun()) {
                throw Refusal.damaged("The picture ends before its pixels.");
            }
            kept.copy(at, end);
        }

        private void ancillary(String type, int at, int end) {
            if (!type.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) {
                throw Refusal.damaged("The chunk at byte " + at + " has no name.");
            }
            if (Character.isUpperCase(type.charAt(0))) {
                throw new Refusal(
                        RefusalCode.UNSUPPORTED_VARIANT, "The chunk at byte " + at + " is needed, but unknown.");
            }
            kept.ancillary(type, at, end);
        }
    }
}
