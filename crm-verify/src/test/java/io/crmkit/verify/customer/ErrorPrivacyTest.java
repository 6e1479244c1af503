package io.crmkit.verify.customer;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerDirectory;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.Names;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.Tier;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.error.CrmException;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.EditNote;
import io.crmkit.note.Note;
import io.crmkit.note.NoteQuery;
import io.crmkit.note.NoteService;
import io.crmkit.page.PageRequest;
import io.crmkit.verify.Desk;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorPrivacyTest {
    private static final List<String> PERSONAL =
            List.of("کاناری", "canary", "9123456789", "۹۱۲۳۴۵۶۷۸۹", "A1234567", "bc1qxy");

    private final Desk desk = new Desk();
    private final Customer customer = desk.host()
            .customers()
            .register(RegisterCustomer.named("کاناری", "canary")
                    .phone("09123456789")
                    .email("canary@example.com")
                    .username("canary")
                    .identifier("wallet", "bc1qxy")
                    .attribute("kyc.documentNumber", "A1234567"));

    @Test
    void refusalsOfCustomersCarryNothingPersonal() {
        CustomerDirectory customers = desk.sara().customers();
        UpdateCustomer update = UpdateCustomer.of(customer);

        nothingPersonal(
                () -> customers.register(RegisterCustomer.named("کاناری", "").username("canary")));
        nothingPersonal(() -> customers.register(RegisterCustomer.named("x", "").identifier("wallet", "bc1qxy")));
        nothingPersonal(() -> customers.register(RegisterCustomer.named("x", "").email("canary@")));
        nothingPersonal(() -> customers.register(RegisterCustomer.named("x", "").phone("canary")));
        nothingPersonal(() -> customers.register(RegisterCustomer.named("x", "").language("canary")));
        nothingPersonal(() -> customers.register(RegisterCustomer.named("x", "").attribute("canary", "canary")));
        for (String attribute : List.of("kyc.status", "relationship", "favouriteAssets", "loginDevice")) {
            nothingPersonal(() -> customers.update(update.attribute(attribute, "canary")));
        }
        nothingPersonal(() -> customers.update(update.attribute("kyc.documentNumber", "A1234567\n")
                .attribute("kyc.documentNumber", "A1234567\ncanary")));
        nothingPersonal(() -> customers.update(
                update.with(new CustomerEdit.RemoveContact(ContactType.EMAIL, "canary2@example.com"))));
        nothingPersonal(
                () -> customers.update(update.with(new CustomerEdit.RemoveIdentifier(Identifier.username("canary2")))));
        nothingPersonal(() -> customers.update(update.with(new CustomerEdit.ClearAttribute("canary"))));
        nothingPersonal(
                () -> customers.update(UpdateCustomer.of(customer.id(), 9).attribute("kyc.level", "canary")));
        nothingPersonal(() -> customers.search(CustomerQuery.containing("canary".repeat(40)), PageRequest.first()));
        nothingPersonal(() -> new Names("canary".repeat(40), ""));
        nothingPersonal(() -> new Identifier("canary kind", "canary\n"));
        nothingPersonal(() -> desk.kavitha().customers().update(update.tier(Tier.GOLD)));
    }

    @Test
    void refusalsOfNotesCarryNothingPersonal() {
        NoteService notes = desk.sara().notes();
        Note note = notes.add(AddNote.about(customer.id(), "canary 09123456789"));

        nothingPersonal(() -> notes.add(AddNote.about(customer.id(), "canary".repeat(5_000))));
        nothingPersonal(() -> notes.add(AddNote.about(customer.id(), "canary".repeat(20_000))));
        nothingPersonal(() -> notes.edit(new EditNote(note.id(), 9, "canary")));
        nothingPersonal(() -> desk.omid().notes().edit(EditNote.of(note, "canary")));
        nothingPersonal(() -> desk.omid().notes().delete(DeleteNote.because(note.id(), "canary")));
        nothingPersonal(() -> notes.list(NoteQuery.all().containing("canary".repeat(40)), PageRequest.first()));
    }

    @Test
    void recordsTellNothingPersonalInLogs() {
        assertThat(customer.toString() + customer.names() + customer.contacts() + customer.identifiers())
                .doesNotContain(PERSONAL);
    }

    private static void nothingPersonal(Runnable call) {
        assertThat(refusal(CrmException.class, call).getMessage()).doesNotContain(PERSONAL);
    }
}
