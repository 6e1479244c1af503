package io.crmkit.customer.internal;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.Identifier;
import io.crmkit.error.DuplicateException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.Violation;
import io.crmkit.error.ViolationCode;
import io.crmkit.imports.ImportColumn;
import io.crmkit.imports.ImportCustomers;
import io.crmkit.imports.ImportReport;
import io.crmkit.imports.ImportedRow;
import io.crmkit.imports.ImportedRow.Outcome;
import io.crmkit.internal.access.Gate;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.csv.CsvRows;
import io.crmkit.spi.storage.Reach;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Imports a file row by row, each in a transaction of its own: what an import that was broken off has done stays, and is
 * known again when it is repeated.
 */
final class ImportingCustomers {
    private static final int MOST_CANDIDATES = 5;

    private final Gate.Entry entry;
    private final ImportCustomers command;
    private final ContactForms forms;
    private final Consumer<ImportedRow> listener;
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private long lastLine;

    ImportingCustomers(Gate.Entry entry, ImportCustomers command, ContactForms forms, Consumer<ImportedRow> listener) {
        this.entry = entry;
        this.command = command;
        this.forms = forms;
        this.listener = listener;
    }

    ImportReport from(InputStream csv) {
        try {
            CsvRows rows = CsvRows.of(csv, command.separator());
            List<String> header = header(rows.next());
            Map<ImportColumn, Integer> places = places(header);
            for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
                ImportedLine line = ImportedLine.of(row, places, header.size());
                if (row.line() > command.afterLine() && !line.isEmpty()) {
                    done(outcome(row.line(), line));
                }
            }
        } catch (CsvRows.Unreadable e) {
            throw InvalidRequestException.of(
                    "file",
                    ViolationCode.MALFORMED,
                    e.getMessage() + " is no CSV: a quote is amiss there, or a row has more than a million characters");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ImportReport(
                counts.values().stream().mapToLong(Long::longValue).sum(),
                count(Outcome.CREATED),
                count(Outcome.KNOWN),
                count(Outcome.CANDIDATE),
                count(Outcome.REJECTED),
                lastLine);
    }

    private long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    private void done(ImportedRow row) {
        counts.merge(row.outcome(), 1L, Long::sum);
        lastLine = row.line();
        listener.accept(row);
    }

    private static List<String> header(CsvRows.@Nullable Row first) {
        List<String> names = first == null ? List.of() : first.cells();
        if (names.stream().anyMatch(name -> name.indexOf(CsvRows.LOST) >= 0 || name.indexOf('\0') >= 0)) {
            throw InvalidRequestException.of("file", ViolationCode.MALFORMED, ImportedLine.NO_UTF_8);
        }
        return names.stream().map(ImportingCustomers::comparable).toList();
    }

    /** Where each column is. */
    private Map<ImportColumn, Integer> places(List<String> names) {
        Map<ImportColumn, Integer> places = new LinkedHashMap<>();
        for (ImportColumn column : command.columns()) {
            int place = names.indexOf(comparable(column.header()));
            if (place < 0 || names.lastIndexOf(comparable(column.header())) != place) {
                throw InvalidRequestException.of(
                        "file",
                        ViolationCode.UNKNOWN,
                        "has no column, or several, with the name given for " + column.field());
            }
            places.put(column, place);
        }
        return places;
    }

    private static String comparable(String header) {
        return ImportedLine.cleaned(header).toLowerCase(Locale.ROOT);
    }

    private ImportedRow outcome(long number, ImportedLine line) {
        if (!line.violations().isEmpty()) {
            return rejected(number, line.violations());
        }
        if (!line.isRecognisable()) {
            return unrecognisable(number, "has no external id, phone or e-mail by which it would be known again");
        }
        try {
            return command.dryRun()
                    ? entry.read(
                            reading -> found(reading, number, line).orElseGet(() -> checked(reading, number, line)))
                    : entry.write(writing -> found(writing, number, line)
                            .orElseGet(() -> created(
                                    number,
                                    Optional.of(new RegisteringCustomer(line.command(), forms)
                                            .perform(writing)
                                            .id()))));
        } catch (InvalidRequestException e) {
            return rejected(number, e.violations());
        } catch (DuplicateException e) {
            // Registered by somebody else since this row was looked up, or out of this actor's sight.
            return outOfSight(number);
        }
    }

