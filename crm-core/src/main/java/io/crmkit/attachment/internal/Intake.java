package io.crmkit.attachment.internal;

import io.crmkit.attachment.FileInspector;
import io.crmkit.attachment.FileRefusedException;
import io.crmkit.attachment.FileUnavailableException;
import io.crmkit.attachment.Inspection;
import io.crmkit.attachment.OriginalName;
import io.crmkit.attachment.RefusalCode;
import io.crmkit.attachment.StoredName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;

/** Takes files in: what is not let in leaves nothing behind. */
final class Intake {
    private static final int BUFFER = 65_536;

    private final Spool spool;
    private final FileInspector inspector;
    private final Scanning scanning;
    private final long most;
    private final SecureRandom random = new SecureRandom();

    Intake(AttachmentParts parts) {
        this.spool = parts.spool();
        this.inspector = parts.inspector();
        this.scanning = new Scanning(parts.settings());
        this.most = parts.settings().policy().maxBytes();
    }

    /**
     * Copies a file, looks at it, cleans it and keeps it in the spool directory.
     *
     * @throws FileRefusedException if it is not let in
     * @throws FileUnavailableException if the spool directory does not take it
     */
    Verified take(InputStream content, String name, Uploader uploader, Instant now) {
        try (Temporary file = spool.temporary(most)) {
            copy(content, file.path());
            Inspection.Accepted finding = inspected(file.path(), name);
            scanning.scan(file.path(), finding.type());
            StoredName storedName = uploader.name(finding.type(), random::nextInt);
            spool.keep(file, storedName, now);
            return new Verified(OriginalName.of(name), storedName, finding);
        }
    }

    private Inspection.Accepted inspected(Path file, String name) {
        Inspection finding;
        try {
            finding = inspector.clean(file, name);
        } catch (UncheckedIOException e) {
            throw new FileUnavailableException("the spool directory cannot be written", e);
        }
        if (finding instanceof Inspection.Refused refused) {
            throw new FileRefusedException(refused.code(), refused.reason());
        }
        return (Inspection.Accepted) finding;
    }

    /** Reads one byte behind the limit at most. */
    private void copy(InputStream content, Path file) {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            int read = read(content, buffer, most + 1);
            while (read >= 0) {
                copied += read;
                if (copied > most) {
                    throw new FileRefusedException(RefusalCode.TOO_LARGE, "more than " + most + " bytes");
                }
                out.write(buffer, 0, read);
                read = read(content, buffer, most + 1 - copied);
            }
        } catch (IOException e) {
            throw new FileUnavailableException("the spool directory cannot be written", e);
        }
    }

    private static int read(InputStream content, byte[] buffer, long atMost) {
        try {
            return content.read(buffer, 0, (int) Math.min(buffer.length, atMost));
        } catch (IOException e) {
            throw new UncheckedIOException("the content cannot be read", e);
        }
    }
}
