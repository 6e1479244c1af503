package io.crmkit.verify.access;

import io.crmkit.customer.MergeCustomers;
import io.crmkit.customer.UnmergeCustomers;
import io.crmkit.imports.ImportCustomers;
import io.crmkit.imports.ImportField;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Merges of customers, and the import. */
final class MergeAttempts {
    private MergeAttempts() {}

    static void addTo(Map<String, Attempts.Attempt> byName) {
        byName.put("customer.import", (w, s, p) -> {
            String file = "family,email\nNew," + p.relation().name().toLowerCase(Locale.ROOT) + "@example.com\n";
            ImportCustomers columns = ImportCustomers.fromCsv()
                    .column("family", ImportField.FAMILY_NAME)
                    .column("email", ImportField.EMAIL);
            return Outcome.done(s.customers()
                    .importCsv(columns, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), row -> {}));
        });
        byName.put(
                "customer.merge",
                (w, s, p) -> Outcome.done(s.customers().merge(MergeCustomers.of(p.customer(), p.twin()))));
        byName.put(
                "customer.unmerge",
                (w, s, p) -> Outcome.done(s.customers().unmerge(new UnmergeCustomers(p.merge(), 2, Optional.empty()))));
        byName.put(
                "customer.merge.preview",
                (w, s, p) -> Outcome.done(
                        s.customers().mergePreview(p.customer().id(), p.twin().id())));
        byName.put(
                "customer.duplicates",
                (w, s, p) -> Outcome.done(s.customers().duplicates(p.customer().id())));
        byName.put(
                "customer.merges",
                (w, s, p) -> Outcome.done(s.customers().merges(p.customer().id())));
    }
}
