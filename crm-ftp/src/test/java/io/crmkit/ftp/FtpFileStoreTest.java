package io.crmkit.ftp;

import io.crmkit.spi.file.FileStore;
import io.crmkit.testkit.FileStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Without TLS, on a complete server. */
class FtpFileStoreTest extends FileStoreContract {
    @TempDir
    static Path folder;

    private static ApacheServer server;
    private static int stores;

    @BeforeAll
    static void start() {
        server = ApacheServer.start(folder.resolve("home"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected FileStore createStore() {
        stores++;
        return server.plain().directory("crm/files" + stores).build();
    }
}
