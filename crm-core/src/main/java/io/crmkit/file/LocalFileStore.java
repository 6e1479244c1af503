package io.crmkit.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.crmkit.spi.file.FileContents;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * Files in one directory of this machine, which the store never leaves and which only one application should use. A file
 * is written aside, forced to the disk and then renamed; its directory is forced as well where the system can do that.
 * Links inside are not followed. The file system must tell upper and lower case apart. Calls take as long as the disk
 * takes. Thread-safe, also for several processes.
 */
public final class LocalFileStore implements FileStore {
    private static final String ASIDE = ".part";
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int MOST_LISTED = 1_000;

    private final Path root;
    private final Path aside;

    private LocalFileStore(Path root) throws IOException {
        this.root = root;
        this.aside = root.resolve(ASIDE);
        Files.createDirectories(aside);
        clearAside();
    }

    /**
     * Opens a directory, which is made if it is missing.
     *
     * @throws IllegalStateException if it cannot be used
     */
    public static LocalFileStore in(Path directory) {
        try {
            Files.createDirectories(directory);
            return new LocalFileStore(directory.toRealPath());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the directory cannot be used: " + e.getClass().getSimpleName(), e);
        }
    }

    /** Nobody writes to a file for so long. */
    private void clearAside() throws IOException {
        Path now = Files.createFile(aside.resolve(UUID.randomUUID().toString()));
        Instant limit = Files.getLastModifiedTime(now).toInstant().minus(FORGOTTEN);
        Files.delete(now);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(aside)) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part, NOFOLLOW_LINKS).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    @Override
    public void put(FileName name, long length, InputStream content) throws FileStoreException {
        Path part = aside.resolve(UUID.randomUUID().toString());
        try {
            write(part, length, content);
            makeFolder(name);
            Files.move(part, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder(name));
        } catch (IOException e) {
            throw isFull(length) ? new FileStoreException(Kind.REFUSED, "the disk is full", e) : failure(e);
        } finally {
            deleteQuietly(part);
        }
    }

    private void makeFolder(FileName name) throws IOException, FileStoreException {
        if (!hasFolder(name)) {
            try {
                Files.createDirectory(folder(name));
            } catch (FileAlreadyExistsException e) {
                if (!hasFolder(name)) {
                    throw new FileStoreException(Kind.REFUSED, "something else stands where a directory should be", e);
                }
            }
            force(root);
        }
    }

    /** Says whether the directory of a name is there, and no link to another one. */
    private boolean hasFolder(FileName name) {
        return Files.isDirectory(folder(name), NOFOLLOW_LINKS);
    }

    private boolean isFull(long length) {
        try {
            return Files.getFileStore(root).getUsableSpace() < length;
        } catch (IOException e) {
            return false;
        }
    }

    private static void write(Path part, long length, InputStream content) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            FileContents.copy(content, length, Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    /** So that the name survives a power failure too; systems that cannot do that say so. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no directories; its renaming is durable by itself.
        }
    }

    private static void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // The next start clears it away.
        }
    }

    @Override
    public InputStream open(FileName name, long from) throws FileStoreException {
        if (!hasFolder(name)) {
            throw new FileStoreException(Kind.MISSING, "there is no file " + name);
        }
        try {
            SeekableByteChannel channel =
                    Files.newByteChannel(file(name), Set.of(StandardOpenOption.READ, NOFOLLOW_LINKS));
            if (from < 0 || from > channel.size()) {
                channel.close();
                throw new IllegalArgumentException("from is beyond the file");
            }
            return Channels.newInputStream(channel.position(from));
        } catch (NoSuchFileException e) {
            throw new FileStoreException(Kind.MISSING, "there is no file " + name, e);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public OptionalLong size(FileName name) throws FileStoreException {
        Path file = file(name);
        try {
            boolean there = hasFolder(name) && Files.isRegularFile(file, NOFOLLOW_LINKS);
            return there ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void delete(FileName name) throws FileStoreException {
        try {
            if (hasFolder(name) && Files.deleteIfExists(file(name))) {
                force(folder(name));
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public List<FileName> list(Optional<FileName> after, int most) throws FileStoreException {
        if (most < 1 || most > MOST_LISTED) {
            throw new IllegalArgumentException("most must be 1 to " + MOST_LISTED);
        }
        List<FileName> names = new ArrayList<>();
        for (String folder : names(root)) {
            if (names.size() < most
                    && after.map(name -> shard(name).compareTo(folder) <= 0).orElse(true)) {
                names(root.resolve(folder)).stream()
                        .flatMap(name -> FileName.find(name).stream())
                        .filter(name -> shard(name).equals(folder))
                        .filter(name ->
                                after.map(last -> last.compareTo(name) < 0).orElse(true))
                        .limit(most - names.size())
                        .forEach(names::add);
            }
        }
        return List.copyOf(names);
    }

    /** What is in a directory, in order; neither links nor what is aside. Files in place of directories are empty. */
    private static List<String> names(Path directory) throws FileStoreException {
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(directory, entry -> !Files.isSymbolicLink(entry))) {
            List<String> names = new ArrayList<>();
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
            names.remove(ASIDE);
            names.sort(null);
            return names;
        } catch (NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Path file(FileName name) {
        return folder(name).resolve(name.value());
    }

    private Path folder(FileName name) {
        return root.resolve(shard(name));
    }

    /** Names with the same beginning share a directory, so that none gets too long; the order of names is kept. */
    private static String shard(FileName name) {
        return name.value().substring(0, Math.min(2, name.value().length()));
    }

    private static FileStoreException failure(IOException e) {
        Kind kind = e instanceof AccessDeniedException ? Kind.REFUSED : Kind.UNAVAILABLE;
        return new FileStoreException(
                kind, "the directory failed: " + e.getClass().getSimpleName(), e);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