    private static ImportedRow outOfSight(long line) {
        return new ImportedRow(line, Outcome.CANDIDATE, Optional.empty(), List.of(), List.of());
    }

    private static ImportedRow created(long line, Optional<CustomerId> customer) {
        return new ImportedRow(line, Outcome.CREATED, customer, List.of(), List.of());
    }

    private static ImportedRow unrecognisable(long line, String why) {
        return rejected(line, List.of(new Violation("row", ViolationCode.REQUIRED, why)));
    }

    private static ImportedRow rejected(long line, List<Violation> reasons) {
        return new ImportedRow(line, Outcome.REJECTED, Optional.empty(), List.of(), reasons);
    }

    /** What registering would say. */
    private ImportedRow checked(Reading reading, long number, ImportedLine line) {
        new CustomerEdits(
                        AttributeCatalog.of(reading.tx()),
                        reading.tx().staff(),
                        forms,
                        CustomerDraft.blank(reading.actor().homeTeam()),
                        field -> false)
                .apply(line.command().edits(), line.command());
        boolean taken = line.command().edits().stream()
                .filter(CustomerEdit.AddIdentifier.class::isInstance)
                .map(edit -> key((CustomerEdit.AddIdentifier) edit))
                .anyMatch(key -> reading.tx()
                        .customers()
                        .findByIdentifier(key, Reach.all())
                        .isPresent());
        return taken ? outOfSight(number) : created(number, Optional.empty());
    }

    /** Whoever is there already; a row that breaks a rule is not looked up by what is broken. */
    private Optional<ImportedRow> found(Reading reading, long number, ImportedLine line) {
        Optional<CustomerId> known =
                line.externalId().flatMap(id -> identifier(reading, id)).map(Customer::id);
        if (known.isPresent()) {
            return Optional.of(new ImportedRow(number, Outcome.KNOWN, known, List.of(), List.of()));
        }
        if (line.externalId().isEmpty() && !findsByContact(reading)) {
            return Optional.of(unrecognisable(number, "has no external id, and the actor finds nobody by contacts"));
        }
        Set<CustomerId> candidates = new LinkedHashSet<>();
        for (CustomerEdit key : line.keys()) {
            candidates.addAll(candidates(reading, key));
        }
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(new ImportedRow(
                        number,
                        Outcome.CANDIDATE,
                        Optional.empty(),
                        candidates.stream().limit(MOST_CANDIDATES).toList(),
                        List.of()));
    }

    /** Whether the actor would see the contacts of whom he imports: else a second run would import them again. */
    private static boolean findsByContact(Reading reading) {
        return contactsReach(reading).covers(reading.actor().homeTeam(), Optional.empty(), Optional.empty());
    }

    private static Reach contactsReach(Reading reading) {
        return reading.reachOfBoth(Permission.CUSTOMER_READ, Permission.CUSTOMER_CONTACTS);
    }

    private List<CustomerId> candidates(Reading reading, CustomerEdit key) {
        if (key instanceof CustomerEdit.AddIdentifier identifier) {
            return identifier(reading, identifier).map(Customer::id).stream().toList();
        }
        CustomerEdit.AddContact contact = (CustomerEdit.AddContact) key;
        return forms
                .contact(contact.type(), contact.value())
                .map(ContactForms::key)
                .map(text -> reading.tx().customers().findByContact(text, contactsReach(reading), MOST_CANDIDATES))
                .orElse(List.of())
                .stream()
                .map(Customer::id)
                .toList();
    }

    private static Optional<Customer> identifier(Reading reading, CustomerEdit.AddIdentifier identifier) {
        Reach reach = IdentifierKeys.isOpen(identifier.kind())
                ? reading.reach(Permission.CUSTOMER_READ)
                : contactsReach(reading);
        return reading.tx().customers().findByIdentifier(key(identifier), reach);
    }

    private static String key(CustomerEdit.AddIdentifier identifier) {
        return IdentifierKeys.key(new Identifier(identifier.kind(), identifier.value()));
    }
}
