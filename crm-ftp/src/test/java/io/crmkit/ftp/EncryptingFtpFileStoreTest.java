package io.crmkit.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.file.EncryptingFileStore;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
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
