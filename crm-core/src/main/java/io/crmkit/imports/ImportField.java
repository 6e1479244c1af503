package io.crmkit.imports;

/** What a column of a file may hold. */
public enum ImportField {
    /**
     * The customer's key in the system that the file comes from, kept as an identifier whose kind is the column's
     * {@link ImportColumn#name}: by it a row is known again in a later run. Digits of all scripts are the same.
     */
    EXTERNAL_ID,
    /** Another identifier, whose kind is the column's {@link ImportColumn#name}. */
    IDENTIFIER,
    /** The given name. */
    GIVEN_NAME,
    /** The family name or firm. */
    FAMILY_NAME,
    /** Telephone numbers, divided by semicolons, commas or line ends. */
    PHONE,
    /** E-mail addresses, divided by semicolons, commas or line ends. */
    EMAIL,
    /** A name at a messenger service. */
    MESSENGER,
    /** Languages, best first, divided by semicolons or commas. */
    LANGUAGES,
    /** The attribute whose name is the column's {@link ImportColumn#name}. */
    ATTRIBUTE
}
