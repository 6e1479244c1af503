package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.InspectionPolicy;
import io.crmkit.attachment.RefusalCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A picture inside of a document: of one of the three kinds that are let in by themselves, whatever its name says, and
 * whole from its first byte to its last. Metadata stay in it, and it is not decoded: a document may hold many.
 */
final class InnerPicture {
    /** Word fills pictures up with zeros to an even length. */
    private static final int MOST_FILL = 3;

    private InnerPicture() {}

    /**
     * Looks at it.
     *
     * @throws Refusal if a document may not hold it
     */
    static void check(Bytes document, InputStream content, InspectionPolicy policy) throws IOException {
        byte[] all = content.readNBytes((int) InspectionPolicy.MOST_BYTES + 1);
        if (all.length > InspectionPolicy.MOST_BYTES) {
            throw new Refusal(RefusalCode.EXPANDS_TOO_MUCH, "A picture of the document unpacks to too much.");
        }
        Bytes picture = document.with(Arrays.copyOf(all, all.length - fill(all)));
        if (picture.has(0, "\u00FF\u00D8\u00FF")) {
            Jpeg.walk(picture, policy);
        } else if (picture.has(0, Png.SIGNATURE)) {
            Png.walk(picture, policy);
        } else if (picture.has(0, "GIF87a") || picture.has(0, "GIF89a")) {
            Gif.walk(picture, policy);
        } else {
            throw new Refusal(RefusalCode.EMBEDDED_FILE, "The document holds a picture that is no JPEG, PNG or GIF.");
        }
        Archives.checkNone(picture);
    }

    private static int fill(byte[] content) {
        int fill = 0;
        while (fill < Math.min(MOST_FILL, content.length) && content[content.length - 1 - fill] == 0) {
            fill++;
        }
        return fill;
    }
}
