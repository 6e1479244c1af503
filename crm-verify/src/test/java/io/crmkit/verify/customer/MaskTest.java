package io.crmkit.verify.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.TimelineQuery;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.error.NotFoundException;
import io.crmkit.page.PageRequest;
import io.crmkit.verify.Desk;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaskTest {
    private final Desk desk = Desk.staffed();

    private final Customer ali = desk.host()
            .customers()
            .register(RegisterCustomer.named("علی", "رضایی")
                    .phone("09123456789")
                    .email("ali@example.com")
                    .username("ali_r")
                    .identifier("uid", "77001")
                    .identifier("wallet", "bc1qxy2k9")
                    .attribute("kyc.status", "VERIFIED")
                    .attribute("kyc.documentNumber", "A1234567"));

    @Test
    void thoseWithEveryRightSeeEverything() {
        assertThat(seenBy(desk.admin())).isEqualTo(ali);
        assertThat(seenBy(desk.admin()).masked()).isEmpty();
    }

    @Test
    void anAgentSeesContactsOfTheOwnTeamAndSensitiveValuesMasked() {
        Customer seen = seenBy(desk.sara());

        assertThat(seen.contacts()).isEqualTo(ali.contacts());
        assertThat(seen.identifiers()).isEqualTo(ali.identifiers());
        assertThat(seen.attributes())
                .containsEntry("kyc.documentNumber", "…67")
                .containsEntry("kyc.status", "VERIFIED");
        assertThat(seen.masked()).containsExactly("attribute.kyc.documentNumber");
    }

    @Test
    void anAgentSeesContactsOfAnotherTeamMasked() {
        Customer seen = seenBy(desk.kavitha());

        assertThat(seen.names()).isEqualTo(ali.names());
        assertThat(seen.contacts())
                .containsExactly(
                        new Contact(ContactType.PHONE, "…789", "…789"),
                        new Contact(ContactType.EMAIL, "a…@e…", "a…@e…"));
        assertThat(seen.identifiers())
                .containsExactly(
                        Identifier.username("ali_r"), new Identifier("uid", "77001"), new Identifier("wallet", "…k9"));
        assertThat(seen.masked())
                .containsExactlyInAnyOrder(
                        "contact.PHONE", "contact.EMAIL", "identifier.wallet", "attribute.kyc.documentNumber");
    }

    @Test
    void aMarketerSeesNeitherContactsNorWhetherASensitiveValueIsSet() {
        Customer plain = desk.host().customers().register(RegisterCustomer.named("Mina", ""));

        Customer seen = seenBy(desk.marketer());

        assertThat(seen.attributes()).containsOnlyKeys("kyc.status");
        assertThat(seen.masked()).contains("contact.PHONE", "attribute.kyc.documentNumber");
        assertThat(desk.marketer().customers().get(plain.id()).masked())
                .containsExactly("attribute.kyc.documentNumber");
    }

    @Test
    void theCustomerSeesContactsButNothingOfTheDesk() {
        desk.admin().customers().update(UpdateCustomer.of(ali).flags(CustomerFlag.CHALLENGING));

        Customer seen = seenBy(desk.customer(ali.id()));

        assertThat(seen.contacts()).isEqualTo(ali.contacts());
        assertThat(seen.attributes()).containsEntry("kyc.documentNumber", "…67");
        assertThat(seen.flags()).isEmpty();
        assertThat(seen.masked()).containsExactlyInAnyOrder("attribute.kyc.documentNumber", "flags", "owner", "team");
        assertThat(desk.customer(ali.id())
                        .customers()
                        .search(CustomerQuery.all().flag(CustomerFlag.CHALLENGING), PageRequest.first())
                        .customers())
                .isEmpty();
    }

    @Test
    void nothingIsShownOfAShortValue() {
        Customer short1 = desk.host()
                .customers()
                .register(RegisterCustomer.named("Mina", "").phone("1234").attribute("kyc.documentNumber", "AB12"));

        Customer seen = desk.kavitha().customers().get(short1.id());

        assertThat(seen.contacts()).extracting(Contact::value).containsExactly("…");
        assertThat(seen.attributes()).containsEntry("kyc.documentNumber", "…");
    }

    @Test
    void customersOutOfReachAreNotFound() {
        CrmSession tech = desk.as(Actor.agent("tara", Role.TECH_AGENT).in(Desk.VIP));
        Customer mina = desk.sara().customers().register(RegisterCustomer.named("Mina", ""));

        assertThatThrownBy(() -> seenBy(tech)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tech.customers().history(ali.id(), PageRequest.first()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tech.customers().timeline(TimelineQuery.of(ali.id()), PageRequest.first()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> seenBy(desk.customer(mina.id()))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatAnUpdateReturnsIsMaskedToo() {
        Customer given = desk.sara()
                .customers()
                .update(UpdateCustomer.of(ali).with(new CustomerEdit.SetCare(Optional.empty(), Desk.VIP)));

        assertThat(given.contact(ContactType.PHONE)).map(Contact::value).contains("…789");
    }

    private Customer seenBy(CrmSession session) {
        return session.customers().get(ali.id());
    }
}
