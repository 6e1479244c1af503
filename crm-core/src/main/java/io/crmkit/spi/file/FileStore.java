package io.crmkit.spi.file;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps files for the CRM, which gives each one a name that is used once. Thread-safe; calls about different files do not
 * wait for each other for long. Each call ends within a time that the store states, also if its server says nothing any
 * more; reading from what {@link #open} returned does so for each read.
 *
 * <p>A store keeps its files by themselves: it changes and lists no files that it did not store.
 */
public interface FileStore extends AutoCloseable {
    /**
     * Stores a file, in place of one that has the name already. When this returns, the file is there for good as far as
     * the store can tell. When it throws, or while it runs, or after the process was killed, there is the whole file under
     * the name, or what was there before, and never a part. What was begun and not finished is cleared away by the store
     * in its own time.
     *
     * @param content read up to its end, and not closed
     * @throws FileStoreException UNAVAILABLE or REFUSED; the file may be there after the former: storing it again is safe
     * @throws IllegalArgumentException if the content has another length; nothing is stored
     * @throws java.io.UncheckedIOException if the content cannot be read; nothing is stored
     */
    void put(FileName name, long length, InputStream content) throws FileStoreException;

    /**
     * Opens a file.
     *
     * @param from how many bytes to leave out, 0 to the length
     * @return the rest of the file, to be closed by the caller; a read that fails throws an {@link java.io.IOException},
     *     and never looks like the end of the file
     * @throws FileStoreException MISSING, UNAVAILABLE, REFUSED, or DAMAGED if the store can tell that already
     * @throws IllegalArgumentException if {@code from} is negative or beyond the length
     */
    InputStream open(FileName name, long from) throws FileStoreException;

    /**
     * Returns how many bytes a file has; empty if there is none.
     *
     * @throws FileStoreException UNAVAILABLE or REFUSED
     */
    OptionalLong size(FileName name) throws FileStoreException;

    /**
     * Removes a file. One that is not there is no error.
     *
     * @throws FileStoreException UNAVAILABLE or REFUSED; the file may be gone after the former
     */
    void delete(FileName name) throws FileStoreException;

    /**
     * Lists files in the order of their names.
     *
     * @param after only names behind this one
     * @param most 1 to 1,000
     * @return so many names at most, of whole files only; fewer only if there are no more
     * @throws FileStoreException UNAVAILABLE or REFUSED
     */
    List<FileName> list(Optional<FileName> after, int most) throws FileStoreException;

    /** Gives back what the store holds of the machine, not the files. A second call does nothing. */
    @Override
    void close();
}
