package io.crmkit.ftp.internal;

import io.crmkit.spi.file.FileContents;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;

/**
 * One file on its way: sent to a place of its own, looked at there, renamed, looked at again. So there is never a part
 * under its name. Where an answer is lost, the next step looks at what happened, on another connection.
 */
final class Upload {
    /** Nodes that store the same name at once may be in each other's way so often. */
    private static final int MOST_RENAMES = 5;

    private final Pool pool;
    private final Paths paths;
    private final FileName name;
    private final long length;
    private final Deadline deadline;
    private final String part;
    private byte[] sha256 = new byte[0];
    private boolean begun;
    private boolean sent;
    private boolean renaming;

    Upload(Pool pool, Paths paths, FileName name, long length) {
        this.pool = pool;
        this.paths = paths;
        this.name = name;
        this.length = length;
        this.deadline = pool.deadline();
        this.part = paths.newPart();
    }

    void run(InputStream content, NameLocks locks) throws FileStoreException {
        boolean whole = false;
        try {
            pool.call(deadline, connection -> send(connection, content));
            pool.call(deadline, this::check);
            if (pool.settings().readBack()) {
                pool.call(deadline, this::readBack);
            }
            locks.alone(name, deadline, () -> pool.call(deadline, this::rename));
            whole = true;
        } finally {
            if (!whole && begun) {
                discard();
            }
        }
    }

    /** Sends everything. The content can be read only once, so no failure after its beginning is tried again. */
    private boolean send(Connection connection, InputStream content) throws IOException, FileStoreException {
        Data data = connection.transfer("STOR", part, 0);
        begun = true;
        boolean kept = false;
        try {
            MessageDigest digest = sha256();
            FileContents.copy(content, length, new DigestOutputStream(data.out(), digest));
            sha256 = digest.digest();
            data.sent();
            sent = true;
            data.complete("STOR");
            kept = true;
            return true;
        } catch (IOException e) {
            // All is sent, only the answer is lost: the next step sees whether it arrived.
            if (!sent) {
                throw Replies.failure(e);
            }
            return false;
        } catch (FileStoreException e) {
            kept = true;
            throw e;
        } finally {
            if (!kept) {
                data.abandon();
            }
        }
    }

    private boolean check(Connection connection) throws IOException, FileStoreException {
        OptionalLong arrived = connection.size(part);
        if (arrived.isEmpty() || arrived.getAsLong() != length) {
            throw notArrived(arrived);
        }
        return true;
    }

    private FileStoreException notArrived(OptionalLong arrived) {
        String what = arrived.isPresent() ? arrived.getAsLong() + " of " + length + " bytes" : "nothing";
        return new FileStoreException(
                Kind.UNAVAILABLE, "of the file " + name + " " + what + " arrived at the FTP server");
    }

    private boolean readBack(Connection connection) throws IOException, FileStoreException {
        MessageDigest found = sha256();
        Data data = connection.transfer("RETR", part, 0);
        try {
            InputStream in = data.in();
            byte[] buffer = new byte[65_536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                found.update(buffer, 0, read);
            }
        } catch (IOException e) {
            data.abandon();
            throw e;
        }
        data.complete("RETR");
        if (!MessageDigest.isEqual(found.digest(), sha256)) {
            throw new FileStoreException(Kind.UNAVAILABLE, "the file " + name + " arrived with other bytes");
        }
        return true;
    }

    private boolean rename(Connection connection) throws IOException, FileStoreException {
        int code = 0;
        for (int i = 0; i < MOST_RENAMES; i++) {
            code = connection.command("RNFR", part);
            if (code != Replies.MORE_WANTED) {
                if (renaming && isThere(connection)) {
                    return true;
                }
                throw Replies.refusal("RNFR", code);
            }
            renaming = true;
            code = connection.command("RNTO", paths.file(name));
            if (Replies.done(code)) {
                return arrived(connection);
            }
            makeWay(connection, code);
        }
        throw Replies.refusal("RNTO", code);
    }

    private boolean arrived(Connection connection) throws IOException, FileStoreException {
        OptionalLong found = connection.size(paths.file(name));
        if (found.isEmpty() || found.getAsLong() != length) {
            throw notArrived(found);
        }
        return true;
    }

    private boolean isThere(Connection connection) throws IOException, FileStoreException {
        OptionalLong found = connection.size(paths.file(name));
        return found.isPresent() && found.getAsLong() == length;
    }

    /**
     * Either the directory is missing, which Pure-FTPd calls a passing failure, or the server does not put a file in the
     * place of another one.
     */
    private void makeWay(Connection connection, int code) throws IOException, FileStoreException {
        if (connection.size(paths.file(name)).isEmpty()) {
            Folders.make(connection, paths.folder(Paths.shard(name)));
        } else if (code >= 500) {
            connection.command("DELE", paths.file(name));
        } else {
            throw Replies.refusal("RNTO", code);
        }
    }

    /** Leaves nothing behind if that is possible; otherwise a later call clears it away. */
    private void discard() {
        try {
            pool.call(deadline, connection -> connection.command("DELE", part));
        } catch (FileStoreException | IllegalStateException e) {
            // What went wrong before is what the caller has to know.
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
