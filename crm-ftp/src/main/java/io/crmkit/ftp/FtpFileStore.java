package io.crmkit.ftp;

import io.crmkit.ftp.internal.FtpFiles;
import io.crmkit.ftp.internal.Settings;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.file.FileStoreException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Files on an FTP server, in one directory that nobody else uses.
 *
 * <p>Connections are secured by TLS (explicit, on the normal port), with the server's name and certificate checked, on
 * both connections, and with the session of the first resumed on the second, as many servers demand. Files are
 * transferred in passive mode, as they are; data always come from the host that was connected to, whatever the server
 * says. A file is sent to a place of its own, its size is compared, and then it is renamed; so there is never a part of
 * it under its name. Reading goes on on another connection if one breaks.
 *
 * <p>Each call, and each read of a stream, ends within {@link FtpFileStoreBuilder#callTimeout}; only looking up the
 * host's name takes as long as the system's settings say. A stream holds one of the {@link
 * FtpFileStoreBuilder#connections} until it is closed or read to its end. Failures name numbers, commands and stored
 * names, never what a server wrote and never the login.
 *
 * <p>The server must have SIZE, REST and UTF-8 or ASCII names, and tell upper and lower case apart. MLSD is used if it is
 * there. Where a server does not put a file in the place of another (Apache FtpServer), storing a name again removes the
 * first file a moment before. What was begun a day ago and never finished is removed at the first {@link #put}.
 *
 * <p>Thread-safe. Opens no connection before the first call and starts no thread.
 */
public final class FtpFileStore implements FileStore {
    private final FileStore files;

    FtpFileStore(Settings settings) {
        files = new FtpFiles(settings);
    }

    /**
     * Begins to describe a store.
     *
     * @param host the server's name as in its certificate, or its address
     */
    public static FtpFileStoreBuilder builder(String host) {
        return new FtpFileStoreBuilder(host);
    }

    @Override
    public void put(FileName name, long length, InputStream content) throws FileStoreException {
        files.put(name, length, content);
    }

    @Override
    public InputStream open(FileName name, long from) throws FileStoreException {
        return files.open(name, from);
    }

    @Override
    public OptionalLong size(FileName name) throws FileStoreException {
        return files.size(name);
    }

    @Override
    public void delete(FileName name) throws FileStoreException {
        files.delete(name);
    }

    @Override
    public List<FileName> list(Optional<FileName> after, int most) throws FileStoreException {
        return files.list(after, most);
    }

    @Override
    public void close() {
        files.close();
    }
}
