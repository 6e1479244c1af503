package io.crmkit.imports;

import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import io.crmkit.error.ViolationCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Asks to import customers from a CSV file: how it is to be read. Immutable: every method returns another command.
 *
 * @param columns what the columns are, at most 100; others in the file are passed over;
 *     one each for what a customer has once
 * @param separator what divides cells
 * @param afterLine lines up to this one are passed over, the first line of a file being 1; 0 begins at the beginning
 * @param dryRun whether only to say what would be done
 */
public record ImportCustomers(List<ImportColumn> columns, char separator, long afterLine, boolean dryRun)
        implements Form {
    private static final int MOST = 100;
    /** Of these a customer has one, or one of a name. */
    private static final Set<ImportField> SINGLE = EnumSet.of(
            ImportField.EXTERNAL_ID,
            ImportField.GIVEN_NAME,
            ImportField.FAMILY_NAME,
            ImportField.LANGUAGES,
            ImportField.ATTRIBUTE);

    /** Copies the list. */
    public ImportCustomers {
        columns = List.copyOf(columns);
    }

    /** A file whose cells are divided by commas. */
    public static ImportCustomers fromCsv() {
        return new ImportCustomers(List.of(), ',', 0, false);
    }

    @Override
    public List<Violation> violations() {
        return Checks.that("import")
                .require(columns.size() <= MOST, "columns", ViolationCode.TOO_LONG, "has more than 100 elements")
                .require(
                        has(ImportField.GIVEN_NAME) || has(ImportField.FAMILY_NAME),
                        "columns",
                        ViolationCode.REQUIRED,
                        "has none with a name")
                .require(
                        has(ImportField.EXTERNAL_ID) || has(ImportField.PHONE) || has(ImportField.EMAIL),
                        "columns",
                        ViolationCode.REQUIRED,
                        "has none by which a customer is known again: an external id, phone or e-mail")
                .require(
                        isOnce(),
                        "columns",
                        ViolationCode.NOT_ALLOWED,
                        "has two for what a customer has once: external id, given name, family name, languages, an attribute")
                .require(
                        separator == ',' || separator == ';' || separator == '\t',
                        "separator",
                        ViolationCode.NOT_ALLOWED,
                        "must be a comma, a semicolon or a tab")
                .found();
    }

    /** Whether no column would overwrite what another one says. */
    private boolean isOnce() {
        List<String> single = columns.stream()
                .filter(column -> SINGLE.contains(column.field()))
                .map(column -> column.field() == ImportField.ATTRIBUTE
                        ? column.name()
                        : column.field().name())
                .toList();
        return Set.copyOf(single).size() == single.size();
    }

    private boolean has(ImportField field) {
        return columns.stream().anyMatch(column -> column.field() == field);
    }

    /** A column with the customer's key in the other system, kept as an identifier of that kind. */
    public ImportCustomers externalId(String header, String kind) {
        return column(new ImportColumn(header, ImportField.EXTERNAL_ID, kind));
    }

    /** A column with another identifier. */
    public ImportCustomers identifier(String header, String kind) {
        return column(new ImportColumn(header, ImportField.IDENTIFIER, kind));
    }

    /** A column with an attribute. */
    public ImportCustomers attribute(String header, String name) {
        return column(new ImportColumn(header, ImportField.ATTRIBUTE, name));
    }

    /** A column with anything that needs no name of its own. */
    public ImportCustomers column(String header, ImportField field) {
        return column(new ImportColumn(header, field, ""));
    }

    private ImportCustomers column(ImportColumn column) {
        List<ImportColumn> more = new ArrayList<>(columns);
        more.add(column);
        return new ImportCustomers(more, separator, afterLine, dryRun);
    }

    /** Cells are divided by this: a comma, a semicolon or a tab. */
    public ImportCustomers dividedBy(char other) {
        return new ImportCustomers(columns, other, afterLine, dryRun);
    }

    /** Goes on behind that line, which an earlier run came to. */
    public ImportCustomers afterLine(long line) {
        return new ImportCustomers(columns, separator, line, dryRun);
    }

    /** Only says what would be done. */
    public ImportCustomers dry() {
        return new ImportCustomers(columns, separator, afterLine, true);
    }
}
