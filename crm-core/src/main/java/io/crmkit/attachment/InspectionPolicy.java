package io.crmkit.attachment;

import io.crmkit.error.Checks;
import io.crmkit.error.ViolationCode;
import java.util.Set;

/**
 * What is let in. Immutable; start from {@link #standard()} and change what differs.
 *
 * @param maxBytes the most bytes of a file: 1 to 5,242,880
 * @param types the types that are allowed: at least one
 * @param maxPixels the most pixels of a picture, and of all pictures of a moving one together: 1 to 40,000,000
 * @param maxSide the most pixels of a picture's side: 1 to 30,000
 * @param pdfActiveContent what happens to a PDF that could do something by itself
 * @param concurrent how many files are looked at together: 1 to 64
 */
public record InspectionPolicy(
        long maxBytes,
        Set<FileType> types,
        long maxPixels,
        int maxSide,
        ActiveContent pdfActiveContent,
        int concurrent) {
    /** Five megabytes. */
    public static final long MOST_BYTES = 5_242_880;

    private static final long MOST_PIXELS = 40_000_000;
    private static final int MOST_SIDE = 30_000;
    private static final int USUAL_SIDE = 12_000;
    private static final int MOST_CONCURRENT = 64;

    /** @throws io.crmkit.error.InvalidRequestException if a number lies outside of its range, or no type is allowed */
    public InspectionPolicy {
        types = Set.copyOf(types);
        within("maxBytes", maxBytes, MOST_BYTES)
                .all(within("maxPixels", maxPixels, MOST_PIXELS).found())
                .all(within("maxSide", maxSide, MOST_SIDE).found())
                .all(within("concurrent", concurrent, MOST_CONCURRENT).found())
                .require(!types.isEmpty(), "types", ViolationCode.REQUIRED, "must name a type")
                .done();
    }

    private static Checks within(String field, long value, long most) {
        return Checks.that("inspectionPolicy")
                .require(
                        value >= 1 && value <= most,
                        field,
                        ViolationCode.OUT_OF_RANGE,
                        "must be 1 to " + most + ", is " + value);
    }

    /** All six types, 5,242,880 bytes, 40 million pixels, sides of 12,000 pixels, no active PDF, two at a time. */
    public static InspectionPolicy standard() {
        return new InspectionPolicy(
                MOST_BYTES, Set.of(FileType.values()), MOST_PIXELS, USUAL_SIDE, ActiveContent.REFUSE, 2);
    }

    /** The same with another size. */
    public InspectionPolicy withMaxBytes(long bytes) {
        return new InspectionPolicy(bytes, types, maxPixels, maxSide, pdfActiveContent, concurrent);
    }

    /** The same with these types only. */
    public InspectionPolicy withTypes(Set<FileType> allowed) {
        return new InspectionPolicy(maxBytes, allowed, maxPixels, maxSide, pdfActiveContent, concurrent);
    }

    /** The same with other limits for pictures. */
    public InspectionPolicy withPixels(long most, int side) {
        return new InspectionPolicy(maxBytes, types, most, side, pdfActiveContent, concurrent);
    }

    /** The same with another way to treat PDFs that could do something by themselves. */
    public InspectionPolicy withPdfActiveContent(ActiveContent treatment) {
        return new InspectionPolicy(maxBytes, types, maxPixels, maxSide, treatment, concurrent);
    }

    /** The same with another number of files that are looked at together. */
    public InspectionPolicy withConcurrent(int files) {
        return new InspectionPolicy(maxBytes, types, maxPixels, maxSide, pdfActiveContent, files);
    }
}
