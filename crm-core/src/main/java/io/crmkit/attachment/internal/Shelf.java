package io.crmkit.attachment.internal;

import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.attachment.FileLostException;
import io.crmkit.attachment.FileUnavailableException;
import io.crmkit.attachment.StoredName;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.storage.AttachmentRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Fetches files from where they are, and vouches that they are what was stored. */
final class Shelf {
    private static final int BUFFER = 65_536;

    private final Spool spool;
    private final FileStore store;

    Shelf(AttachmentParts parts) {
        this.spool = parts.spool();
        this.store = parts.settings().store();
    }

    /** How a file store calls the file of that name. */
    static FileName name(StoredName name) {
        return new FileName(name.value());
    }

    /**
     * Fetches a file into the spool directory.
     *
     * @return the whole file with the right hash; close it
     * @throws FileUnavailableException if it cannot be had at the moment
     * @throws FileLostException if it is gone or another one
     */
    Temporary fetch(AttachmentRecord record) {
        Attachment attachment = record.attachment();
        Temporary file = spool.temporary(attachment.size());
        boolean fetched = false;
        try {
            if (!hash(record, file.path()).equals(attachment.sha256())) {
                throw new FileLostException(attachment.id());
            }
            fetched = true;
            return file;
        } finally {
            if (!fetched) {
                file.close();
            }
        }
    }

    private String hash(AttachmentRecord record, Path file) {
        Attachment attachment = record.attachment();
        try (InputStream content = open(record)) {
            return copy(content, file, attachment.size());
        } catch (IOException e) {
            if (isDamage(e)) {
                throw new FileLostException(attachment.id());
            }
            throw new FileUnavailableException("attachment " + attachment.id() + " cannot be read at the moment", e);
        }
    }

    /** A file that waits lies here, unless it was delivered meanwhile. */
    private InputStream open(AttachmentRecord record) throws IOException {
        Optional<Path> local = record.attachment().state() == AttachmentState.LOCAL
                ? spool.find(record.storedName())
                : Optional.empty();
        if (local.isPresent()) {
            try {
                return Files.newInputStream(local.get());
            } catch (NoSuchFileException e) {
                return stored(record);
            }
        }
        return stored(record);
    }

    private InputStream stored(AttachmentRecord record) {
        Attachment attachment = record.attachment();
        try {
            return store.open(name(record.storedName()), 0);
        } catch (FileStoreException e) {
            boolean missing = e.kind() == FileStoreException.Kind.MISSING;
            if (missing && attachment.state() == AttachmentState.LOCAL) {
                throw new FileUnavailableException(
                        "attachment " + attachment.id() + " is still on the node that took it", e);
            }
            if (missing || e.kind() == FileStoreException.Kind.DAMAGED) {
                throw new FileLostException(attachment.id());
            }
            throw new FileUnavailableException("the file store is away", e);
        }
    }

    private static boolean isDamage(IOException e) {
        return e.getCause() instanceof FileStoreException inner && inner.kind() == FileStoreException.Kind.DAMAGED;
    }

    /** Returns the hash; of more bytes than that it takes no notice but that they are there. */
    private static String copy(InputStream content, Path file, long size) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            int read = content.read(buffer);
            while (read >= 0) {
                copied += read;
                if (copied > size) {
                    return "";
                }
                out.write(buffer, 0, read);
                read = content.read(buffer);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
