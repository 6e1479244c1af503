package io.crmkit.ftp;

import io.crmkit.spi.file.FileStore;
import io.crmkit.testkit.FileStoreContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** With TLS, on a complete server; what is sent is fetched again. */
class FtpsFileStoreTest extends FileStoreContract {
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
        return server.secured(keys).directory("crm/files" + stores).readBack().build();
    }
}
