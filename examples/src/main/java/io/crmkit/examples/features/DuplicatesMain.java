package io.crmkit.examples.features;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerMerge;
import io.crmkit.customer.DuplicateCandidate;
import io.crmkit.customer.MergeCustomers;
import io.crmkit.customer.MergePreview;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.UnmergeCustomers;
import io.crmkit.examples.Console;
import io.crmkit.imports.ImportCustomers;
import io.crmkit.imports.ImportField;
import io.crmkit.imports.ImportReport;
import io.crmkit.note.AddNote;
import io.crmkit.storage.memory.MemoryStorage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** One person registered twice: customers out of a file, duplicates, a merge and its undoing. */
public final class DuplicatesMain {
    private static final String FILE = """
            id,given,family,phone
            41,علي,رضايي,۰۹۱۲-۳۴۵-۶۷۸۹
            42,முருகன்,செல்வம்,+94 77 123 4567
            43,,,09120000000
            """;

    private DuplicatesMain() {}

    /** Runs it. */
    public static void main(String[] args) {
        run(Console.standard());
    }

    static void run(Console console) {
        try (Crm crm =
                Crm.builder().storage(MemoryStorage.create()).phoneRegion("IR").build()) {
            CrmSession desk = crm.as(Actor.agent("mina", Role.ADMIN));
            Customer ali = desk.customers()
                    .register(RegisterCustomer.named("علی", "رضایی")
                            .phone("0912 345 6789")
                            .language("fa"));
            ImportReport report = desk.customers()
                    .importCsv(
                            columns(),
                            new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)),
                            row -> console.print("line " + row.line() + ": " + row.outcome()));
            console.print("created " + report.created() + ", candidates " + report.candidates());

            Customer again = desk.customers()
                    .register(RegisterCustomer.named("علي", "رضايي")
                            .phone("+98 912 345 6789")
                            .language("en"));
            desk.notes().add(AddNote.about(again.id(), "<p>از کیف پول دوم می‌پرسد</p>"));
            merge(desk, ali, console);
        }
    }

    private static ImportCustomers columns() {
        return ImportCustomers.fromCsv()
                .externalId("id", "old-crm")
                .column("given", ImportField.GIVEN_NAME)
                .column("family", ImportField.FAMILY_NAME)
                .column("phone", ImportField.PHONE);
    }

    private static void merge(CrmSession desk, Customer ali, Console console) {
        DuplicateCandidate found = desk.customers().duplicates(ali.id()).get(0);
        console.print("maybe the same: " + found.score() + " " + found.reasons());
        MergePreview preview =
                desk.customers().mergePreview(ali.id(), found.customer().id());
        console.print("conflicts: " + preview.conflicts());

        CustomerMerge merge = desk.customers().merge(MergeCustomers.of(ali, found.customer()));
        Customer survivor = desk.customers().get(merge.merged());
        console.print("the old id leads to the survivor: " + survivor.id().equals(ali.id()));

        Customer back = desk.customers().unmerge(UnmergeCustomers.of(merge, survivor));
        console.print("there again as version " + back.version() + ": "
                + back.id().equals(found.customer().id()));
    }
}
