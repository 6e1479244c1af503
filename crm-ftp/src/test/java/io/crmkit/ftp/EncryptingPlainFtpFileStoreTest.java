package io.crmkit.ftp;

import io.crmkit.file.EncryptingFileStore;
import io.crmkit.spi.file.FileStore;
import java.nio.file.Path;

/** Encrypted over there, without TLS on the way. */
class EncryptingPlainFtpFileStoreTest extends ServerContract {
    @Override
    ApacheServer started(Path home) {
        return ApacheServer.start(home);
    }

    @Override
    FileStore store(String directory) {
        return EncryptingFileStore.over(server.plain().directory(directory).build(), new OneKey());
    }
}
