package io.crmkit.examples.imports;

import io.crmkit.Crm;
import io.crmkit.actor.Actor;
import io.crmkit.error.CrmException;
import io.crmkit.error.Violation;
import io.crmkit.examples.Console;
import io.crmkit.examples.storage.Arguments;
import io.crmkit.examples.storage.StorageOptions;
import io.crmkit.imports.ImportCustomers;
import io.crmkit.imports.ImportField;
import io.crmkit.imports.ImportReport;
import io.crmkit.imports.ImportedRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code import FILE.csv [--dry-run] [--storage memory|jpa …]}: registers the customers of a file, and prints a line for
 * each row that is nobody new and the counts. With {@code --sample ROWS} it writes such a file first, with all that goes
 * wrong in spreadsheets.
 */
public final class ImportCommand {
    private static final String USAGE = "Usage: import FILE.csv [--sample ROWS] [--dry-run] " + StorageOptions.USAGE
            + "\nThe first line names the columns: id, given, family, phone, email, language, kyc.level";

    private ImportCommand() {}

    /** Runs it. @return 0, or 2 if the options or the file are bad */
    public static int run(List<String> options, Console console) {
        try {
            if (options.isEmpty() || options.get(0).startsWith("--")) {
                throw new IllegalArgumentException("A file is needed.");
            }
            Path file = Path.of(options.get(0));
            List<String> rest = new ArrayList<>(options.subList(1, options.size()));
            boolean dryRun = rest.remove("--dry-run");
            int sample = rest.indexOf("--sample");
            if (sample >= 0) {
                rest.remove(sample);
                SampleFile.write(file, rows(sample < rest.size() ? rest.remove(sample) : ""));
            }
            StorageOptions storage = StorageOptions.of(new Arguments(rest, StorageOptions.NAMES));
            importFile(file, dryRun ? columns().dry() : columns(), storage, console);
            return 0;
        } catch (IllegalArgumentException e) {
            console.err().println(e.getMessage() + "\n" + USAGE);
        } catch (IOException | UncheckedIOException e) {
            console.err().println("The file cannot be read: " + e.getMessage());
        } catch (IllegalStateException | CrmException e) {
            console.err().println("The import ends here: " + e.getMessage());
        }
        return 2;
    }

    private static int rows(String text) {
        if (!text.matches("[0-9]{1,7}")) {
            throw new IllegalArgumentException("--sample needs a number of rows.");
        }
        return Integer.parseInt(text);
    }

    private static ImportCustomers columns() {
        return ImportCustomers.fromCsv()
                .externalId("id", "old-crm")
                .column("given", ImportField.GIVEN_NAME)
                .column("family", ImportField.FAMILY_NAME)
                .column("phone", ImportField.PHONE)
                .column("email", ImportField.EMAIL)
                .column("language", ImportField.LANGUAGES)
                .attribute("kyc.level", "kyc.level");
    }

    private static void importFile(Path file, ImportCustomers columns, StorageOptions options, Console console)
            throws IOException {
        Path database = Files.createTempDirectory("crm-import").resolve("import");
        try (InputStream in = Files.newInputStream(file);
                StorageOptions.Opened opened = options.open(database);
                Crm crm = Crm.builder()
                        .storage(opened.storage())
                        .phoneRegion("IR")
                        .build()) {
            ImportReport report =
                    crm.as(Actor.host("exchange")).customers().importCsv(columns, in, row -> tell(row, console));
            console.print(report.rows() + " rows: " + report.created()
                    + (columns.dryRun()
                            ? " would be created (duplicates within the file are among them), "
                            : " created, ")
                    + report.known() + " known, "
                    + report.candidates() + " candidates, " + report.rejected() + " rejected");
        }
    }

    private static void tell(ImportedRow row, Console console) {
        switch (row.outcome()) {
            case CANDIDATE ->
                console.print("line " + row.line() + " may be "
                        + row.candidates().stream().map(Object::toString).collect(Collectors.joining(" or ")));
            case REJECTED ->
                console.print("line " + row.line() + " is rejected: "
                        + row.reasons().stream().map(ImportCommand::reason).collect(Collectors.joining("; ")));
            default -> {
                // Nobody has to look at these.
            }
        }
    }

    private static String reason(Violation reason) {
        return reason.field() + " " + reason.message();
    }
}
