package io.crmkit.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** The directory of this JVM alone. It is deleted with the JVM, after the servers in it were stopped. */
final class PrivateDirectory {
    private static final System.Logger LOG = System.getLogger(PrivateDirectory.class.getName());
    private static final Path ROOT = create();
    private static final Deque<Runnable> LAST_DEEDS = new ArrayDeque<>();

    private PrivateDirectory() {}

    /** The path of a directory or file in it. */
    static Path resolve(String name) {
        return ROOT.resolve(name);
    }

    /** What must be done before the directory goes; the latest first. */
    static void beforeDeletion(Runnable deed) {
        synchronized (LAST_DEEDS) {
            LAST_DEEDS.push(deed);
        }
    }

    /** Deletes a directory with all in it; one that is not there is fine. */
    static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            List<Path> leavesFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : leavesFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path create() {
        try {
            Path root = Files.createTempDirectory("crmkit-servers-").toAbsolutePath();
            Runtime.getRuntime().addShutdownHook(new Thread(PrivateDirectory::clear, "crmkit-servers-end"));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear() {
        List<Runnable> deeds;
        synchronized (LAST_DEEDS) {
            deeds = List.copyOf(LAST_DEEDS);
        }
        deeds.forEach(PrivateDirectory::attempt);
        attempt(() -> delete(ROOT));
    }

    private static void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Something of a test server is left over in " + ROOT, e);
        }
    }
}
