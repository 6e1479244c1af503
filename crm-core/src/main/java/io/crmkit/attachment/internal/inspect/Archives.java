package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.RefusalCode;

/** Finds an archive that shares a file with something else: readers of archives begin at the end. */
final class Archives {
    private static final String END = "PK\u0005\u0006";
    private static final String DIRECTORY = "PK\u0001\u0002";
    private static final int END_BYTES = 22;
    private static final int MOST_REMARK = 65_535;

    private Archives() {}

    /** Demands that no archive ends in the last part of the file, where a reader would look for one. */
    static void checkNone(Bytes file) {
        int earliest = Math.max(0, file.length() - END_BYTES - MOST_REMARK);
        for (int at = file.find(END, earliest); at >= 0; at = file.find(END, at + 1)) {
            boolean whole = at + END_BYTES <= file.length();
            long directory = whole ? at - file.low32(at + 12) : -1;
            if (directory >= 0 && (directory == at || file.has((int) directory, DIRECTORY))) {
                throw new Refusal(RefusalCode.FOREIGN_DATA, "An archive hides in the file.");
            }
        }
    }
}
