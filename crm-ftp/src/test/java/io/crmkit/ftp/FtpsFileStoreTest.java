package io.crmkit.ftp;

import io.crmkit.spi.file.FileStore;
import java.nio.file.Path;
import java.util.Optional;

/** With TLS; what is sent is fetched again. */
class FtpsFileStoreTest extends ServerContract {
    private TestKeys keys;

    @Override
    ApacheServer started(Path home) {
        keys = TestKeys.make(folder);
        return ApacheServer.start(home, Optional.of(keys));
    }

    @Override
    FileStore store(String directory) {
        return server.secured(keys).directory(directory).readBack().build();
    }
}
