package io.crmkit.verify.leak;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.crmkit.Crm;
import io.crmkit.CrmSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Records that hold what people wrote, or who they are, do not show it when they are printed. */
class PrintedRecordsTest {
    /**
     * What these show is no personal data: names of fields and kinds, tags and categories, codes and formulas, keys of the
     * host and of the installation, columns, cursors.
     */
    private static final Set<String> HARMLESS = Set.of(
            "audit.AuditEntry",
            "audit.FieldDelta",
            "automation.Condition$CategoryRoot",
            "attachment.Inspection$Accepted",
            "attachment.Inspection$Refused",
            "automation.Condition$HasTag",
            "automation.Rule",
            "automation.RuleAction$AddTag",
            "attachment.SweepFiles",
            "attachment.SweepReport",
            "automation.RuleExecution",
            "customer.AttributeDefinition",
            "customer.CustomerEdit$AddIdentifier",
            "customer.CustomerEdit$ClearAttribute",
            "customer.CustomerEdit$RemoveIdentifier",
            "customer.CustomerEdit$SetAttribute",
            "customer.CustomerEdit$SetLanguages",
            "customer.CustomerHit",
            "customer.FieldChange",
            "customer.FieldMatch",
            "customer.FoundCustomers",
            "customer.Identifier",
            "search.FoundTickets",
            "search.IndexCheck",
            "customer.MergeConflict",
            "customer.MergePreview",
            "customer.RegisterCustomer",
            "customer.UpdateCustomer",
            "error.Violation",
            "note.FoundNotes",
            "notification.Notification$Delivery",
            "imports.ImportedRow",
            "page.Page",
            "page.PageRequest",
            "search.Mentions",
            "search.RebuiltReferences",
            "report.ReportDefinition",
            "report.ReportResult",
            "report.ReportTable",
            "spi.file.FileName",
            "spi.storage.AttachmentRecord$Waiting",
            "spi.storage.IdempotencyRecord",
            "spi.storage.Lease",
            "spi.storage.TextReach",
            "spi.storage.TicketCriteria",
            "staff.Shift",
            "ticket.ChangeTicket",
            "ticket.TicketEvent");

    @Test
    void noRecordShowsPersonalTexts(TestReporter reporter) {
        List<Class<?>> records = records();

        reporter.publishEntry("records printed", Integer.toString(records.size()));
        assertThat(records).hasSizeGreaterThan(80);
        assertThat(records.stream()
                        .filter(type -> CanaryRecords.of(type).toString().contains(CanaryRecords.CANARY))
                        .map(Class::getName)
                        .map(name -> name.substring("io.crmkit.".length()))
                        .filter(name -> !HARMLESS.contains(name))
                        .sorted())
                .isEmpty();
    }

    private static List<Class<?>> records() {
        List<Class<?>> records = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter().importPackagesOf(Crm.class)) {
            boolean exported = !type.getPackageName().contains("internal")
                    && !type.getPackageName().contains("verify");
            if (exported && type.isRecord() && !type.getName().contains("testkit")) {
                Class<?> reflected = type.reflect();
                if (reflected != CrmSession.class && java.lang.reflect.Modifier.isPublic(reflected.getModifiers())) {
                    records.add(reflected);
                }
            }
        }
        return records;
    }
}
