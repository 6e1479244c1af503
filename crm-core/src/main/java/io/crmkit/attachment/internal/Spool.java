package io.crmkit.attachment.internal;

import io.crmkit.attachment.FileUnavailableException;
import io.crmkit.attachment.StoredName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory of files on their way: temporary ones, which a restart clears away, and whole ones that wait for their
 * delivery under their stored names. It belongs to one process, which holds its lock. Thread-safe.
 */
final class Spool implements AutoCloseable {
    private static final String LOCK = "spool.lock";
    private static final String TEMPORARY = ".tmp";
    /**
     * The directories that this process uses: where a second channel to a locked file is closed, some systems give back the
     * lock of the first.
     */
    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final long maxBytes;
    private final FileChannel lock;
    private final String id;
    private final AtomicLong used = new AtomicLong();

    private Spool(Path directory, long maxBytes, FileChannel lock, String id) {
        this.directory = directory;
        this.maxBytes = maxBytes;
        this.lock = lock;
        this.id = id;
    }

    /**
     * Takes a directory, which is made if it is not there.
     *
     * @throws IllegalStateException if it cannot be used, or somebody else uses it
     */
    static Spool open(Path directory, long maxBytes) {
        FileChannel lock = null;
        Path taken = null;
        try {
            make(directory);
            Path real = directory.toRealPath();
            if (!TAKEN.add(real)) {
                throw new OverlappingFileLockException();
            }
            taken = real;
            lock = FileChannel.open(
                    directory.resolve(LOCK),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock held = lock.tryLock();
            if (held == null) {
                throw new OverlappingFileLockException();
            }
            Spool spool = new Spool(real, maxBytes, lock, id(lock));
            spool.clear();
            return spool;
        } catch (OverlappingFileLockException e) {
            giveBack(taken, lock);
            throw new IllegalStateException(
                    "the spool directory " + directory + " is in use by another CRM: give each one of its own", e);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            giveBack(taken, lock);
            throw new IllegalStateException("the spool directory " + directory + " cannot be used", e);
        }
    }

    private static void make(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Files.createDirectories(directory);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** The id stands in the locked file, so that it moves with the directory. */
    private static String id(FileChannel lock) throws IOException {
        ByteBuffer present = ByteBuffer.allocate(36);
        while (present.hasRemaining() && lock.read(present) >= 0) {
            // goes on until the id is read or there is no more
        }
        if (!present.hasRemaining()) {
            return UUID.fromString(new String(present.array(), StandardCharsets.US_ASCII))
                    .toString();
        }
        String made = UUID.randomUUID().toString();
        lock.truncate(0);
        lock.write(ByteBuffer.wrap(made.getBytes(StandardCharsets.US_ASCII)), 0);
        lock.force(true);
        return made;
    }

    private static void giveBack(@Nullable Path taken, @Nullable FileChannel lock) {
        closeQuietly(lock);
        if (taken != null) {
            TAKEN.remove(taken);
        }
    }

    private static void closeQuietly(@Nullable FileChannel lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            // the directory was not usable anyway
        }
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().endsWith(TEMPORARY)) {
                    Files.delete(file);
                } else if (name(file).isPresent()) {
                    used.addAndGet(Files.size(file));
                }
            }
        }
    }

    /** What records know it by. */
    String id() {
        return id;
    }

    /**
     * Makes room for a temporary file of so many bytes.
     *
     * @throws FileUnavailableException if there is none
     */
    Temporary temporary(long most) {
        if (used.addAndGet(most) > maxBytes) {
            used.addAndGet(-most);
            throw new FileUnavailableException("the spool directory is full: files wait for the file store");
        }
        try {
            return new Temporary(Files.createTempFile(directory, "way", TEMPORARY), most, used);
        } catch (IOException e) {
            used.addAndGet(-most);
            throw new FileUnavailableException("the spool directory cannot be written", e);
        }
    }

    /**
     * Keeps a temporary file under a name: it is on the disk for good when this returns.
     *
     * @throws FileUnavailableException if it cannot be kept; nothing is then
     */
    void keep(Temporary file, StoredName name, Instant now) {
        try {
            try (FileChannel content = FileChannel.open(file.path(), StandardOpenOption.WRITE)) {
                content.force(true);
            }
            Files.setLastModifiedTime(file.path(), FileTime.from(now));
            long size = Files.size(file.path());
            Files.move(file.path(), path(name), StandardCopyOption.ATOMIC_MOVE);
            used.addAndGet(size);
            forceDirectory();
        } catch (IOException e) {
            remove(name);
            throw new FileUnavailableException("the spool directory cannot be written", e);
        }
    }

    private void forceDirectory() throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }

    /** The file that waits under a name. */
    Optional<Path> find(StoredName name) {
        return Optional.of(path(name)).filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
    }

    /** Removes a file that waits no longer, now or, where it cannot be removed now, a day later. */
    void remove(StoredName name) {
        try {
            Path file = path(name);
            long size = Files.size(file);
            if (Files.deleteIfExists(file)) {
                used.addAndGet(-size);
            }
        } catch (NoSuchFileException e) {
            // gone already
        } catch (IOException e) {
            System.getLogger(Spool.class.getName())
                    .log(System.Logger.Level.WARNING, "a file stays in the spool directory: {0}", e.getClass());
        }
    }

    /** The names of files that came before a time, at most so many. */
    List<StoredName> before(Instant limit, int most) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> modified(file).isBefore(limit))
                    .flatMap(file -> name(file).stream())
                    .sorted((a, b) -> a.value().compareTo(b.value()))
                    .limit(most)
                    .toList();
        } catch (IOException e) {
            throw new FileUnavailableException("the spool directory cannot be read", e);
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        } catch (IOException e) {
            return Instant.MAX; // gone meanwhile
        }
    }

    private static Optional<StoredName> name(Path file) {
        return StoredName.find(file.getFileName().toString());
    }

    private Path path(StoredName name) {
        return directory.resolve(name.value());
    }

    @Override
    public void close() {
        giveBack(directory, lock);
    }
}
