package io.crmkit.verify.customer;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.CustomerHit;
import io.crmkit.customer.CustomerMerge;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.MergeCustomers;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.Tier;
import io.crmkit.customer.UnmergeCustomers;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.error.DuplicateException;
import io.crmkit.error.MergedException;
import io.crmkit.page.PageRequest;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.ticket.MergeTickets;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.verify.Desk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A merge that was wrong is taken back, and all is as it was but for what was done since. */
class UnmergeTest {
    private final MemoryStorage storage = MemoryStorage.create();
    private final Desk desk = Desk.staffed(storage);
    private final Customer ali = desk.ali();
    private final MergeWorld world = new MergeWorld(desk, storage);
    private final Customer twin = world.another();

    private Customer now(CustomerId id) {
        return desk.admin().customers().get(id);
    }

    private CustomerMerge merge(Customer survivor, Customer merged) {
        return desk.admin().customers().merge(MergeCustomers.of(now(survivor.id()), now(merged.id())));
    }

    private Customer unmerge(CustomerMerge merge) {
        return desk.admin().customers().unmerge(UnmergeCustomers.of(merge, now(merge.survivor())));
    }

    @Test
    void mergedAndSeparatedAllIsAsBefore() {
        world.fill(ali.id());
        world.fill(twin.id());
        Map<String, List<String>> before = world.snapshot();
        long version = now(twin.id()).version();

        CustomerMerge merge = merge(ali, twin);
        assertThat(world.snapshot()).isNotEqualTo(before);
        Customer back = unmerge(merge);

        assertThat(world.snapshot()).isEqualTo(before);
        assertThat(back.version()).isEqualTo(version);
        assertThat(now(twin.id()).id()).isEqualTo(twin.id());
        assertThat(found(desk.admin().customers().suggest("رضائی", 50).hits()))
                .containsExactlyInAnyOrder(ali.id(), twin.id());
    }

    @Test
    void aChainIsTakenApartFromItsEnd() {
        world.fill(twin.id());
        Customer third = desk.sara()
                .customers()
                .register(RegisterCustomer.named("Ali", "Rezaei").identifier("uid", "u-3"));
        world.fill(third.id());
        Map<String, List<String>> before = world.snapshot();
        CustomerMerge first = merge(ali, twin);
        Map<String, List<String>> between = world.snapshot();
        CustomerMerge second = merge(third, ali);

        MergedException refused = refusal(
                MergedException.class,
                () -> desk.admin().customers().unmerge(new UnmergeCustomers(first.id(), 9, Optional.empty())));
        assertThat(refused.survivor()).isEqualTo(third.id().toString());
        unmerge(second);
        assertThat(world.snapshot()).isEqualTo(between);
        unmerge(first);
        assertThat(world.snapshot()).isEqualTo(before);
    }

    @Test
    void ofTwoMergesIntoOneTheFirstCanBeUndoneAlone() {
        Customer third = desk.sara()
                .customers()
                .register(RegisterCustomer.named("Ali", "Rezaei").phone("09351112233"));
        world.fill(twin.id());
        world.fill(third.id());
        CustomerMerge first = merge(ali, twin);
        CustomerMerge second = merge(ali, third);

        assertThat(desk.sara().customers().merges(twin.id())).containsExactly(first, second);
        unmerge(first);

        assertThat(now(ali.id()).contacts())
                .as("the number that the other merged customer has too")
                .extracting(contact -> contact.normalised())
                .contains("+989351112233");
        assertThat(now(ali.id()).identifiers()).containsExactly(Identifier.username("ali_r"));
        assertThat(world.referencesTo(third.id())).isEmpty();
        assertThat(world.referencesTo(twin.id())).isNotEmpty();
        assertThat(desk.sara().customers().merges(ali.id())).containsExactly(second);
    }

    @Test
    void nothingOfAMergedCustomerStaysBehindInALaterMerge() {
        Customer third = desk.sara()
                .customers()
                .register(RegisterCustomer.named("Ali", "Rezaei")
                        .phone("09351112233")
                        .attribute("kyc.level", "3"));
        Map<String, List<String>> before = world.snapshot();
        CustomerMerge first = merge(ali, twin);
        CustomerMerge second = merge(ali, third);

        unmerge(first);
        assertThat(now(ali.id()).attributes())
                .as("what the other merged customer has, and the first one had too")
                .isEqualTo(Map.of("kyc.level", "3"));
        unmerge(second);

        assertThat(world.snapshot()).isEqualTo(before);
    }

