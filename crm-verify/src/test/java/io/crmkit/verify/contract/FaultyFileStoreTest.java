package io.crmkit.verify.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import io.crmkit.storage.memory.MemoryFileStore;
import io.crmkit.testkit.FaultyFileStore;
import io.crmkit.testkit.FaultyStorage.Moment;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a host's tests can make a file store do wrong. */
class FaultyFileStoreTest {
    private static final FileName NAME = new FileName("aB3dE6gH9jK2mN5pQ8sT-sara-c9.png");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final MemoryFileStore target = MemoryFileStore.create();
    private final FaultyFileStore store = new FaultyFileStore(target);

    @Test
    void beforeItTakesEffectNothingIsStored() {
        FileStoreException full = new FileStoreException(Kind.REFUSED, "planned");
        store.failAtCall(1, Moment.BEFORE, full);

        assertThatThrownBy(() -> put(10)).isSameAs(full);

        assertThat(target.size(NAME)).isEmpty();
        assertThat(store.armed()).isFalse();
    }

    @Test
    void afterItTookEffectTheFileIsThere() {
        AssertionError error = new AssertionError("planned");
        store.failAtCall(1, Moment.AFTER, error);

        assertThatThrownBy(() -> put(10)).isSameAs(error);

        assertThat(target.size(NAME)).isEqualTo(OptionalLong.of(10));
    }

    @Test
    void anyCallMayFailAndOnlyThatOne() throws Exception {
        IllegalStateException planned = new IllegalStateException("planned");
        put(10);
        List<Call> calls = List.of(
                () -> put(10),
                () -> store.open(NAME, 0).close(),
                () -> store.size(NAME),
                () -> store.list(Optional.empty(), 10),
                () -> store.delete(NAME));
        for (Moment moment : Moment.values()) {
            for (int failing = 0; failing < calls.size(); failing++) {
                store.failAtCall(failing + 1, moment, planned);
                for (int i = 0; i < calls.size(); i++) {
                    if (i == failing) {
                        assertThatThrownBy(calls.get(i)::make).isSameAs(planned);
                    } else {
                        calls.get(i).make();
                    }
                }
                put(10);
            }
        }
        assertThat(store.calls()).isEqualTo(1 + 2 * 5 * 6);
    }

    @Test
    void aFileIsCutOnItsWayIn() {
        for (long bytes : new long[] {0, 1, 99_999, 100_000, 1_000_000}) {
            store.cutAtCall(1, bytes);

            assertThatExceptionOfType(FileStoreException.class)
                    .isThrownBy(() -> put(100_000))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
            assertThat(target.size(NAME)).as("cut after %s bytes", bytes).isEmpty();
        }
    }

    @Test
    void aFileIsCutOnItsWayOut() throws Exception {
        put(100_000);
        for (int bytes : new int[] {0, 1, 99_999, 100_000, 1_000_000}) {
            store.cutAtCall(1, bytes);

            try (InputStream in = store.open(NAME, 0)) {
                int passing = Math.min(bytes, 100_000);
                assertThat(in.readNBytes(passing)).hasSize(passing);
                assertThatThrownBy(in::read).isInstanceOf(IOException.class);
            }
        }
        try (InputStream in = store.open(NAME, 0)) {
            assertThat(in.readAllBytes()).hasSize(100_000);
        }
    }

    @Test
    void aCutAtACallWithoutAFileDoesNothing() throws Exception {
        put(10);
        store.cutAtCall(1, 5);

        assertThatThrownBy(() -> store.delete(NAME)).isInstanceOf(FileStoreException.class);

        assertThat(target.size(NAME)).isEqualTo(OptionalLong.of(10));
    }

    @Test
    void contentThatCannotBeReadIsNoCut() {
        store.cutAtCall(1, 1_000);
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] into, int offset, int count) throws IOException {
                throw new IOException("planned");
            }
        };

        assertThatThrownBy(() -> store.put(NAME, 10, broken)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aSilentStoreHoldsOneCallUntilItIsHealed() throws Exception {
        for (Moment moment : Moment.values()) {
            store.silenceAtCall(1, moment, LONG);
            assertThat(store.armed()).isTrue();
            CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(this::putUnchecked);

            assertThat(store.awaitSilence(LONG)).isTrue();
            assertThat(store.size(new FileName("other")))
                    .as("other calls go on")
                    .isEmpty();
            assertThat(waiting).isNotDone();
            assertThat(store.armed()).isFalse();
            store.heal();

            assertThatThrownBy(waiting::join)
                    .isInstanceOf(CompletionException.class)
                    .hasRootCauseInstanceOf(FileStoreException.class);
            assertThat(target.size(NAME).isPresent()).isEqualTo(moment == Moment.AFTER);
        }
    }

    @Test
    void aSilenceEndsByItselfAndByAnInterrupt() {
        store.silenceAtCall(1, Moment.BEFORE, Duration.ofMillis(1));
        assertThatThrownBy(() -> put(10)).isInstanceOf(FileStoreException.class);

        store.silenceAtCall(1, Moment.BEFORE, LONG);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> put(10)).isInstanceOf(FileStoreException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(target.size(NAME)).isEmpty();
    }

    @Test
    void aFaultThatIsTakenBackDoesNotHappen() throws Exception {
        store.failAtCall(1, Moment.BEFORE, new IllegalStateException("planned"));
        store.heal();

        put(10);

        assertThat(store.awaitSilence(Duration.ZERO)).isFalse();
        assertThat(target.size(NAME)).isPresent();
    }

    @Test
    void aFileThatIsOpenWhenTheFaultHappensIsClosed() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        put(10);
        FaultyFileStore outer = new FaultyFileStore(closing(closed));
        outer.failAtCall(1, Moment.AFTER, new IllegalStateException("planned"));

        assertThatThrownBy(() -> outer.open(NAME, 0)).isInstanceOf(IllegalStateException.class);

        assertThat(closed).hasValue(1);
    }

    @Test
    void whatNoStoreThrowsIsRefused() {
        assertThatThrownBy(() -> store.failAtCall(1, Moment.BEFORE, new IOException()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.failAtCall(0, Moment.BEFORE, new AssertionError()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.cutAtCall(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private void put(int length) throws FileStoreException {
        store.put(NAME, length, new ByteArrayInputStream(new byte[length]));
    }

    private boolean putUnchecked() {
        try {
            put(10);
            return true;
        } catch (FileStoreException e) {
            throw new CompletionException(e);
        }
    }

    /** Counts how often what it opens is closed. */
    private FileStore closing(AtomicInteger closed) {
        return (FileStore) Proxy.newProxyInstance(
                FileStore.class.getClassLoader(),
                new Class<?>[] {FileStore.class},
                (proxy, method, arguments) -> new FilterInputStream(target.open(NAME, 0)) {
                    @Override
                    public void close() throws IOException {
                        closed.incrementAndGet();
                        super.close();
                    }
                });
    }

    /** One call, failing or not. */
    private interface Call {
        void make() throws Exception;
    }
}
