package io.crmkit.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A file that was opened, whole and as it was stored: its hash was compared before the first byte can be read. Not
 * thread-safe; close it.
 *
 * @param attachment what is known of it
 * @param content its bytes
 */
public record AttachmentDownload(Attachment attachment, InputStream content) implements AutoCloseable {
    private static final String TOKEN_MARKS = "!#$&+-.^_`|~";

    /** Nothing may be missing. */
    public AttachmentDownload {
        Objects.requireNonNull(attachment, "attachment");
        Objects.requireNonNull(content, "content");
    }

    /**
     * What a web server should say with it, by the names of HTTP headers: that it is saved and never shown in place, that
     * nobody guesses another type, that it may run nothing, and that no cache keeps it. The name is given as RFC 6266 and
     * RFC 8187 say, with letters beyond ASCII written out in percents.
     */
    public Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", attachment.type().mediaType());
        headers.put("Content-Length", Long.toString(attachment.size()));
        headers.put("Content-Disposition", disposition());
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", "default-src 'none'; sandbox");
        headers.put("Cache-Control", "private, no-store");
        return headers;
    }

    private String disposition() {
        StringBuilder text = new StringBuilder("attachment; filename=\"file.")
                .append(attachment.type().extension())
                .append("\"; filename*=UTF-8''");
        for (byte unit : attachment.name().value().getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || TOKEN_MARKS.indexOf(c) >= 0);
            text.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return text.toString();
    }

    /** Gives the bytes back. A second call does nothing. */
    @Override
    public void close() {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was read cannot be closed", e);
        }
    }

    /** The attachment only. */
    @Override
    public String toString() {
        return "AttachmentDownload[" + attachment.id() + "]";
    }
}
