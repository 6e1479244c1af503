package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The rules of {@link FileStore} as tests. A store passes if a test class of its own extends this one and is green. What
 * happens when a server fails, each store must show by itself.
 */
public abstract class FileStoreContract {
    private static final FileName NAME = new FileName("aB3dE6gH9jK2mN5pQ8sT-sara-c9.png");
    private static final FileName OTHER = new FileName("zB3dE6gH9jK2mN5pQ8sT-sara-c9.pdf");
    private static final int[] LENGTHS = {0, 1, 65_535, 65_536, 65_537, 200_000};

    private final Random random = new Random(20_261_125);
    private FileStore store;

    /** For the test class of a store. */
    @SuppressWarnings("NullAway.Init") // BeforeEach
    protected FileStoreContract() {}

    /** Makes a store without files. Called once for each test. */
    protected abstract FileStore createStore();

    /** Makes the store. */
    @BeforeEach
    final void open() {
        store = createStore();
    }

    /** Closes it twice. */
    @AfterEach
    final void close() {
        store.close();
        store.close();
    }

    @Test
    void aStoredFileComesBackAsItWas() throws Exception {
        for (int length : LENGTHS) {
            byte[] bytes = bytes(length);
            put(NAME, bytes);

            assertArrayEquals(bytes, read(NAME, 0), () -> length + " bytes");
            assertEquals(OptionalLong.of(length), store.size(NAME));
        }
    }

