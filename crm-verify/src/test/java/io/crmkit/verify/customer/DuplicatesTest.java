package io.crmkit.verify.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.customer.Customer;
import io.crmkit.customer.DuplicateCandidate;
import io.crmkit.customer.DuplicateCandidate.Reason;
import io.crmkit.customer.MergeCustomers;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.verify.Desk;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever may be the same person is found with what speaks for it, as far as the actor sees it. */
class DuplicatesTest {
    private final Desk desk = new Desk();
    private final Customer ali = desk.ali();

    private Customer register(RegisterCustomer command) {
        return desk.sara().customers().register(command);
    }

    @Test
    void whatSpeaksForItIsAddedUp() {
        Customer twin = register(
                RegisterCustomer.named("علي", "رضائي").phone("+98 912 345 6789").email("ali.REZAEI@example.com"));
        Customer brother = register(RegisterCustomer.named("حسن", "رضایی").phone("09123456789"));
        Customer namesake = register(RegisterCustomer.named("علی", "رضایی"));
        Customer misspelt = register(RegisterCustomer.named("علی", "رضایب"));
        register(RegisterCustomer.named("کریم", "کریمی").phone("09351112233"));

        assertThat(desk.sara().customers().duplicates(ali.id()))
                .extracting(found -> found.customer().id(), DuplicateCandidate::score, DuplicateCandidate::reasons)
                .containsExactly(
                        tuple(twin.id(), 100, List.of(Reason.EMAIL, Reason.PHONE, Reason.NAME)),
                        tuple(brother.id(), 50, List.of(Reason.PHONE)),
                        tuple(namesake.id(), 30, List.of(Reason.NAME)),
                        tuple(misspelt.id(), 15, List.of(Reason.SIMILAR_NAME)));
    }

    @Test
    void whoeverDoesNotSeeContactsIsToldNothingByThem() {
        register(RegisterCustomer.named("Grace", "").phone("09123456789"));
        Customer namesake = register(RegisterCustomer.named("علی", "رضایی").phone("09123456789"));

        List<DuplicateCandidate> found =
                desk.as(Actor.agent("mona", Role.MARKETER)).customers().duplicates(ali.id());

        assertThat(found).extracting(each -> each.customer().id()).containsExactly(namesake.id());
        assertThat(found.get(0).reasons()).containsExactly(Reason.NAME);
        assertThat(found.get(0).customer().contacts().get(0).value()).isEqualTo("…789");
    }

    @Test
    void whoWasMergedIsNobodysDuplicate() {
        Customer twin = register(RegisterCustomer.named("علی", "رضایی"));
        desk.admin().customers().merge(MergeCustomers.of(ali, twin));

        assertThat(desk.sara().customers().duplicates(ali.id())).isEmpty();
        assertThat(desk.sara().customers().duplicates(twin.id())).isEmpty();
    }

    @Test
    void aNumberThatHundredsShareGivesAsManyAsOneCanLookAt() {
        for (int i = 0; i < 120; i++) {
            register(RegisterCustomer.named("Customer", "No. " + i).phone("09123456789"));
        }

        assertThat(desk.sara().customers().duplicates(ali.id())).hasSize(49);
    }
}
