package io.crmkit.ftp.internal;

import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/** The store itself. Thread-safe. */
public final class FtpFiles implements FileStore {
    private static final int MOST_LISTED = 1_000;

    private final Pool pool;
    private final Paths paths;
    private final NameLocks locks = new NameLocks();
    private final AtomicBoolean prepared = new AtomicBoolean();

    /** Connects when it is needed. */
    public FtpFiles(Settings settings) {
        this.pool = new Pool(settings);
        this.paths = new Paths(settings.directory());
    }

    @Override
    public void put(FileName name, long length, InputStream content) throws FileStoreException {
        if (length < 0) {
            throw new IllegalArgumentException("a length is 0 or more");
        }
        if (!prepared.get()) {
            prepare();
            prepared.set(true);
        }
        try {
            new Upload(pool, paths, name, length).run(content, locks);
        } catch (FileStoreException e) {
            // Perhaps somebody removed the directory: some servers say so only when all was sent.
            prepared.compareAndSet(true, e.kind() != Kind.REFUSED);
            throw e;
        }
    }

    /** Makes the directory for what is not finished, and removes from it what never will be. */
    private void prepare() throws FileStoreException {
        Deadline deadline = pool.deadline();
        pool.call(deadline, connection -> {
            Folders.make(connection, paths.unfinished());
            return true;
        });
        new Listing(pool, paths).clear(deadline);
    }

    @Override
    public InputStream open(FileName name, long from) throws FileStoreException {
        return Download.open(pool, paths, name, from);
    }

    @Override
    public OptionalLong size(FileName name) throws FileStoreException {
        return pool.call(pool.deadline(), connection -> connection.size(paths.file(name)));
    }

    @Override
    public void delete(FileName name) throws FileStoreException {
        pool.call(pool.deadline(), connection -> remove(connection, name));
    }

    /** Looks whether it is gone: a refusal may mean that it was not there, or that it must not be removed. */
    private boolean remove(Connection connection, FileName name) throws IOException, FileStoreException {
        int code = connection.command("DELE", paths.file(name));
        if (connection.size(paths.file(name)).isPresent()) {
            throw Replies.done(code)
                    ? new FileStoreException(Kind.UNAVAILABLE, "the file " + name + " is still there")
                    : Replies.refusal("DELE", code);
        }
        return true;
    }

    @Override
    public List<FileName> list(Optional<FileName> after, int most) throws FileStoreException {
        if (most < 1 || most > MOST_LISTED) {
            throw new IllegalArgumentException("most must be 1 to " + MOST_LISTED);
        }
        return new Listing(pool, paths).list(after, most);
    }

    @Override
    public void close() {
        pool.close();
    }
}
