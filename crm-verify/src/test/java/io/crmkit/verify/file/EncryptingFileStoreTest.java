package io.crmkit.verify.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.crmkit.file.EncryptingFileStore;
import io.crmkit.spi.file.FileKeys;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import io.crmkit.storage.memory.MemoryFileStore;
import io.crmkit.testkit.FileStoreContract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class EncryptingFileStoreTest extends FileStoreContract {
    private static final FileName NAME = new FileName("aB3dE6gH9jK2mN5pQ8sT-sara-c9.pdf");
    private static final int HEADER = 68;
    private static final int SEALED = 65_536 + 16;

    private final Keys keys = new Keys();
    private final MemoryFileStore behind = MemoryFileStore.create();
    private final FileStore store = EncryptingFileStore.over(behind, keys);

    /** Keys that the test may change. */
    private static final class Keys implements FileKeys {
        final Map<String, SecretKey> all = new TreeMap<>(Map.of("2026", key(1)));
        String current = "2026";

        @Override
        public String current() {
            return current;
        }

        @Override
        public Optional<SecretKey> find(String id) {
            return Optional.ofNullable(all.get(id));
        }
    }

    private static SecretKey key(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return new SecretKeySpec(bytes, "AES");
    }

    @Override
    protected FileStore createStore() {
        return store;
    }

    @Test
    void nothingCanBeReadBehindIt() throws Exception {
        byte[] text = "گذرنامهٔ علی رضایی ".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        put(NAME, text);
        byte[] first = sealed();
        put(NAME, text);

        assertThat(new String(first, StandardCharsets.UTF_8)).doesNotContain("علی", "رضا");
        assertThat(Arrays.copyOfRange(first, HEADER, first.length))
                .as("the same content looks different each time")
                .isNotEqualTo(Arrays.copyOfRange(sealed(), HEADER, first.length));
        assertThat(first).hasSize(HEADER + text.length + 16 * (1 + text.length / 65_536));
    }

    @Test
    void aChangedByteIsNoticedBeforeAWrongOneComesOut() throws Exception {
        byte[] plain = "withdrawal".getBytes(StandardCharsets.UTF_8);
        put(NAME, plain);
        byte[] sealed = sealed();
        for (int i = 0; i < sealed.length; i++) {
            for (int bit : new int[] {1, 128}) {
                byte[] changed = sealed.clone();
                changed[i] ^= (byte) bit;
                assertNoticed(NAME, changed, plain, "byte " + i);
            }
        }
    }

    @Test
    void aCutFileIsNoticed() throws Exception {
        byte[] plain = new byte[3 * 65_536 - 5];
        put(NAME, plain);
        byte[] sealed = sealed();
        for (int length : new int[] {
            0, 1, HEADER, HEADER + 15, HEADER + 16, HEADER + SEALED, HEADER + 2 * SEALED, sealed.length - 1
        }) {
            assertNoticed(NAME, Arrays.copyOf(sealed, length), plain, "cut to " + length);
        }
    }

    @Test
    void segmentsThatWereSwappedRepeatedLeftOutOrAddedAreNoticed() throws Exception {
        byte[] plain = new byte[3 * 65_536];
        Arrays.fill(plain, 65_536, 2 * 65_536, (byte) 1);
        put(NAME, plain);
        byte[] sealed = sealed();

        for (int[] order : new int[][] {{1, 0, 2}, {0, 1, 1}, {0, 0, 1, 2}, {0, 2}, {1, 2}, {0, 1, 2, 2}, {2}}) {
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.write(sealed, 0, HEADER);
            for (int segment : order) {
                changed.write(sealed, HEADER + segment * SEALED, SEALED);
            }
            assertNoticed(NAME, changed.toByteArray(), plain, Arrays.toString(order));
        }
        assertNoticed(NAME, Arrays.copyOf(sealed, sealed.length + 1), plain, "one byte more");
    }

    @Test
    void aFileUnderAnotherNameIsNoticed() throws Exception {
        byte[] plain = {1, 2, 3};
        put(NAME, plain);

        assertNoticed(new FileName("other.pdf"), sealed(), plain, "renamed");
    }

    @Test
    void oldFilesKeepTheirKeyWhenThereIsANewOne() throws Exception {
        put(NAME, new byte[] {1});
        keys.all.put("2027", key(2));
        keys.current = "2027";
        FileName later = new FileName("later.pdf");
        put(later, new byte[] {2});

        assertThat(read(NAME)).containsExactly(1);
        assertThat(read(later)).containsExactly(2);
        keys.all.remove("2026");
        assertThat(read(later)).containsExactly(2);
        assertThatExceptionOfType(FileStoreException.class)
                .isThrownBy(() -> store.open(NAME, 0))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
    }

    @Test
    void withoutAUsableKeyNothingIsStored() throws FileStoreException {
        keys.current = "lost";
        assertThatExceptionOfType(FileStoreException.class).isThrownBy(() -> put(NAME, new byte[1]));
        keys.current = "not an id";
        assertThatExceptionOfType(FileStoreException.class).isThrownBy(() -> put(NAME, new byte[1]));
        keys.current = "short";
        keys.all.put("short", new SecretKeySpec(new byte[16], "AES"));
        assertThatExceptionOfType(FileStoreException.class).isThrownBy(() -> put(NAME, new byte[1]));

        assertThat(behind.list(Optional.empty(), 10)).isEmpty();
    }

    /** What comes out before the failure is a beginning of what was stored. */
    private void assertNoticed(FileName name, byte[] sealed, byte[] plain, String what) throws Exception {
        behind.put(name, sealed.length, new ByteArrayInputStream(sealed));
        ByteArrayOutputStream read = new ByteArrayOutputStream();

        Throwable failure = catchThrowable(() -> {
            try (InputStream in = store.open(name, 0)) {
                in.transferTo(read);
            }
        });

        assertThat(failure).as(what).isInstanceOfAny(FileStoreException.class, IOException.class);
        assertThat(read.toByteArray()).as(what).isEqualTo(Arrays.copyOf(plain, read.size()));
    }

    private byte[] sealed() throws IOException, FileStoreException {
        try (InputStream in = behind.open(NAME, 0)) {
            return in.readAllBytes();
        }
    }

    private byte[] read(FileName name) throws IOException, FileStoreException {
        try (InputStream in = store.open(name, 0)) {
            return in.readAllBytes();
        }
    }

    private void put(FileName name, byte[] bytes) throws FileStoreException {
        store.put(name, bytes.length, new ByteArrayInputStream(bytes));
    }
}
