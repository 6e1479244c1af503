package io.crmkit.attachment;

import java.nio.file.Path;

/**
 * Judges files by their bytes. A file is let in if its own marks and an independent detector agree on its type, its name
 * has an extension of that type, its structure is whole from the first byte to the last, and it holds nothing that acts
 * by itself.
 *
 * <p>Thread-safe. At most {@link InspectionPolicy#concurrent()} files are looked at together; further callers wait, also
 * if they are interrupted. One look needs memory of a few times the file's size, whatever sizes the file claims, opens no
 * connection and starts no thread. It takes up to two seconds of the processor's time, then the file is refused with
 * {@link RefusalCode#EXPANDS_TOO_MUCH}; only decoding the pixels of a picture, whose number the policy bounds, is not
 * interrupted. In a virtual thread it is two seconds on the clock.
 */
public interface FileInspector {
    /**
     * Returns the version of the rules. It rises when files that were let in before might be refused now, or cleaned
     * differently; what was inspected by a lower one is worth another look.
     */
    int version();

    /**
     * Looks at a file and changes nothing.
     *
     * @param file a readable file that nobody writes to meanwhile
     * @param originalName the name that the file came with; only its extension counts
     * @return the finding; a refusal is no exception
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    Inspection inspect(Path file, String originalName);

    /**
     * Looks at a file, and makes it what may be stored: if the file is let in, metadata such as the place and the device
     * of a photograph are removed from it, without touching the picture. Kept are colour profiles, transparency,
     * resolution, the order to repeat, and the orientation of a photograph. A file that is refused stays as it is.
     *
     * @param spooled a private file of the caller's, which may be replaced
     * @param originalName the name that the file came with; only its extension counts
     * @return the finding; its size and hash are those of the file after the call
     * @throws java.io.UncheckedIOException if the file cannot be read or written; its content is then undefined
     */
    Inspection clean(Path spooled, String originalName);
}
