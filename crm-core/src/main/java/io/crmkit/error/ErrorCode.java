package io.crmkit.error;

/** The stable codes of all errors; {@code docs/errors.md} says for each what happened and what to do. */
public enum ErrorCode {
    /** The request breaks a rule; {@link InvalidRequestException#violations()} lists all of them. */
    INVALID_REQUEST,
    /** There is no such record, or the caller may not know of it. */
    NOT_FOUND,
    /** The record was merged into another, which goes on. */
    MERGED,
    /** The caller's roles do not allow it. */
    PERMISSION_DENIED,
    /** Somebody else changed the record since the caller saw it. */
    CONFLICT,
    /** The idempotency key was used before with other input. */
    IDEMPOTENCY_CONFLICT,
    /** Another record has this unique value already. */
    DUPLICATE,
    /** A limit is reached. */
    LIMIT_EXCEEDED,
    /** The storage failed; nothing was changed. */
    STORAGE_FAILED,
    /** The storage was busy with others for too long; nothing was changed, try again. */
    STORAGE_BUSY,
    /** The connection broke during the commit: the command was carried out or it was not. */
    STORAGE_OUTCOME_UNKNOWN,
    /** The file is not let in; {@link io.crmkit.attachment.FileRefusedException#refusal()} says why. */
    FILE_REFUSED,
    /** The file store is away, or the file waits on another node; try again later. */
    FILE_UNAVAILABLE,
    /** The file store does not have the file as it was stored. */
    FILE_LOST
}
