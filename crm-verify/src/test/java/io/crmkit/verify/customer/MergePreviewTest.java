package io.crmkit.verify.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.AccessMatrix;
import io.crmkit.actor.AccessPolicy;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.actor.Scope;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.MergeConflict;
import io.crmkit.customer.MergePreview;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.Tier;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.verify.Desk;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a merge would do is shown as far as the actor sees both customers. */
class MergePreviewTest {
    private final MemoryStorage storage = MemoryStorage.create();
    private final Desk desk = Desk.staffed(storage);
    private final Customer ali = desk.ali();
    private final Customer twin = new MergeWorld(desk, storage).another();

    private Customer now(CustomerId id) {
        return desk.admin().customers().get(id);
    }

    @Test
    void aPreviewNamesEachConflictAndChangesNothing() {
        desk.admin()
                .customers()
                .update(UpdateCustomer.of(ali)
                        .tier(Tier.GOLD)
                        .attribute("kyc.level", "3")
                        .with(new CustomerEdit.SetPreferredChannel(ContactType.PHONE)));

        MergePreview preview = desk.admin().customers().mergePreview(ali.id(), twin.id());

        assertThat(preview.conflicts())
                .containsExactly(
                        conflict("names", "علی رضایی", "علی رضائی"),
                        conflict("languages", "fa", "ta"),
                        conflict("preferredChannel", "PHONE", "EMAIL"),
                        conflict("tier", "GOLD", "STANDARD"),
                        conflict("attribute.kyc.level", "3", "2"));
        assertThat(preview.outcome().tier()).isEqualTo(Tier.GOLD);
        assertThat(preview.outcome().contacts()).hasSize(3);
        assertThat(now(ali.id()).version()).isEqualTo(2);
        assertThat(now(twin.id()).id()).isEqualTo(twin.id());
    }

    private static MergeConflict conflict(String field, String one, String other) {
        return new MergeConflict(field, Optional.of(one), Optional.of(other));
    }

    @Test
    void aPreviewShowsNoContactsOfWhomTheActorSeesNone() {
        AccessPolicy mergesAll = (role, permission) -> permission == Permission.CUSTOMER_MERGE
                ? Scope.ALL
                : AccessMatrix.standard().scope(role, permission);
        Customer foreign = desk.kavitha()
                .customers()
                .register(RegisterCustomer.named("கவிதா", "ராமன்").phone("09351112244"));

        MergePreview preview = new Desk(storage, mergesAll).sara().customers().mergePreview(ali.id(), foreign.id());

        assertThat(preview.survivor().contacts())
                .extracting(contact -> contact.normalised())
                .contains("+989123456789");
        assertThat(preview.merged().contacts())
                .extracting(contact -> contact.value())
                .containsExactly("…244");
        assertThat(preview.outcome().contacts())
                .extracting(contact -> contact.value())
                .containsExactly("…789", "a…@e…", "…244");
        assertThat(preview.outcome().masked()).contains("contact.PHONE");
    }
}
