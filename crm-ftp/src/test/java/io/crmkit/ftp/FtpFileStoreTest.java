package io.crmkit.ftp;

import io.crmkit.spi.file.FileStore;
import java.nio.file.Path;

/** Without TLS. */
class FtpFileStoreTest extends ServerContract {
    @Override
    ApacheServer started(Path home) {
        return ApacheServer.start(home);
    }

    @Override
    FileStore store(String directory) {
        return server.plain().directory(directory).build();
    }
}
