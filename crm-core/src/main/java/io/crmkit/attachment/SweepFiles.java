package io.crmkit.attachment;

import java.util.Optional;

/**
 * Asks to compare a part of the file store with the records.
 *
 * @param repair whether to mend what is found: files without a record are removed, and records are marked that have lost
 *     their file or have it again
 * @param after goes on behind this name, see {@link SweepReport#next()}
 */
public record SweepFiles(boolean repair, Optional<String> after) {
    /** Only looks, from the beginning. */
    public static SweepFiles look() {
        return new SweepFiles(false, Optional.empty());
    }

    /** Mends what it finds, from the beginning. */
    public static SweepFiles repairing() {
        return new SweepFiles(true, Optional.empty());
    }

    /** The same behind a name. */
    public SweepFiles after(String name) {
        return new SweepFiles(repair, Optional.of(name));
    }
}
