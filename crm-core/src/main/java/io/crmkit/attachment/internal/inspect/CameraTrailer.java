package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.RefusalCode;

/**
 * What stands behind the end of a JPEG. Cameras put further pictures there (of other sizes, or for bright screens, which
 * the file announces in a segment of its own) and some their notes; that is cut off and never stored, so it needs no
 * look. Anything else there is a reason to refuse.
 */
final class CameraTrailer {
    private static final String PICTURE = "\u00FF\u00D8\u00FF";
    /** The last bytes of the notes of Samsung's cameras. */
    private static final String NOTES = "SEFT";

    private CameraTrailer() {}

    static void check(Bytes file, int end, boolean announced) {
        if (end == file.length()) {
            return;
        }
        boolean pictures = announced && file.find(PICTURE, end) >= 0 && onlyZeros(file, end, file.find(PICTURE, end));
        boolean notes = file.has(file.length() - NOTES.length(), NOTES);
        if (!pictures && !notes) {
            throw new Refusal(
                    RefusalCode.FOREIGN_DATA, (file.length() - end) + " bytes follow the end of the picture.");
        }
    }

    private static boolean onlyZeros(Bytes file, int from, int to) {
        for (int i = from; i < to; i++) {
            if (file.u8(i) != 0) {
                return false;
            }
        }
        return true;
    }
}
