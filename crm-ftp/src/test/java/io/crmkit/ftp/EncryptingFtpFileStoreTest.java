package io.crmkit.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.file.EncryptingFileStore;
import io.crmkit.spi.file.FileKeys;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.testkit.FileStoreContract;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted on the way and over there. */
class EncryptingFtpFileStoreTest extends FileStoreContract {
    private static final FileName NAME = new FileName("aB3dE6gH9jK2mN5pQ8sT-sara-c9.pdf");

    @TempDir
    static Path folder;

    private static ApacheServer server;
    private static TestKeys keys;
    private static int stores;

    @BeforeAll
    static void start() {
        keys = TestKeys.make(folder);
        server = ApacheServer.start(folder.resolve("home"), Optional.of(keys));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected FileStore createStore() {
        stores++;
        return EncryptingFileStore.over(
                server.secured(keys).directory("crm/files" + stores).build(), new OneKey());
    }

    private static final class OneKey implements FileKeys {
        @Override
        public String current() {
            return "2026";
        }

        @Override
        public Optional<SecretKey> find(String id) {
            byte[] bytes = new byte[32];
            Arrays.fill(bytes, (byte) 7);
            return id.equals("2026") ? Optional.of(new SecretKeySpec(bytes, "AES")) : Optional.empty();
        }
    }

    @Test
    void noByteOfTheTextIsOnTheServersDisk() throws Exception {
        byte[] text =
                "گذرنامهٔ علی رضایی — கடவுச்சீட்டு — passport ".repeat(3_000).getBytes(StandardCharsets.UTF_8);
        try (FileStore store = createStore()) {
            store.put(NAME, text.length, new ByteArrayInputStream(text));
            try (InputStream in = store.open(NAME, 0)) {
                assertThat(in.readAllBytes()).isEqualTo(text);
            }
        }

        try (Stream<Path> files = Files.walk(folder.resolve("home/crm/files" + stores))) {
            Path stored = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            assertThat(Files.size(stored)).isGreaterThan(text.length);
            assertThat(new String(Files.readAllBytes(stored), StandardCharsets.UTF_8))
                    .doesNotContain("گذرنامه", "கடவு", "passport");
        }
    }
}
