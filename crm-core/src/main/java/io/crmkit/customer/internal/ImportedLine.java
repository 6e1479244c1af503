package io.crmkit.customer.internal;

import io.crmkit.customer.ContactType;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.Violation;
import io.crmkit.error.ViolationCode;
import io.crmkit.imports.ImportColumn;
import io.crmkit.internal.csv.CsvRows;
import io.crmkit.internal.text.Identifiers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One row of a file as a command, its cells cleaned of what spreadsheets and people leave in them. */
final class ImportedLine {
    static final String NO_UTF_8 =
            "is no UTF-8, or lost a character before: save it as “CSV UTF-8”; windows-1256 and others cannot be read";

    private static final Pattern DIVIDERS = Pattern.compile("[;,،؛|\\n\\r]");

    private final List<CustomerEdit> edits = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private Optional<CustomerEdit.AddIdentifier> externalId = Optional.empty();
    private String given = "";
    private String family = "";
    private boolean recognisable;

    private ImportedLine() {}

    /**
     * Reads a row.
     *
     * @param places where in a row each column is
     * @param width how many columns there are
     */
    static ImportedLine of(CsvRows.Row row, Map<ImportColumn, Integer> places, int width) {
        ImportedLine line = new ImportedLine();
        if (row.cells().stream().skip(width).anyMatch(cell -> !cleaned(cell).isEmpty())) {
            line.violations.add(new Violation(
                    "row",
                    ViolationCode.MALFORMED,
                    "has more cells than the first line: a divider or a quote is amiss"));
        }
        places.forEach((column, place) -> {
            String cell = place < row.cells().size() ? cleaned(row.cells().get(place)) : "";
            if (!cell.isEmpty()) {
                line.add(column, cell);
            }
        });
        return line;
    }

    private void add(ImportColumn column, String cell) {
        if (cell.indexOf(CsvRows.LOST) >= 0) {
            violations.add(new Violation("row", ViolationCode.MALFORMED, column.field() + " " + NO_UTF_8));
        }
        switch (column.field()) {
            case EXTERNAL_ID -> {
                CustomerEdit.AddIdentifier id = new CustomerEdit.AddIdentifier(
                        column.name(), Identifiers.normalise(cell).orElse(cell));
                externalId = Optional.of(id);
                edits.add(id);
                recognisable = true;
            }
            case IDENTIFIER -> edits.add(new CustomerEdit.AddIdentifier(column.name(), cell));
            case GIVEN_NAME -> given = cell;
            case FAMILY_NAME -> family = cell;
            case PHONE -> addContacts(ContactType.PHONE, cell);
            case EMAIL -> addContacts(ContactType.EMAIL, cell);
            case MESSENGER -> edits.add(new CustomerEdit.AddContact(ContactType.MESSENGER, cell));
            case LANGUAGES -> edits.add(new CustomerEdit.SetLanguages(parts(cell)));
            case ATTRIBUTE -> edits.add(new CustomerEdit.SetAttribute(column.name(), cell));
        }
    }

    private void addContacts(ContactType type, String cell) {
        for (String value : parts(cell)) {
            edits.add(new CustomerEdit.AddContact(type, value));
            recognisable = true;
        }
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(DIVIDERS.split(cell))
                .map(ImportedLine::cleaned)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Without blanks and invisible characters at both ends; within, some are letters' own, such as joiners. */
    static String cleaned(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isNothing(text.charAt(start))) {
            start++;
        }
        while (end > start && isNothing(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isNothing(char c) {
        return Character.isSpaceChar(c) || Character.isWhitespace(c) || Character.getType(c) == Character.FORMAT;
    }

    /** Why it cannot be read as it was meant. */
    List<Violation> violations() {
        return violations;
    }

    /** Whether there is nothing in it at all. */
    boolean isEmpty() {
        return edits.isEmpty() && given.isEmpty() && family.isEmpty();
    }

    /** Whether a later run would know it again. */
    boolean isRecognisable() {
        return recognisable;
    }

    Optional<CustomerEdit.AddIdentifier> externalId() {
        return externalId;
    }

    RegisterCustomer command() {
        List<CustomerEdit> all = new ArrayList<>();
        if (!given.isEmpty() || !family.isEmpty()) {
            all.add(new CustomerEdit.Rename(given, family));
        }
        all.addAll(edits);
        return new RegisterCustomer(all, Optional.empty());
    }

    /** All identifiers that the row has beside the external id, and all contacts. */
    List<CustomerEdit> keys() {
        return edits.stream()
                .filter(edit -> edit instanceof CustomerEdit.AddContact || edit instanceof CustomerEdit.AddIdentifier)
                .filter(edit -> !Optional.of(edit).equals(externalId))
                .toList();
    }
}