    @Test
    void bytesThatMeanSomethingElsewhereStayAsTheyAre() throws Exception {
        byte[] bytes = new byte[1024];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % 3 == 0 ? '\r' : i % 3 == 1 ? '\n' : i);
        }
        put(NAME, bytes);

        assertArrayEquals(bytes, read(NAME, 0));
    }

    @Test
    void aFileIsReadFromAnywhere() throws Exception {
        byte[] bytes = bytes(200_000);
        put(NAME, bytes);

        for (int from : new int[] {1, 65_535, 65_536, 65_537, 131_072, 199_999, 200_000}) {
            byte[] rest = Arrays.copyOfRange(bytes, from, bytes.length);
            assertArrayEquals(rest, read(NAME, from), () -> "from " + from);
        }
        put(OTHER, bytes(65_536));
        assertEquals(0, read(OTHER, 65_536).length);
    }

    @Test
    void beyondTheEndNothingIsRead() throws Exception {
        put(NAME, bytes(10));

        assertThrows(IllegalArgumentException.class, () -> store.open(NAME, 11));
        assertThrows(IllegalArgumentException.class, () -> store.open(NAME, -1));
    }

    @Test
    void aReaderMayStopEarly() throws Exception {
        put(NAME, bytes(200_000));
        for (int i = 0; i < 20; i++) {
            try (InputStream in = store.open(NAME, 0)) {
                assertFalse(in.read() < 0);
            }
        }

        assertEquals(200_000, read(NAME, 0).length);
    }

    @Test
    void aFileTakesThePlaceOfTheOneBefore() throws Exception {
        put(NAME, bytes(100_000));
        byte[] later = bytes(50);
        put(NAME, later);

        assertArrayEquals(later, read(NAME, 0));
        assertEquals(List.of(NAME), store.list(Optional.empty(), 10));
    }

    @Test
    void contentOfAnotherLengthIsRefusedAndLeavesWhatWasThere() throws Exception {
        byte[] before = bytes(10);
        put(NAME, before);
        for (long wrong : new long[] {0, 99_999, 100_001}) {
            byte[] bytes = bytes(100_000);
            assertThrows(IllegalArgumentException.class, () -> store.put(NAME, wrong, new ByteArrayInputStream(bytes)));
            assertThrows(
                    IllegalArgumentException.class, () -> store.put(OTHER, wrong, new ByteArrayInputStream(bytes)));
        }

        assertArrayEquals(before, read(NAME, 0));
        assertEquals(List.of(NAME), store.list(Optional.empty(), 10));
    }

    @Test
    void contentThatCannotBeReadLeavesWhatWasThere() throws Exception {
        byte[] before = bytes(10);
        put(NAME, before);

        assertThrows(UncheckedIOException.class, () -> store.put(NAME, 100_000, breaking(bytes(100_000))));
        assertThrows(UncheckedIOException.class, () -> store.put(OTHER, 100_000, breaking(bytes(100_000))));

        assertArrayEquals(before, read(NAME, 0));
        assertEquals(OptionalLong.empty(), store.size(OTHER));
    }

    @Test
    void theContentIsNotClosed() throws Exception {
        List<String> closed = new ArrayList<>();
        InputStream content = new FilterInputStream(new ByteArrayInputStream(bytes(10))) {
            @Override
            public void close() {
                closed.add("closed");
            }
        };

        store.put(NAME, 10, content);

        assertEquals(List.of(), closed);
    }

    @Test
    void aMissingFileIsSaidToBeMissing() throws Exception {
        put(NAME, bytes(10));

        assertEquals(
                Kind.MISSING,
                assertThrows(FileStoreException.class, () -> store.open(OTHER, 0))
                        .kind());
        assertEquals(OptionalLong.empty(), store.size(OTHER));
        store.delete(OTHER);
    }

    @Test
    void aDeletedFileIsGone() throws Exception {
        put(NAME, bytes(10));
        put(OTHER, bytes(11));

        store.delete(NAME);
        store.delete(NAME);

        assertEquals(OptionalLong.empty(), store.size(NAME));
        assertEquals(List.of(OTHER), store.list(Optional.empty(), 10));
    }

    @Test
    void filesAreListedInTheOrderOfTheirNames() throws Exception {
        List<FileName> names = new ArrayList<>();
        for (String name : List.of("A", "AB", "Aa", "a", "a-b", "a.b", "a0", "aA", "a_b", "aa", "ab", "b", "z9")) {
            names.add(new FileName(name));
        }
        List<FileName> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, random);
        for (FileName name : shuffled) {
            put(name, bytes(5));
        }

        assertEquals(names, store.list(Optional.empty(), 1_000));
        for (int most : new int[] {1, 3, 13}) {
            assertEquals(names, pages(most));
        }
        assertEquals(List.of(), store.list(Optional.of(new FileName("z9")), 10));
        assertEquals(names.subList(3, 5), store.list(Optional.of(new FileName("Z")), 2));
        assertThrows(IllegalArgumentException.class, () -> store.list(Optional.empty(), 0));
        assertThrows(IllegalArgumentException.class, () -> store.list(Optional.empty(), 1_001));
    }

    private List<FileName> pages(int most) throws FileStoreException {
        List<FileName> all = new ArrayList<>();
        List<FileName> page = store.list(Optional.empty(), most);
        while (!page.isEmpty()) {
            all.addAll(page);
            assertTrue(all.size() < 100, "the list has no end");
            page = store.list(Optional.of(page.get(page.size() - 1)), most);
        }
        return all;
    }

    @Test
    void manyMayWorkAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                FileName name = new FileName("t" + t);
                byte[] bytes = bytes(100_000 + t);
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 5; i++) {
                        put(name, bytes);
                        assertArrayEquals(bytes, read(name, 0));
                    }
                    return true;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdown();
        }
        assertEquals(4, store.list(Optional.empty(), 10).size());
    }

    @Test
    void twoWritersOfOneNameLeaveOneWholeFile() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        byte[] one = bytes(150_000);
        byte[] two = bytes(150_001);
        try {
            for (int i = 0; i < 5; i++) {
                Future<?> first = threads.submit(() -> put(NAME, one));
                Future<?> second = threads.submit(() -> put(NAME, two));
                first.get();
                second.get();
                byte[] found = read(NAME, 0);
                assertArrayEquals(found.length == one.length ? one : two, found);
            }
        } finally {
            threads.shutdown();
        }
    }

    private boolean put(FileName name, byte[] bytes) throws FileStoreException {
        store.put(name, bytes.length, new ByteArrayInputStream(bytes));
        return true;
    }

    private byte[] read(FileName name, long from) throws FileStoreException, IOException {
        try (InputStream in = store.open(name, from)) {
            return in.readAllBytes();
        }
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Breaks in the middle. */
    private static InputStream breaking(byte[] bytes) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            private int left = bytes.length / 2;

            @Override
            public int read() throws IOException {
                take(1);
                return super.read();
            }

            @Override
            public int read(byte[] into, int offset, int count) throws IOException {
                take(Math.min(count, 10_000));
                return super.read(into, offset, Math.min(count, 10_000));
            }

            private void take(int count) throws IOException {
                left -= count;
                if (left < 0) {
                    throw new IOException("planned");
                }
            }
        };
    }
}
