package io.crmkit.verify.customer;

import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.CrmSession;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.FieldChange;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.Names;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.Tier;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final Desk desk = new Desk();

    @Test
    void eachChangedFieldIsKeptWithItsFormerValue() {
        Customer ali = desk.ali();
        desk.clock.advance(Duration.ofMinutes(1));

        desk.omid()
                .customers()
                .update(UpdateCustomer.of(ali)
                        .tier(Tier.GOLD)
                        .attribute("kyc.status", "PENDING")
                        .with(new CustomerEdit.Rename(new Names("علیرضا", "رضایی")))
                        .with(new CustomerEdit.RemoveContact(ContactType.PHONE, "09123456789"))
                        .with(new CustomerEdit.AddContact(ContactType.PHONE, "09351112233")));

        List<FieldChange> changes = history(desk.sara(), ali.id());
        assertThat(changes)
                .extracting(FieldChange::field, FieldChange::before, FieldChange::after)
                .containsExactly(
                        tuple("names.given", Optional.of("علی"), Optional.of("علیرضا")),
                        tuple("tier", Optional.of("STANDARD"), Optional.of("GOLD")),
                        tuple("attribute.kyc.status", Optional.empty(), Optional.of("PENDING")),
                        tuple("contact.PHONE", Optional.of("۰۹۱۲ ۳۴۵ ۶۷۸۹"), Optional.of("09351112233")));
        assertThat(changes).allSatisfy(change -> {
            assertThat(change.at()).isEqualTo(desk.clock.instant());
            assertThat(change.by().id()).isEqualTo(new ActorId("omid"));
        });
    }

    @Test
    void whatWasClearedHasNoValueAfter() {
        Customer ali = desk.ali();
        Customer flagged = desk.sara()
                .customers()
                .update(UpdateCustomer.of(ali).flags(CustomerFlag.VIP, CustomerFlag.CHALLENGING));
        desk.sara().customers().update(UpdateCustomer.of(flagged).flags());

        assertThat(history(desk.sara(), ali.id()))
                .extracting(FieldChange::before, FieldChange::after)
                .containsExactly(
                        tuple(Optional.of("VIP,CHALLENGING"), Optional.empty()),
                        tuple(Optional.empty(), Optional.of("VIP,CHALLENGING")));
    }

    @Test
    void anotherMainContactIsAChange() {
        Customer two = desk.sara()
                .customers()
                .register(
                        RegisterCustomer.named("Ali", "").email("a@example.com").email("b@example.com"));

        desk.sara()
                .customers()
                .update(UpdateCustomer.of(two)
                        .with(new CustomerEdit.RemoveContact(ContactType.EMAIL, "a@example.com"))
                        .with(new CustomerEdit.AddContact(ContactType.EMAIL, "a@example.com")));

        assertThat(history(desk.sara(), two.id()))
                .extracting(FieldChange::before, FieldChange::after)
                .containsExactly(tuple(Optional.of("a@example.com"), Optional.of("b@example.com")));
    }

    @Test
    void valuesAreMaskedAsTheFieldsAre() {
        Customer ali = desk.ali();
        desk.host()
                .customers()
                .update(UpdateCustomer.of(ali)
                        .attribute("kyc.documentNumber", "A1234567")
                        .with(new CustomerEdit.AddIdentifier(new Identifier("wallet", "bc1qxy2k9")))
                        .with(new CustomerEdit.AddContact(ContactType.PHONE, "09351112233"))
                        .with(new CustomerEdit.RemoveContact(ContactType.EMAIL, "ali.rezaei@example.com")));

        assertThat(history(desk.kavitha(), ali.id()))
                .extracting(FieldChange::field, FieldChange::before, FieldChange::after)
                .containsExactlyInAnyOrder(
                        tuple("attribute.kyc.documentNumber", Optional.empty(), Optional.of("…67")),
                        tuple("identifier.wallet", Optional.empty(), Optional.of("…k9")),
                        tuple("contact.PHONE", Optional.empty(), Optional.of("…233")),
                        tuple("contact.EMAIL", Optional.of("A…@E…"), Optional.empty()));
        assertThat(history(desk.marketer(), ali.id()))
                .extracting(FieldChange::field)
                .containsExactlyInAnyOrder("identifier.wallet", "contact.PHONE", "contact.EMAIL");
        assertThat(history(desk.admin(), ali.id()))
                .extracting(change -> change.after().orElse(""))
                .containsExactlyInAnyOrder("A1234567", "bc1qxy2k9", "09351112233", "");
    }

    @Test
    void pagesOfAnySizeHoldEachChangeOnce() {
        Customer ali = manyChanges();
        List<FieldChange> all = history(desk.marketer(), ali.id());
        assertThat(all).hasSize(12);

        for (int size = 1; size <= 13; size++) {
            List<FieldChange> listed = new ArrayList<>();
            Optional<PageRequest> next = Optional.of(PageRequest.first(size));
            while (next.isPresent()) {
                Page<FieldChange> page = desk.marketer().customers().history(ali.id(), next.get());
                assertThat(page.items()).hasSizeBetween(1, size);
                listed.addAll(page.items());
                next = page.next();
            }
            assertThat(listed).isEqualTo(all);
        }
    }

    @Test
    void changesThatComeBetweenTwoPagesNeitherRepeatNorHideOthers() {
        Customer ali = manyChanges();
        List<FieldChange> all = history(desk.sara(), ali.id());
        Page<FieldChange> first = desk.sara().customers().history(ali.id(), PageRequest.first(2));

        desk.sara().customers().update(UpdateCustomer.of(ali).tier(Tier.NEWCOMER));

        Page<FieldChange> second =
                desk.sara().customers().history(ali.id(), first.next().orElseThrow());
        assertThat(second.items()).isEqualTo(all.subList(2, 4));
    }

    @Test
    void aCursorOfAnotherFormIsRefused() {
        CustomerId ali = desk.ali().id();

        for (String cursor : List.of("~", "~2", "x~y", "1.01J~9999999999", "1")) {
            assertThat(refusedFields(() -> desk.sara().customers().history(ali, PageRequest.after(cursor, 2))))
                    .containsExactly("cursor");
        }
    }

    /** Four updates of three visible fields each, all at one instant, and four of a sensitive field between them. */
    private Customer manyChanges() {
        Customer ali = desk.ali();
        for (int i = 0; i < 4; i++) {
            ali = desk.host()
                    .customers()
                    .update(UpdateCustomer.of(ali)
                            .tier(i % 2 == 0 ? Tier.GOLD : Tier.SILVER)
                            .attribute("kyc.level", "level " + i)
                            .with(new CustomerEdit.Rename(new Names("Ali " + i, "رضایی"))));
            ali = desk.host().customers().update(UpdateCustomer.of(ali).attribute("kyc.documentNumber", "A12345" + i));
        }
        return ali;
    }

    private static List<FieldChange> history(CrmSession session, CustomerId id) {
        return session.customers().history(id, PageRequest.first()).items();
    }
}