    @Test
    void whatWasChangedBetweenTwoMergesStays() {
        Customer third = desk.sara().customers().register(RegisterCustomer.named("Ali", "Rezaei"));
        CustomerMerge first = merge(ali, twin);
        desk.admin()
                .customers()
                .update(UpdateCustomer.of(now(ali.id()))
                        .tier(Tier.GOLD)
                        .attribute("kyc.level", "5")
                        .with(new CustomerEdit.RemoveContact(ContactType.PHONE, "09123456789"))
                        .with(new CustomerEdit.AddContact(ContactType.EMAIL, "new@example.com")));
        CustomerMerge second = merge(ali, third);

        unmerge(first);
        unmerge(second);

        Customer alone = now(ali.id());
        assertThat(alone.tier()).isEqualTo(Tier.GOLD);
        assertThat(alone.attributes()).isEqualTo(Map.of("kyc.level", "5"));
        assertThat(alone.contacts())
                .extracting(contact -> contact.normalised())
                .containsExactly("ali.rezaei@example.com", "new@example.com");
    }

    @Test
    void whatCameAfterTheMergeStaysWithTheSurvivor() {
        Ticket ticket = desk.open(twin.id());
        CustomerMerge merge = merge(ali, twin);
        Ticket later = desk.open(twin.id());
        desk.reply(desk.stored(ticket));
        desk.admin()
                .customers()
                .update(UpdateCustomer.of(now(ali.id()))
                        .tier(Tier.SILVER)
                        .with(new CustomerEdit.AddContact(ContactType.EMAIL, "new@example.com")));

        unmerge(merge);

        assertThat(desk.stored(later).customer()).isEqualTo(ali.id());
        assertThat(desk.stored(ticket).customer()).isEqualTo(twin.id());
        assertThat(desk.admin()
                        .tickets()
                        .messages(ticket.id(), PageRequest.first())
                        .items())
                .extracting(message -> message.customer())
                .containsOnly(twin.id());
        assertThat(now(ali.id()).tier()).isEqualTo(Tier.SILVER);
        assertThat(now(ali.id()).contacts()).extracting(c -> c.value()).contains("new@example.com");
        assertThat(now(ali.id()).identifiers()).containsExactly(Identifier.username("ali_r"));
    }

    @Test
    void whoseTicketWentOnInAnotherOnesGetsAFollowUpOfHisOwn() {
        Ticket his = desk.open(ali.id());
        Ticket theirs = desk.open(twin.id());
        CustomerMerge merge = merge(ali, twin);
        desk.admin().tickets().merge(new MergeTickets(theirs.id(), his.id()));
        unmerge(merge);

        Ticket followUp = desk.customer(ali.id()).tickets().write(WriteMessage.of(his.id(), ali.id(), "هنوز نرسیده"));

        assertThat(followUp.customer()).isEqualTo(ali.id());
        assertThat(followUp.followUpOf()).contains(his.id());
        assertThat(desk.customer(twin.id()).tickets().view(theirs.id()).messages())
                .hasSize(1);
    }

    @Test
    void anIdentifierThatAThirdOneHasByNowKeepsTheMergeFromBeingUndone() {
        CustomerMerge merge = merge(ali, twin);
        desk.admin()
                .customers()
                .update(UpdateCustomer.of(now(ali.id()))
                        .with(new CustomerEdit.RemoveIdentifier("wallet", MergeWorld.WALLET)));
        desk.sara().customers().register(RegisterCustomer.named("Grace", "").identifier("wallet", MergeWorld.WALLET));

        assertThat(refusal(DuplicateException.class, () -> unmerge(merge)).key())
                .isEqualTo("identifier wallet");
        assertThat(now(twin.id()).id()).isEqualTo(ali.id());
    }

    private static List<CustomerId> found(List<CustomerHit> hits) {
        return hits.stream().map(hit -> hit.customer().id()).toList();
    }
}
