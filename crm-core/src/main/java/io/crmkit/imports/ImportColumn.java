package io.crmkit.imports;

/**
 * Which column is what.
 *
 * @param header the column's name in the first line; case, and blanks and invisible characters at both ends, do not
 *     matter
 * @param field what it holds
 * @param name the kind of an identifier or the name of an attribute; else empty
 */
public record ImportColumn(String header, ImportField field, String name) {
    /** The field only: headers are the host's. */
    @Override
    public String toString() {
        return "ImportColumn[" + field + "]";
    }
}
