package io.crmkit.verify.customer;

import static io.crmkit.verify.Desk.refusal;
import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.Names;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.Tier;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.error.ConflictException;
import io.crmkit.error.DuplicateException;
import io.crmkit.error.IdempotencyConflictException;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.page.PageRequest;
import io.crmkit.staff.Agent;
import io.crmkit.staff.AgentState;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpdatingTest {
    private final Desk desk = Desk.staffed();

    @Test
    void changesAreKeptUnderTheNextVersion() {
        Customer ali = desk.ali();
        desk.clock.advance(Duration.ofMinutes(5));

        Customer changed = desk.sara()
                .customers()
                .update(UpdateCustomer.of(ali)
                        .tier(Tier.GOLD)
                        .flags(CustomerFlag.VIP)
                        .attribute("kyc.level", "2"));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.tier()).isEqualTo(Tier.GOLD);
        assertThat(changed.flags()).containsExactly(CustomerFlag.VIP);
        assertThat(changed.attributes()).containsEntry("kyc.level", "2");
        assertThat(changed.createdAt()).isEqualTo(ali.createdAt());
        assertThat(changed.updatedAt()).isEqualTo(desk.clock.instant());
        assertThat(desk.sara().customers().get(ali.id())).isEqualTo(changed);
    }

    @Test
    void everyKindOfEditIsApplied() {
        Customer ali = desk.ali();

        Customer changed = desk.sara()
                .customers()
                .update(UpdateCustomer.of(ali)
                        .with(new CustomerEdit.Rename(new Names("علیرضا", "رضایی")))
                        .with(new CustomerEdit.AddIdentifier(new Identifier("wallet", "bc1q77")))
                        .with(new CustomerEdit.RemoveIdentifier(Identifier.username("ALI_R")))
                        .with(new CustomerEdit.AddContact(ContactType.MESSENGER, "@ali"))
                        .with(new CustomerEdit.RemoveContact(ContactType.PHONE, "+989123456789"))
                        .with(new CustomerEdit.SetLanguages(List.of("ta")))
                        .with(new CustomerEdit.SetPreferredChannel(ContactType.EMAIL))
                        .with(new CustomerEdit.SetCare(Optional.of(new ActorId("sara")), Desk.VIP)));

        assertThat(changed.names().given()).isEqualTo("علیرضا");
        assertThat(changed.identifiers()).containsExactly(new Identifier("wallet", "bc1q77"));
        assertThat(changed.contacts())
                .extracting(Contact::type)
                .containsExactly(ContactType.EMAIL, ContactType.MESSENGER);
        assertThat(changed.language()).isEqualTo("ta");
        assertThat(changed.preferredChannel()).contains(ContactType.EMAIL);
        assertThat(changed.owner()).contains(new ActorId("sara"));
        assertThat(changed.team()).isEqualTo(Desk.VIP);
    }

    @Test
    void anUpdateThatChangesNothingLeavesTheVersion() {
        Customer ali = desk.ali();
        desk.clock.advance(Duration.ofMinutes(5));

        Customer same = desk.sara()
                .customers()
                .update(UpdateCustomer.of(ali)
                        .tier(ali.tier())
                        .with(new CustomerEdit.AddContact(ContactType.PHONE, "0098 912 345 6789")));

        assertThat(same).isEqualTo(ali);
        assertThat(desk.sara()
                        .customers()
                        .history(ali.id(), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    void aStaleVersionIsRefusedWithBothVersions() {
        Customer ali = desk.ali();
        desk.omid().customers().update(UpdateCustomer.of(ali).tier(Tier.SILVER));

        ConflictException refusal = refusal(
                ConflictException.class,
                () -> desk.sara().customers().update(UpdateCustomer.of(ali).tier(Tier.GOLD)));

        assertThat(refusal.expected()).isEqualTo(1);
        assertThat(refusal.found()).isEqualTo(2);
        assertThat(desk.sara().customers().get(ali.id()).tier()).isEqualTo(Tier.SILVER);
    }

    @Test
    void whatIsNotThereCannotBeRemoved() {
        Customer ali = desk.ali();
        UpdateCustomer command = UpdateCustomer.of(ali)
                .with(new CustomerEdit.RemoveContact(ContactType.PHONE, "09120000000"))
                .with(new CustomerEdit.RemoveIdentifier(new Identifier("wallet", "bc1q")))
                .with(new CustomerEdit.ClearAttribute("kyc.level"))
                .with(new CustomerEdit.ClearAttribute("hobby"));

        assertThat(refusedFields(() -> desk.sara().customers().update(command)))
                .containsExactly("contact.PHONE", "identifier.wallet", "attribute.kyc.level", "attribute");
        assertThat(desk.sara().customers().get(ali.id())).isEqualTo(ali);
    }

    @Test
    void anIdentifierOfAnotherCustomerIsRefused() {
        desk.ali();
        Customer mina = desk.sara().customers().register(RegisterCustomer.named("Mina", ""));

        assertThatThrownBy(() -> desk.sara()
                        .customers()
                        .update(UpdateCustomer.of(mina)
                                .with(new CustomerEdit.AddIdentifier(Identifier.username("Ali_R")))))
                .isInstanceOf(DuplicateException.class);
    }

    @Test
    void aReleasedIdentifierIsFreeForOthers() {
        Customer ali = desk.ali();
        desk.sara()
                .customers()
                .update(UpdateCustomer.of(ali).with(new CustomerEdit.RemoveIdentifier(Identifier.username("ali_r"))));

        Customer other = desk.sara()
                .customers()
                .register(RegisterCustomer.named("Ali", "").username("ali_r"));

        assertThat(desk.sara().customers().findByIdentifier(Identifier.username("ali_r")))
                .contains(other);
    }

    @Test
    void customersOfOtherTeamsAreNotFoundForEditing() {
        Customer ali = desk.ali();

        assertThatThrownBy(() ->
                        desk.kavitha().customers().update(UpdateCustomer.of(ali).tier(Tier.GOLD)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.marketer()
                        .customers()
                        .update(UpdateCustomer.of(ali).tier(Tier.GOLD)))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void editsLeaveWhatTheActorSeesMasked() {
        Customer ali = desk.host()
                .customers()
                .register(RegisterCustomer.named("علی", "").attribute("kyc.documentNumber", "A1234567"));
        Customer seen = desk.sara().customers().get(ali.id());

        desk.sara().customers().update(UpdateCustomer.of(seen).tier(Tier.GOLD));

        assertThat(desk.host().customers().get(ali.id()).attributes()).containsEntry("kyc.documentNumber", "A1234567");
    }

    @Test
    void aMaskedValueIsNeverWrittenBack() {
        Customer ali = desk.host()
                .customers()
                .register(RegisterCustomer.named("علی", "").attribute("kyc.documentNumber", "A1234567"));
        String masked = desk.sara().customers().get(ali.id()).attributes().get("kyc.documentNumber");
        UpdateCustomer command = UpdateCustomer.of(ali)
                .attribute("kyc.documentNumber", masked)
                .with(new CustomerEdit.AddContact(ContactType.PHONE, "…789"))
                .with(new CustomerEdit.AddIdentifier(new Identifier("wallet", "…77")));

        assertThat(refusedFields(() -> desk.sara().customers().update(command)))
                .containsExactly("attribute.kyc.documentNumber", "contact.PHONE", "identifier.wallet");
    }

    @Test
    void aRepetitionChangesNothingMore() {
        UpdateCustomer command = UpdateCustomer.of(desk.ali()).tier(Tier.GOLD).once("click-1");

        desk.sara().customers().update(command);
        Customer second = desk.sara().customers().update(command);

        assertThat(second.version()).isEqualTo(2);
        assertThatThrownBy(() -> desk.sara().customers().update(command.tier(Tier.SILVER)))
                .isInstanceOf(IdempotencyConflictException.class);
    }

    @Test
    void careIsGivenToAgentsAndTeamsThatAreKnown() {
        Customer ali = desk.ali();
        desk.host().staff().save(Agent.of("omid", "امید").state(AgentState.DEACTIVATED));

        for (String agent : List.of("nobody", "omid")) {
            assertThat(refusedFields(() -> desk.admin()
                            .customers()
                            .update(UpdateCustomer.of(ali)
                                    .with(new CustomerEdit.SetCare(
                                            Optional.of(new ActorId(agent)), TeamId.of("ghosts"))))))
                    .containsExactly("owner", "team");
        }
    }
}
