package io.crmkit.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.file.EncryptingFileStore;
import io.crmkit.spi.file.FileKeys;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
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
import org.junit.jupiter.api.Test;

/** Encrypted on the way and over there. */
class EncryptingFtpFileStoreTest extends ServerContract {
    private static final FileName NAME = new FileName("aB3dE6gH9jK2mN5pQ8sT-sara-c9.pdf");

    private TestKeys keys;

    @Override
    ApacheServer started(Path home) {
        keys = TestKeys.make(folder);
        return ApacheServer.start(home, Optional.of(keys));
    }

    @Override
    FileStore store(String directory) {
        return EncryptingFileStore.over(
                server.secured(keys).directory(directory).build(), new OneKey());
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

        try (Stream<Path> files = Files.walk(files())) {
            Path stored = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            assertThat(Files.size(stored)).isGreaterThan(text.length);
            assertThat(new String(Files.readAllBytes(stored), StandardCharsets.UTF_8))
                    .doesNotContain("گذرنامه", "கடவு", "passport");
        }
    }
}
