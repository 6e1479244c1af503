package io.crmkit.spi.file;

import io.crmkit.attachment.FileType;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Looks for harm in files that passed the inspection: a virus scanner, say. Thread-safe.
 *
 * <p>The CRM calls it on a thread of its own and waits no longer than
 * {@link io.crmkit.file.AttachmentSettings#scanTime()}; then it interrupts the thread and refuses the file. A
 * scanner that throws refuses it too: no answer is never a good one.
 */
@FunctionalInterface
public interface FileScanner {
    /**
     * Looks at a file and changes nothing.
     *
     * @param file a readable file, there until the call returns or is given up
     * @param type what it is
     * @return the name of what was found, for logs and support: no more than 200 characters of it are used; empty for a file
     *     that does no harm
     * @throws Exception if it cannot tell
     */
    Optional<String> scan(Path file, FileType type) throws Exception;
}
