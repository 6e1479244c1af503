package io.crmkit.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import io.crmkit.testkit.FileStoreContract;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

class MemoryFileStoreTest extends FileStoreContract {
    @Override
    protected FileStore createStore() {
        return MemoryFileStore.create();
    }

    @Test
    void whatDoesNotFitIsRefused() throws FileStoreException {
        try (MemoryFileStore store = MemoryFileStore.withCapacity(10)) {
            put(store, "a", 6);
            assertThatExceptionOfType(FileStoreException.class)
                    .isThrownBy(() -> put(store, "b", 5))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
            store.delete(new FileName("a"));
            put(store, "b", 5);
            put(store, "b", 5);
        }
    }

    private static void put(FileStore store, String name, int length) throws FileStoreException {
        store.put(new FileName(name), length, new ByteArrayInputStream(new byte[length]));
    }
}
