package io.crmkit.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import io.crmkit.testkit.FileStoreContract;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The contract on a server that others made, and what only such a server can show. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DebianContract extends FileStoreContract {
    private static final FileName NAME = new FileName("aB3dE6gH9jK2mN5pQ8sT-sara-c9.pdf");
    private static final String PASSWORD = "crm";

    private final String name;
    private final String address;
    private final boolean secured;
    private DebianServer server;
    private int stores;

    DebianContract(String name, String address, boolean secured) {
        this.name = name;
        this.address = address;
        this.secured = secured;
    }

    @BeforeAll
    void startServer() {
        server = DebianServer.start(name, address, secured);
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @Override
    protected FileStore createStore() {
        stores++;
        return server.store(PASSWORD).directory(directory()).build();
    }

    private String directory() {
        return "upload/crm/files" + stores;
    }

    @Test
    void theLargestAttachmentComesBackAsItWas() throws Exception {
        byte[] bytes = new byte[5 * 1024 * 1024];
        new Random(1).nextBytes(bytes);
        try (FileStore store =
                server.store(PASSWORD).directory(directory()).readBack().build()) {
            store.put(NAME, bytes.length, new ByteArrayInputStream(bytes));

            try (InputStream in = store.open(NAME, 0)) {
                assertThat(in.readAllBytes()).isEqualTo(bytes);
            }
        }
        assertThat(server.onDisk(directory() + "/aB/" + NAME)).hasBinaryContent(bytes);
    }

    @Test
    void whatOthersPutThereIsNotListed() throws Exception {
        try (FileStore store = createStore()) {
            store.put(NAME, 1, new ByteArrayInputStream(new byte[1]));
            Path shard = server.onDisk(directory() + "/aB");
            Files.write(shard.resolve("of others.txt"), new byte[1]);
            Files.write(shard.resolve("aBنامه.pdf"), new byte[1]);
            Files.createDirectory(shard.resolve(".hidden"));

            assertThat(store.list(Optional.empty(), 10)).containsExactly(NAME);
        }
    }

    @Test
    void manySmallFilesAreListedInPages() throws Exception {
        try (FileStore store = createStore()) {
            for (int i = 0; i < 120; i++) {
                store.put(new FileName("n" + i), 1, new ByteArrayInputStream(new byte[1]));
            }
            List<FileName> first = store.list(Optional.empty(), 100);
            List<FileName> second = store.list(Optional.of(first.get(99)), 100);

            assertThat(first).hasSize(100).isSorted();
            assertThat(second).hasSize(20).isSorted().doesNotContainAnyElementsOf(first);
        }
    }

    @Test
    void whereNothingMayBeWrittenAFileIsRefused() throws Exception {
        Path locked = server.onDisk("upload/locked" + stores);
        Files.createDirectory(
                locked, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        try (FileStore store =
                server.store(PASSWORD).directory("upload/locked" + stores).build()) {
            assertThatExceptionOfType(FileStoreException.class)
                    .isThrownBy(() -> store.put(NAME, 1, new ByteArrayInputStream(new byte[1])))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndNotRepeated() {
        assumeFalse(name.equals("vsftpd"), "takes any password here");
        try (FileStore store = server.store("s3cret").directory(directory()).build()) {
            assertThatExceptionOfType(FileStoreException.class)
                    .isThrownBy(() -> store.size(NAME))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                    .satisfies(e -> assertThat(e).hasMessageNotContaining("s3cret"));
        }
    }
}
