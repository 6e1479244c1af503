package io.crmkit.verify;

import io.crmkit.file.AttachmentSettings;
import io.crmkit.storage.memory.MemoryFileStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files for CRMs that are made by the hundred, and one to attach: each store on the heap, with a spool directory of its own until the end. */
public final class Spools {
    private static final Path ROOT = root();

    private Spools() {}

    /** Settings that no other CRM uses. */
    public static AttachmentSettings fresh() {
        try {
            return AttachmentSettings.of(MemoryFileStore.create(), Files.createTempDirectory(ROOT, "spool"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture of a point, to be attached. */
    public static InputStream picture() {
        return new ByteArrayInputStream(
                Base64.getDecoder()
                        .decode(
                                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="));
    }

    private static Path root() {
        try {
            Path root = Files.createTempDirectory("crmkit-spools");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(root)));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> files = all.sorted(Comparator.reverseOrder()).toList();
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
