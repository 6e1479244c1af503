package io.crmkit.storage.memory;

import io.crmkit.spi.file.FileContents;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Files on the heap, for tests and demos: gone with the process. Thread-safe; no call waits for anything. */
public final class MemoryFileStore implements FileStore {
    private static final int MOST_LISTED = 1_000;

    private final NavigableMap<FileName, byte[]> files = new ConcurrentSkipListMap<>();
    private final AtomicLong used = new AtomicLong();
    private final long capacity;

    private MemoryFileStore(long capacity) {
        this.capacity = capacity;
    }

    /** As many files as the heap holds. */
    public static MemoryFileStore create() {
        return withCapacity(Long.MAX_VALUE);
    }

    /** So many bytes in all; what does not fit is refused, as by a full disk. */
    public static MemoryFileStore withCapacity(long bytes) {
        return new MemoryFileStore(bytes);
    }

    @Override
    public void put(FileName name, long length, InputStream content) throws FileStoreException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            FileContents.copy(content, length, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (used.addAndGet(length) > capacity) {
            used.addAndGet(-length);
            throw new FileStoreException(Kind.REFUSED, "the store is full");
        }
        release(files.put(name, bytes.toByteArray()));
    }

    private void release(byte @Nullable [] bytes) {
        if (bytes != null) {
            used.addAndGet(-bytes.length);
        }
    }

    @Override
    public InputStream open(FileName name, long from) throws FileStoreException {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new FileStoreException(Kind.MISSING, "there is no file " + name);
        }
        if (from < 0 || from > bytes.length) {
            throw new IllegalArgumentException("from is beyond the file");
        }
        return new ByteArrayInputStream(bytes, (int) from, bytes.length - (int) from);
    }

    @Override
    public OptionalLong size(FileName name) {
        byte[] bytes = files.get(name);
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes.length);
    }

    @Override
    public void delete(FileName name) {
        release(files.remove(name));
    }

    @Override
    public List<FileName> list(Optional<FileName> after, int most) {
        if (most < 1 || most > MOST_LISTED) {
            throw new IllegalArgumentException("most must be 1 to " + MOST_LISTED);
        }
        return after.map(name -> files.tailMap(name, false)).orElse(files).keySet().stream()
                .limit(most)
                .toList();
    }

    @Override
    public void close() {
        // Stays usable: the files are only here.
    }
}
