package io.crmkit.ftp.internal;

import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file as they come. It keeps a connection until it is closed; when that breaks it goes on at the same
 * place on another one, a few times. It never ends before the last byte that the server announced.
 */
final class Download extends InputStream {
    private static final int MOST_RESUMPTIONS = 3;

    private final Pool pool;
    private final FileName name;
    private final String path;
    private final long size;
    private long position;
    private int resumptions;
    private boolean ended;
    private @Nullable Transfer transfer;

    private record Transfer(Connection connection, Data data) {}

    private Download(Pool pool, FileName name, String path, long position, long size) {
        this.pool = pool;
        this.name = name;
        this.path = path;
        this.position = position;
        this.size = size;
    }

    /** Begins with the byte {@code from}. */
    static InputStream open(Pool pool, Paths paths, FileName name, long from) throws FileStoreException {
        if (from < 0) {
            throw beyond();
        }
        return pool.call(pool.deadline(), connection -> {
            String path = paths.file(name);
            OptionalLong size = connection.size(path);
            if (size.isEmpty()) {
                throw new FileStoreException(Kind.MISSING, "there is no file " + name);
            }
            if (from > size.getAsLong()) {
                throw beyond();
            }
            if (from == size.getAsLong()) {
                return InputStream.nullInputStream();
            }
            Download download = new Download(pool, name, path, from, size.getAsLong());
            download.begin(connection);
            return download;
        });
    }

    private static IllegalArgumentException beyond() {
        return new IllegalArgumentException("from is beyond the file");
    }

    private boolean begin(Connection connection) throws IOException, FileStoreException {
        transfer = new Transfer(connection, connection.transfer("RETR", path, position));
        connection.keep(true);
        return true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, bytes.length);
        if (count == 0) {
            return 0;
        }
        if (ended) {
            return -1;
        }
        if (position == size) {
            end();
            return -1;
        }
        Deadline deadline = pool.deadline();
        while (true) {
            try {
                return next(bytes, offset, (int) Math.min(count, size - position), deadline);
            } catch (IOException e) {
                resume(deadline, e);
            }
        }
    }

    private int next(byte[] bytes, int offset, int count, Deadline deadline) throws IOException {
        Transfer current = current();
        current.connection.deadline().follow(deadline);
        int read = current.data.in().read(bytes, offset, count);
        if (read < 0) {
            throw new EOFException("the server ends after " + position + " of " + size + " bytes");
        }
        position += read;
        return read;
    }

    private Transfer current() throws IOException {
        if (transfer == null) {
            throw new IOException("the stream is closed");
        }
        return transfer;
    }

    private void resume(Deadline deadline, IOException failure) throws IOException {
        current();
        abandon();
        resumptions++;
        if (resumptions > MOST_RESUMPTIONS) {
            throw failed(Replies.failure(failure));
        }
        try {
            pool.call(deadline, connection -> {
                OptionalLong found = connection.size(path);
                if (found.isEmpty() || found.getAsLong() != size) {
                    throw new FileStoreException(Kind.DAMAGED, "the file " + name + " changed while it was read");
                }
                return begin(connection);
            });
        } catch (FileStoreException e) {
            throw failed(e);
        }
    }

    private static IOException failed(FileStoreException e) {
        return new IOException(e.getMessage(), e);
    }

    /** All bytes are here: the server says whether it could read all of them, if it still speaks. */
    private void end() throws IOException {
        Transfer current = current();
        current.connection.deadline().follow(pool.deadline());
        ended = true;
        boolean more;
        try {
            more = current.data.in().read() >= 0;
            if (!more) {
                current.data.complete("RETR");
            }
        } catch (IOException e) {
            abandon();
            return;
        } catch (FileStoreException e) {
            ended = false;
            release(current);
            throw failed(e);
        }
        if (more) {
            ended = false;
            abandon();
            throw failed(new FileStoreException(
                    Kind.DAMAGED, "the file " + name + " has more than the " + size + " bytes that it should have"));
        }
        release(current);
    }

    private void abandon() {
        if (transfer != null) {
            transfer.data.abandon();
            release(transfer);
        }
    }

    private void release(Transfer current) {
        transfer = null;
        pool.giveBack(current.connection);
    }

    /** Who has read all bytes may never have asked whether there are more; then the connection is as good as before. */
    @Override
    public void close() {
        if (position == size && transfer != null) {
            try {
                end();
            } catch (IOException e) {
                // The caller has got what it wanted.
            }
        }
        abandon();
    }
}
