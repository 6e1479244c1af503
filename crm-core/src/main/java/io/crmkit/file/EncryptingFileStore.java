package io.crmkit.file;

import io.crmkit.spi.file.FileKeys;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Puts a lock on another store: that store sees the names of files and roughly their sizes, and nothing of what is in
 * them. What was changed, cut, joined or put under another name over there is noticed before a wrong byte comes out:
 * reading throws an {@link IOException} whose cause is a DAMAGED {@link FileStoreException}. What the other store loses or
 * replaces by an older file of the same name is not noticed here; the CRM's own hash of each file shows that.
 *
 * <p>A file is a header and segments of 65,536 bytes. Each file has a key of its own, derived by HMAC-SHA-256 from the
 * host's key, a random salt and the file's name; each segment is sealed by AES-256-GCM with its place and whether it is
 * the last one in the nonce. Source of the construction: STREAM by Hoang, Reyhanitabar, Rogaway and Vizár (2015). As
 * thread-safe as the other store.
 */
public final class EncryptingFileStore implements FileStore {
    private final FileStore store;
    private final FileKeys keys;
    private final SecureRandom random = new SecureRandom();

    private EncryptingFileStore(FileStore store, FileKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /** Locks a store, which is closed with this one. */
    public static EncryptingFileStore over(FileStore store, FileKeys keys) {
        return new EncryptingFileStore(store, keys);
    }

    /**
     * {@inheritDoc}
     *
     * @throws FileStoreException also REFUSED if the current key is missing
     */
    @Override
    public void put(FileName name, long length, InputStream content) throws FileStoreException {
        if (length < 0) {
            throw new IllegalArgumentException("a length is 0 or more");
        }
        SealedHeader header = SealedHeader.with(keys.current(), random);
        SegmentCipher cipher = header.cipher(keys, name);
        store.put(name, SegmentCipher.sealedLength(length), new SealingStream(header, cipher, content, length));
    }

    @Override
    public InputStream open(FileName name, long from) throws FileStoreException {
        if (from == 0) {
            return fromStart(name);
        }
        long length = size(name).orElseThrow(() -> missing(name));
        if (from < 0 || from > length) {
            throw new IllegalArgumentException("from is beyond the file");
        }
        long segment = Math.min(from, Math.max(0, length - 1)) / SegmentCipher.SEGMENT;
        SegmentCipher cipher;
        try (InputStream in = store.open(name, 0)) {
            cipher = SealedHeader.read(in).cipher(keys, name);
        } catch (IOException e) {
            throw unreadable(e);
        }
        return skipped(
                new OpeningStream(store.open(name, SegmentCipher.sealedStart(segment)), cipher, segment),
                from - segment * SegmentCipher.SEGMENT);
    }

    private InputStream fromStart(FileName name) throws FileStoreException {
        InputStream sealed = store.open(name, 0);
        try {
            return new OpeningStream(sealed, SealedHeader.read(sealed).cipher(keys, name), 0);
        } catch (IOException e) {
            close(sealed);
            throw unreadable(e);
        } catch (FileStoreException e) {
            close(sealed);
            throw e;
        }
    }

    private static InputStream skipped(OpeningStream opened, long bytes) throws FileStoreException {
        try {
            opened.skipNBytes(bytes);
            return opened;
        } catch (IOException e) {
            close(opened);
            throw e.getCause() instanceof FileStoreException known ? known : unreadable(e);
        }
    }

    private static FileStoreException unreadable(IOException e) {
        return new FileStoreException(Kind.UNAVAILABLE, "the file cannot be read", e);
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // Something else is thrown already.
        }
    }

    private static FileStoreException missing(FileName name) {
        return new FileStoreException(Kind.MISSING, "there is no file " + name);
    }

    @Override
    public OptionalLong size(FileName name) throws FileStoreException {
        OptionalLong sealed = store.size(name);
        return sealed.isPresent() ? OptionalLong.of(SegmentCipher.openedLength(sealed.getAsLong())) : sealed;
    }

    @Override
    public void delete(FileName name) throws FileStoreException {
        store.delete(name);
    }

    @Override
    public List<FileName> list(Optional<FileName> after, int most) throws FileStoreException {
        return store.list(after, most);
    }

    @Override
    public void close() {
        store.close();
    }
}
