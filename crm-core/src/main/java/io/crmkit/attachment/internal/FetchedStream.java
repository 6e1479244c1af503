package io.crmkit.attachment.internal;

import io.crmkit.attachment.FileUnavailableException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** A fetched file as its reader gets it: gone when it is closed. */
final class FetchedStream extends FilterInputStream {
    private final Temporary file;

    private FetchedStream(InputStream content, Temporary file) {
        super(content);
        this.file = file;
    }

    static InputStream of(Temporary file) {
        try {
            return new FetchedStream(Files.newInputStream(file.path()), file);
        } catch (IOException e) {
            file.close();
            throw new FileUnavailableException("the spool directory cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            file.close();
        }
    }
}
