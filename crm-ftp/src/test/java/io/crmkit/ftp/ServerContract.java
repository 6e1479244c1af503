package io.crmkit.ftp;

import io.crmkit.spi.file.FileStore;
import io.crmkit.testkit.FileStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a complete server, in a directory of its own for each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerContract extends FileStoreContract {
    Path folder;
    ApacheServer server;
    private int stores;

    /** Starts the server of this class, whose files lie in that directory. */
    abstract ApacheServer started(Path home);

    /** Makes a store in that directory. */
    abstract FileStore store(String directory);

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        server = started(folder.resolve("home"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Override
    protected final FileStore createStore() {
        stores++;
        return store("crm/files" + stores);
    }

    /** Where the last store's files lie. */
    final Path files() {
        return folder.resolve("home/crm/files" + stores);
    }
}
