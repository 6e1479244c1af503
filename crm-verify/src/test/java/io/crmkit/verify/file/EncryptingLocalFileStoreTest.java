package io.crmkit.verify.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.file.EncryptingFileStore;
import io.crmkit.file.LocalFileStore;
import io.crmkit.spi.file.FileKeys;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.testkit.FileStoreContract;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealed files in a directory: the same contract, and nothing that can be read on the disk. */
class EncryptingLocalFileStoreTest extends FileStoreContract {
    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");

    @TempDir
    Path folder;

    /** One key for all files. */
    private static final class OneKey implements FileKeys {
        @Override
        public String current() {
            return "2026";
        }

        @Override
        public Optional<SecretKey> find(String id) {
            return id.equals("2026") ? Optional.of(KEY) : Optional.empty();
        }
    }

    @Override
    protected FileStore createStore() {
        return EncryptingFileStore.over(LocalFileStore.in(folder.resolve("files")), new OneKey());
    }

    @Test
    void nothingCanBeReadOnTheDisk() throws Exception {
        byte[] text = "கடவுச்சீட்டு علی رضایی ".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        try (FileStore store = createStore()) {
            store.put(new FileName("a.pdf"), text.length, new ByteArrayInputStream(text));
        }

        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().equals("a.pdf"))
                    .toList();
            assertThat(files).hasSize(1);
            assertThat(Files.readString(files.get(0), StandardCharsets.ISO_8859_1))
                    .doesNotContain(new String("علی".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
    }
}
