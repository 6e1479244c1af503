package io.crmkit.spi.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** For file stores: moves what comes into them. */
public final class FileContents {
    private static final int BUFFER = 65_536;

    private FileContents() {}

    /**
     * Copies so many bytes.
     *
     * @throws IllegalArgumentException if there are fewer or more
     * @throws UncheckedIOException if they cannot be read
     * @throws IOException if they cannot be written
     */
    public static void copy(InputStream from, long length, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        for (int read = read(from, buffer); read >= 0; read = read(from, buffer)) {
            copied += read;
            if (copied > length) {
                break;
            }
            to.write(buffer, 0, read);
        }
        if (copied != length) {
            throw new IllegalArgumentException("the content is not " + length + " bytes long");
        }
    }

    private static int read(InputStream from, byte[] buffer) {
        try {
            return from.read(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException("the content cannot be read", e);
        }
    }
}
