package io.crmkit.verify.imports;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.CrmSession;
import io.crmkit.actor.AccessMatrix;
import io.crmkit.actor.AccessPolicy;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Permission;
import io.crmkit.actor.Role;
import io.crmkit.actor.Scope;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.MergeCustomers;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.error.ViolationCode;
import io.crmkit.imports.ImportCustomers;
import io.crmkit.imports.ImportField;
import io.crmkit.imports.ImportReport;
import io.crmkit.imports.ImportedRow;
import io.crmkit.imports.ImportedRow.Outcome;
import io.crmkit.page.PageRequest;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.verify.Desk;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file out of another system becomes customers: cleaned, each once, and every row that does not is accounted for. */
class ImportTest {
    private static final ImportCustomers PLAIN = ImportCustomers.fromCsv()
            .externalId("id", "old-crm")
            .column("family", ImportField.FAMILY_NAME)
            .column("phone", ImportField.PHONE)
            .column("email", ImportField.EMAIL);

    private final Desk desk = new Desk();
    private final List<ImportedRow> rows = new ArrayList<>();

    private ImportReport run(ImportCustomers command, byte[] file) {
        rows.clear();
        return desk.host().customers().importCsv(command, new ByteArrayInputStream(file), rows::add);
    }

    private ImportReport run(ImportCustomers command, String... lines) {
        return run(command, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private Customer customer(int row) {
        return desk.admin().customers().get(rows.get(row).customer().orElseThrow());
    }

    private static final String[] PEOPLE = {
        "id,family,phone,email",
        "۰۷,  كريمي\u00A0,\u200E۰۹۱۲-۱۱۱ ۲۲۳۳, User@Example.COM ",
        "௦8,ராமன்,௦௯௩௫௧௧௧௨௨௩௩,",
        "09,Smith,'+98 912 111 2244,"
    };

    @Test
    void cellsAreCleaned() {
        run(PLAIN, PEOPLE);

        assertThat(rows).extracting(ImportedRow::outcome).containsOnly(Outcome.CREATED);
        assertThat(customer(0).names().family()).isEqualTo("كريمي");
        assertThat(customer(0).contacts())
                .extracting(contact -> contact.normalised())
                .containsExactly("+989121112233", "user@example.com");
        assertThat(customer(1).contacts().get(0).normalised()).isEqualTo("+989351112233");
        assertThat(customer(2).contacts().get(0).normalised()).isEqualTo("+989121112244");
        assertThat(rows)
                .extracting(row -> desk.admin()
                        .customers()
                        .get(row.customer().orElseThrow())
                        .identifiers()
                        .get(0))
                .containsExactly(id("07"), id("08"), id("09"));
    }

    private static Identifier id(String value) {
        return new Identifier("old-crm", value);
    }

    @Test
    void whatIsInvisibleAtTheEndsOfCellsAndHeadersGoes() {
        run(
                PLAIN,
                "\u00A0ID\u200E,family,phone,email",
                "\u200E07\u200F,\u200Fرضا\u200Cیی\u200C,\u200E09121112233\u200E,\u200Fuser@example.com\u200F",
                "\u2066\u0667\u2069,Smith,,",
                "\u200C,\u200F,\u200E,\u200B",
                "\u200F,Jones,\u200E,",
                "8,\u200F,,");

        assertThat(rows)
                .extracting(ImportedRow::outcome)
                .containsExactly(Outcome.CREATED, Outcome.CREATED, Outcome.REJECTED, Outcome.REJECTED);
        assertThat(customer(0).identifiers()).containsExactly(id("07"));
        assertThat(customer(0).names().family()).isEqualTo("رضا\u200Cیی");
        assertThat(customer(0).contacts())
                .extracting(contact -> contact.value())
                .containsExactly("09121112233", "user@example.com");
        assertThat(customer(1).identifiers()).containsExactly(id("7"));
    }

    @Test
    void aSecondRunCreatesNobody() {
        run(PLAIN, PEOPLE);
        List<ImportedRow> first = List.copyOf(rows);

        assertThat(run(PLAIN, PEOPLE)).isEqualTo(new ImportReport(3, 0, 3, 0, 0, 4));
        assertThat(rows)
                .extracting(ImportedRow::customer)
                .isEqualTo(first.stream().map(ImportedRow::customer).toList());
    }

    @Test
    void aRowIsKnownAfterItsCustomerWasMerged() {
        run(PLAIN, PEOPLE);
        desk.admin().customers().merge(MergeCustomers.of(customer(0), customer(1)));

        assertThat(run(PLAIN, PEOPLE).known()).isEqualTo(3);
        assertThat(rows.get(1).customer()).isEqualTo(rows.get(0).customer());
    }

    @Test
    void aRowWithoutAnExternalIdIsKnownByItsContacts() {
        run(PLAIN, "id,family,phone,email", ",Smith,09121112233,", ",Nobody,,");

        assertThat(rows).extracting(ImportedRow::outcome).containsExactly(Outcome.CREATED, Outcome.REJECTED);
        assertThat(run(PLAIN, "id,family,phone,email", ",Smith,09121112233,").candidates())
                .isEqualTo(1);
    }

    @Test
    void aDryRunSaysTheSameAndChangesNothing() {
        ImportReport dry = run(PLAIN.dry(), PEOPLE);
        assertThat(desk.admin()
                        .customers()
                        .search(CustomerQuery.all(), PageRequest.first())
                        .hits())
                .isEmpty();

        assertThat(run(PLAIN, PEOPLE)).isEqualTo(dry);
    }

    @Test
    void aReasonNamesLineFieldAndRuleButNotWhatTheRowHolds() {
        run(PLAIN, "id,family,phone,email", "1,Secret-Family,secret-phone,", "2,,,", "3,x,,secret@mail");

        assertThat(rows).extracting(ImportedRow::line).containsExactly(2L, 3L, 4L);
        assertThat(rows).extracting(ImportedRow::outcome).containsOnly(Outcome.REJECTED);
        assertThat(rows.get(0).reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.field()).isEqualTo("contact.PHONE");
            assertThat(reason.code()).isEqualTo(ViolationCode.MALFORMED);
        });
        assertThat(rows.get(1).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.field()).isEqualTo("names"));
        assertThat(rows.toString()).doesNotContain("ecret");
    }

    @Test
    void whatAnExportPutBeforeAFormulaIsTakenOff() {
        run(PLAIN, "id,family,phone,email", "'=1,'+Corp,'+98 912 345 6789,'@x", "'7,Smith,,'-a@example.com");

        assertThat(rows.get(0).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(rows.get(1).outcome()).isEqualTo(Outcome.CREATED);
        assertThat(customer(1).identifiers()).containsExactly(new Identifier("old-crm", "'7"));
        assertThat(customer(1).contacts().get(0).value()).isEqualTo("-a@example.com");
        run(PLAIN, "id,family,phone,email", "8,'+Corp,'+98 912 345 6789,");
        assertThat(customer(0).names().family()).isEqualTo("+Corp");
        assertThat(customer(0).contacts().get(0).normalised()).isEqualTo("+989123456789");
    }

    @Test
    void whoIsThereAlreadyIsACandidateAndNotCreatedAgain() {
        Customer ali = desk.ali();

        run(PLAIN, "id,family,phone,email", "1,Rezaei,+98 912 345-6789,", "2,Rezaei,,ALI.rezaei@example.com");

        assertThat(rows).extracting(ImportedRow::outcome).containsOnly(Outcome.CANDIDATE);
        assertThat(rows).allSatisfy(row -> assertThat(row.candidates()).containsExactly(ali.id()));
    }

    @Test
    void severalNumbersInOneCellAreSeveral() {
        run(PLAIN, "id,family,phone,email", "1,Rezaei,\"0912 111 2233; ۰۹۳۵۱۱۱۲۲۳۳\",\"a@example.com,b@example.com\"");

        assertThat(customer(0).contacts()).hasSize(4);
    }

    @Test
    void aFileGoesOnBehindALine() {
        run(PLAIN.afterLine(2), "id,family,phone,email", "1,A,,", "2,B,,");

        assertThat(rows).extracting(ImportedRow::line).containsExactly(3L);
    }

    @Test
    void semicolonsAndAByteOrderMarkAreFine() {
        ImportReport report = run(
                PLAIN.dividedBy(';'),
                "\uFEFFid;family;phone;email\r\n1;\"Line\r\nbreak\";;\r\n\r\n;;;\r\n2;B;;\r\n"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(rows).extracting(ImportedRow::line).containsExactly(2L, 6L);
        assertThat(report.rejected()).as("a name of two lines").isEqualTo(1);
        assertThat(report.lastLine()).isEqualTo(6);
    }

    @Test
    void aRowThatIsNoUtf8IsRejectedWithWhatToDoAndTheOthersCome() {
        byte[] file =
                "id,family,phone,email\n1,Reza,,\n2,رضايي,,\n3,Kumar,,\n".getBytes(Charset.forName("windows-1256"));

        ImportReport report = run(PLAIN, file);

        assertThat(rows)
                .extracting(ImportedRow::line, ImportedRow::outcome)
                .containsExactly(tuple(2L, Outcome.CREATED), tuple(3L, Outcome.REJECTED), tuple(4L, Outcome.CREATED));
        assertThat(rows.get(1).reasons().get(0).message()).contains("FAMILY_NAME", "UTF-8");
        assertThat(report.rejected()).isEqualTo(1);
    }

    @Test
    void aHeaderThatIsNoUtf8IsRefused() {
        for (String charset : List.of("windows-1256", "UTF-16LE")) {
            byte[] file = "id,نام,family,phone,email\n1,A,B,,\n".getBytes(Charset.forName(charset));

            assertThat(refusal(InvalidRequestException.class, () -> run(PLAIN, file))
                            .getMessage())
                    .contains("UTF-8");
        }
        assertThat(rows).isEmpty();
    }

    @Test
    void aRowWithMoreCellsThanTheFirstLineIsRejected() {
        run(PLAIN, "id,family,phone,email", "1,Kumar,,,,", "2,A,,,b", "3,B,,");

        assertThat(rows)
                .extracting(ImportedRow::outcome)
                .containsExactly(Outcome.CREATED, Outcome.REJECTED, Outcome.CREATED);
        assertThat(rows.get(1).reasons().get(0).message()).contains("more cells");
    }

    @Test
    void whatIsNoCsvIsRefusedAtItsLine() {
        InvalidRequestException refused = refusal(
                InvalidRequestException.class, () -> run(PLAIN, "id,family,phone,email", "1,A,,", "2,\"open,,"));

        assertThat(refused.getMessage()).contains("line 2").doesNotContain("open");
        assertThat(rows).hasSize(1);
        refusal(InvalidRequestException.class, () -> run(PLAIN, ""));
        assertThat(refusal(InvalidRequestException.class, () -> run(PLAIN, "id,family,phone,phone,email"))
                        .violations())
                .extracting(violation -> violation.code())
                .containsExactly(ViolationCode.UNKNOWN);
    }

    @Test
    void aRowOfManyLongCellsIsRefusedToo() {
        String long500 = ",\"" + "y".repeat(500_000) + '"';

        InvalidRequestException refused = refusal(
                InvalidRequestException.class,
                () -> run(PLAIN, "id,family,phone,email", "1,A,,", "2,B,," + long500.repeat(3)));

        assertThat(refused.getMessage()).contains("line 2");
        assertThat(rows).hasSize(1);
    }

    @Test
    void aRowWithoutEndTakesNoMoreMemoryThanARow() {
        InputStream endless = new InputStream() {
            private final byte[] header = "id,family,phone,email\n\"".getBytes(StandardCharsets.UTF_8);
            private long read;

            @Override
            public int read() {
                return read < header.length ? header[(int) read++] : 'x';
            }

            @Override
            public int read(byte[] buffer, int from, int length) {
                for (int i = 0; i < length; i++) {
                    buffer[from + i] = (byte) read();
                }
                return length;
            }
        };

        InvalidRequestException refused = refusal(
                InvalidRequestException.class, () -> desk.host().customers().importCsv(PLAIN, endless, rows::add));

        assertThat(refused.violations())
                .extracting(violation -> violation.field())
                .containsExactly("file");
    }

    @Test
    void whoeverImportsMayRegisterAndFindsOnlyWhomHeSees() {
        CrmSession auditor = desk.auditor();
        assertThatThrownBy(() -> auditor.customers().importCsv(PLAIN, InputStream.nullInputStream(), rows::add))
                .isInstanceOf(PermissionDeniedException.class);
        desk.kavitha().customers().register(RegisterCustomer.named("கவிதா", "").phone("09121112233"));
        CrmSession sales = desk.as(Actor.agent("sam", Role.SALES_MANAGER));

        sales.customers()
                .importCsv(
                        PLAIN,
                        new ByteArrayInputStream(
                                "id,family,phone,email\n1,A,09121112233,\n".getBytes(StandardCharsets.UTF_8)),
                        rows::add);

        assertThat(rows.get(0).outcome())
                .as("nothing tells of another team's customer")
                .isEqualTo(Outcome.CREATED);
    }

    @Test
    void whoeverSeesNoContactsImportsNobodyWhomHeWouldNotKnowAgain() {
        AccessPolicy noContacts = (role, permission) -> permission == Permission.CUSTOMER_CONTACTS
                ? Scope.NONE
                : AccessMatrix.standard().scope(role, permission);
        CrmSession blind = new Desk(MemoryStorage.create(), noContacts).sara();
        byte[] file = "id,family,phone,email\n,A,09121112233,\n7,B,09121112244,\n".getBytes(StandardCharsets.UTF_8);

        blind.customers().importCsv(PLAIN, new ByteArrayInputStream(file), rows::add);
        blind.customers().importCsv(PLAIN, new ByteArrayInputStream(file), rows::add);

        assertThat(rows)
                .extracting(ImportedRow::outcome)
                .containsExactly(Outcome.REJECTED, Outcome.CREATED, Outcome.REJECTED, Outcome.CANDIDATE);
        assertThat(rows.get(0).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.field()).isEqualTo("row"));
    }

    @Test
    void aDryRunKnowsOfExternalIdsThatTheActorDoesNotSee() {
        run(PLAIN, PEOPLE);
        byte[] file = "id,family,phone,email\n09,A,,\n10,B,,\n".getBytes(StandardCharsets.UTF_8);
        CrmSession sales = desk.as(Actor.agent("sam", Role.SALES_MANAGER).in(Desk.VIP));

        ImportReport dry = sales.customers().importCsv(PLAIN.dry(), new ByteArrayInputStream(file), row -> {});

        assertThat(dry).isEqualTo(new ImportReport(2, 1, 0, 1, 0, 3));
        assertThat(sales.customers().importCsv(PLAIN, new ByteArrayInputStream(file), row -> {}))
                .isEqualTo(dry);
    }

    @Test
    void noColumnOverwritesAnother() {
        ImportCustomers twice = PLAIN.column("name", ImportField.FAMILY_NAME);
        ImportCustomers attributes = PLAIN.attribute("kyc", "kyc.level").attribute("device", "loginDevice");

        assertThat(Desk.wrongFields(twice)).containsExactly("import.columns");
        assertThat(Desk.wrongFields(attributes.attribute("level", "kyc.level"))).containsExactly("import.columns");
        assertThat(Desk.wrongFields(attributes.column("mobile", ImportField.PHONE)))
                .isEmpty();
    }
}
