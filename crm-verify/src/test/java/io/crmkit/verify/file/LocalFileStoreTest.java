package io.crmkit.verify.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.file.LocalFileStore;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import io.crmkit.testkit.FileStoreContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFileStoreTest extends FileStoreContract {
    private static final FileName NAME = new FileName("secret");

    @TempDir
    Path folder;

    @Override
    protected FileStore createStore() {
        return LocalFileStore.in(folder.resolve("files"));
    }

    @Test
    void filesAreThereAfterOpeningAnew() throws FileStoreException {
        try (LocalFileStore store = LocalFileStore.in(folder.resolve("files"))) {
            store.put(NAME, 3, new ByteArrayInputStream(new byte[3]));
        }
        try (LocalFileStore store = LocalFileStore.in(folder.resolve("files"))) {
            assertThat(store.list(Optional.empty(), 10)).isEqualTo(List.of(NAME));
        }
    }

    @Test
    void nothingIsLeftAsideByAnAttemptThatFailed() throws IOException {
        try (LocalFileStore store = LocalFileStore.in(folder.resolve("files"))) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> store.put(NAME, 2, new ByteArrayInputStream(new byte[3])));
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftAsideIsClearedAwayAfterAnHour() throws IOException {
        LocalFileStore.in(folder.resolve("files")).close();
        Path fresh = Files.createFile(folder.resolve("files/.part/fresh"));
        Path old = Files.createFile(folder.resolve("files/.part/old"));
        Files.setLastModifiedTime(old, FileTime.fromMillis(System.currentTimeMillis() - 3_700_000));

        LocalFileStore.in(folder.resolve("files")).close();

        assertThat(files()).containsExactly(fresh);
    }

    @Test
    void linksAreNotFollowed() throws IOException, FileStoreException {
        Path outside = Files.writeString(folder.resolve("outside"), "secret");
        try (LocalFileStore store = LocalFileStore.in(folder.resolve("files"))) {
            Files.createDirectories(folder.resolve("files/se"));
            Files.createSymbolicLink(folder.resolve("files/se/secret"), outside);

            assertThat(store.size(NAME)).isEmpty();
            assertThat(store.list(Optional.empty(), 10)).isEmpty();
            assertThatExceptionOfType(FileStoreException.class).isThrownBy(() -> store.open(NAME, 0));
            store.put(NAME, 1, new ByteArrayInputStream(new byte[1]));
        }
        assertThat(outside).hasContent("secret");
    }

    @Test
    void aDirectoryThatIsALinkIsNotFollowed() throws IOException, FileStoreException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
        try (LocalFileStore store = LocalFileStore.in(folder.resolve("files"))) {
            Files.createSymbolicLink(folder.resolve("files/se"), outside);

            assertThat(store.size(NAME)).isEmpty();
            assertThat(store.list(Optional.empty(), 10)).isEmpty();
            store.delete(NAME);
            assertThatExceptionOfType(FileStoreException.class)
                    .isThrownBy(() -> store.open(NAME, 0))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.MISSING));
            assertThatExceptionOfType(FileStoreException.class)
                    .isThrownBy(() -> store.put(NAME, 1, new ByteArrayInputStream(new byte[1])))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
        }
        assertThat(outside.resolve("secret")).hasContent("secret");
    }

    @Test
    void whatSomebodyElsePutThereIsNotListed() throws IOException, FileStoreException {
        try (LocalFileStore store = LocalFileStore.in(folder.resolve("files"))) {
            store.put(NAME, 1, new ByteArrayInputStream(new byte[1]));
            Files.createFile(folder.resolve("files/notes.txt"));
            Files.createFile(folder.resolve("files/se/.hidden"));
            Files.createFile(folder.resolve("files/se/other"));
            Files.createDirectory(folder.resolve("files/پرونده"));

            assertThat(store.list(Optional.empty(), 10)).isEqualTo(List.of(NAME));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("files"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
