package io.crmkit.spi.file;

import java.util.Objects;

/** A file store could not do what it was told. Messages carry no personal data, and no name but the stored one. */
public final class FileStoreException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What it means for the caller. */
    public enum Kind {
        /** The store cannot be reached or does not answer in time: trying again later may help. */
        UNAVAILABLE,
        /** The store says no, for example because it is full or the log-in is wrong: somebody has to see to it. */
        REFUSED,
        /** There is no such file. */
        MISSING,
        /** The file is not what was stored. */
        DAMAGED
    }

    private final Kind kind;

    /** With what happened, in a sentence. */
    public FileStoreException(Kind kind, String message) {
        super(message);
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    /** With what happened, in a sentence, and why. */
    public FileStoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    /** What it means for the caller. */
    public Kind kind() {
        return kind;
    }
}
