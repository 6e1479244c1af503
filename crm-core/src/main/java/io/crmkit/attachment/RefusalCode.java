package io.crmkit.attachment;

/**
 * Why a file is not let in. The names are stable; {@link RefusalTexts} says them to people, {@code docs/errors.md} has
 * examples.
 */
public enum RefusalCode {
    /** The file has no bytes. */
    EMPTY,
    /** The file has more bytes than the policy allows. */
    TOO_LARGE,
    /** The bytes are of none of the known types, or the judges of types disagree. */
    UNKNOWN_TYPE,
    /** The type is known, but the policy does not allow it. */
    TYPE_NOT_ALLOWED,
    /** The name has no extension, or that of another type than the bytes are. */
    EXTENSION_MISMATCH,
    /** The file is cut short, or breaks the rules of its format. */
    DAMAGED,
    /** The file follows its format, but in a variant that is not looked into, such as arithmetic coded JPEG. */
    UNSUPPORTED_VARIANT,
    /** Something else follows or hides behind what the type needs, such as an archive behind a picture. */
    FOREIGN_DATA,
    /** The picture has more pixels, or a longer side, than the policy allows. */
    TOO_MANY_PIXELS,
    /** The file would take far more room or work to unpack than its size promises. */
    EXPANDS_TOO_MUCH,
    /** The file is encrypted or protected by a password, so nobody can look into it. */
    ENCRYPTED,
    /** The document holds macros or a script. */
    SCRIPT,
    /** The document does something when it is opened or looked at: starts a program, sends a form, goes elsewhere. */
    AUTOMATIC_ACTION,
    /** The document holds another file or program. */
    EMBEDDED_FILE,
    /** The document fetches parts of itself from elsewhere when it is opened. */
    EXTERNAL_CONTENT,
    /** A part of the document is packed in a way that cannot be looked through. */
    OPAQUE,
    /** The inspection itself failed; the file is not let in. */
    INSPECTION_FAILED,
    /** The host's scanner says that the file does harm. */
    HARMFUL,
    /** The host's scanner failed or did not answer in time; the file is not let in. */
    SCAN_FAILED
}
