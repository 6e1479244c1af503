package io.crmkit.verify.customer;

import static io.crmkit.verify.Desk.refusal;
import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.DuplicateException;
import io.crmkit.error.IdempotencyConflictException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.error.Violation;
import io.crmkit.error.ViolationCode;
import io.crmkit.page.PageRequest;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegisteringTest {
    private final Desk desk = new Desk();

    @Test
    void theCrmSetsIdVersionAuthorAndTime() {
        Customer ali = desk.ali();

        assertThat(ali.version()).isEqualTo(1);
        assertThat(ali.createdBy())
                .isEqualTo(Actor.agent("sara", Role.SUPPORT_AGENT).ref());
        assertThat(ali.createdAt()).isEqualTo(desk.clock.instant());
        assertThat(ali.updatedAt()).isEqualTo(desk.clock.instant());
        assertThat(ali.team()).isEqualTo(TeamId.SUPPORT);
        assertThat(desk.sara().customers().get(ali.id())).isEqualTo(ali);
    }

    @Test
    void namesAreKeptAsWritten() {
        Customer priya = desk.sara().customers().register(RegisterCustomer.named("பிரியா", "குமார்"));

        assertThat(priya.names().display()).isEqualTo("பிரியா குமார்");
    }

    @Test
    void aNumberIsKeptAsWrittenAndComparedInternationally() {
        Contact phone = desk.ali().contact(ContactType.PHONE).orElseThrow();

        assertThat(phone.value()).isEqualTo("۰۹۱۲ ۳۴۵ ۶۷۸۹");
        assertThat(phone.normalised()).isEqualTo("+989123456789");
    }

    @Test
    void aNumberThatNoPlanKnowsIsKeptAsWritten() {
        Customer customer = desk.sara()
                .customers()
                .register(RegisterCustomer.named("Maryam", "").phone("۱۲-۳۴"));

        Contact phone = customer.contact(ContactType.PHONE).orElseThrow();

        assertThat(phone.value()).isEqualTo("۱۲-۳۴");
        assertThat(phone.normalised()).isEqualTo("1234");
    }

    @Test
    void anAddressIsComparedWithoutCase() {
        Contact mail = desk.ali().contact(ContactType.EMAIL).orElseThrow();

        assertThat(mail.value()).isEqualTo("Ali.Rezaei@Example.com");
        assertThat(mail.normalised()).isEqualTo("ali.rezaei@example.com");
    }

    @Test
    void equalContactsAreOne() {
        Customer customer = desk.sara()
                .customers()
                .register(RegisterCustomer.named("Ali", "")
                        .phone("09123456789")
                        .phone("+98 912 345 6789")
                        .phone("۰۹۱۲۳۴۵۶۷۸۹"));

        assertThat(customer.contacts()).hasSize(1);
    }

    @Test
    void customersMayShareAContact() {
        Customer first = desk.ali();
        Customer second = desk.sara()
                .customers()
                .register(RegisterCustomer.named("Mina", "").phone("09123456789"));

        assertThat(desk.sara().customers().findByContact(ContactType.PHONE, "0912-345-6789"))
                .containsExactly(first, second);
    }

    @Test
    void languagesAreBroughtIntoTheirUsualWriting() {
        Customer customer = desk.sara()
                .customers()
                .register(RegisterCustomer.named("Ali", "").language("FA-ir", "ta", "fa-IR"));

        assertThat(customer.languages()).containsExactly("fa-IR", "ta");
    }

    @Test
    void allViolationsAreToldAtOnce() {
        RegisterCustomer command = RegisterCustomer.named("Ali", "")
                .email("ali@")
                .attribute("kyc.status", "MAYBE")
                .attribute("favouriteColour", "blue")
                .language("xx")
                .phone("none")
                .attribute("kyc.level", " ");

        InvalidRequestException refusal = refusal(
                InvalidRequestException.class, () -> desk.sara().customers().register(command));

        assertThat(refusal.violations())
                .extracting(Violation::field, Violation::code)
                .containsExactly(
                        tuple("contact.EMAIL", ViolationCode.MALFORMED),
                        tuple("attribute.kyc.status", ViolationCode.MALFORMED),
                        tuple("attribute", ViolationCode.UNKNOWN),
                        tuple("languages", ViolationCode.UNKNOWN),
                        tuple("contact.PHONE", ViolationCode.MALFORMED),
                        tuple("attribute.kyc.level", ViolationCode.REQUIRED));
        assertThat(desk.admin()
                        .customers()
                        .search(CustomerQuery.all(), PageRequest.first())
                        .customers())
                .isEmpty();
    }

    @Test
    void aCustomerWithoutNameIsRefused() {
        RegisterCustomer command = new RegisterCustomer(List.of(), Optional.empty()).phone("09123456789");

        assertThat(refusedFields(() -> desk.sara().customers().register(command)))
                .containsExactly("names");
    }

    @Test
    void anIdentifierBelongsToOneCustomer() {
        desk.ali();

        DuplicateException refusal = refusal(
                DuplicateException.class,
                () -> desk.sara()
                        .customers()
                        .register(RegisterCustomer.named("Other", "").username("ALI_R")));

        assertThat(refusal.key()).isEqualTo("identifier username");
    }

    @Test
    void theCaseOfOtherIdentifiersMatters() {
        desk.sara().customers().register(RegisterCustomer.named("A", "").identifier("wallet", "bc1qAbc"));
        desk.sara().customers().register(RegisterCustomer.named("B", "").identifier("wallet", "bc1qabc"));

        assertThat(desk.sara().customers().findByIdentifier(new Identifier("wallet", "bc1qAbc")))
                .map(customer -> customer.names().given())
                .contains("A");
    }

    @Test
    void aRepetitionReturnsTheFirstResult() {
        RegisterCustomer command = RegisterCustomer.named("علی", "رضایی").once("form-17");

        Customer first = desk.sara().customers().register(command);
        desk.clock.advance(Duration.ofMinutes(1));
        Customer second = desk.sara().customers().register(command);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void aKeyWithOtherInputIsRefused() {
        desk.sara().customers().register(RegisterCustomer.named("علی", "رضایی").once("form-17"));

        assertThatThrownBy(() -> desk.sara()
                        .customers()
                        .register(RegisterCustomer.named("علی", "رضائی").once("form-17")))
                .isInstanceOf(IdempotencyConflictException.class);
    }

    @Test
    void keysOfTwoActorsAreDifferent() {
        RegisterCustomer command = RegisterCustomer.named("علی", "رضایی").once("form-17");

        Customer first = desk.sara().customers().register(command);
        Customer second = desk.omid().customers().register(command);

        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void nobodyRegistersForATeamOutOfReach() {
        CrmSession sales = desk.as(Actor.agent("soraya", Role.SALES_MANAGER).in(Desk.VIP));

        assertThatThrownBy(() -> sales.customers()
                        .register(RegisterCustomer.named("Ali", "")
                                .with(new CustomerEdit.SetCare(Optional.empty(), TeamId.SUPPORT))))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(sales.customers().register(RegisterCustomer.named("Ali", "")).team())
                .isEqualTo(Desk.VIP);
    }

    @Test
    void aRoleWithoutThePermissionIsDenied() {
        assertThatThrownBy(() -> desk.auditor().customers().register(RegisterCustomer.named("Ali", "")))
                .isInstanceOf(PermissionDeniedException.class)
                .hasMessageContaining("CUSTOMER_REGISTER");
    }
}
