package io.crmkit.verify.customer;

import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerDirectory;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.FoundCustomers;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.Tier;
import io.crmkit.page.PageRequest;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerSearchTest {
    private final Desk desk = Desk.staffed();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "علی",
                "علي",
                "على",
                "رضا",
                "رضایی علی",
                "ALI_R",
                "example.com",
                "۳۴۵۶",
                "3456",
                "௩௪௫௬",
                "0912 345 6789",
                "09123456789",
                "+98912",
                "989123456789",
                "912-345"
            })
    void partsOfFieldsAreFoundInAnyWriting(String text) {
        Customer ali = desk.ali();
        desk.sara()
                .customers()
                .register(RegisterCustomer.named("பிரியா", "குமார்").phone("02188776655"));

        assertThat(found(desk.sara(), text)).containsExactly(ali.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"09123456789", "۰۹۱۲۳۴۵۶۷۸۹", "+989123456789"})
    void theWayANumberWasRegisteredDoesNotMatter(String registered) {
        Customer ali = desk.sara()
                .customers()
                .register(RegisterCustomer.named("Ali", "").phone(registered));

        assertThat(found(desk.sara(), "0912345")).containsExactly(ali.id());
        assertThat(found(desk.sara(), "98912345")).containsExactly(ali.id());
    }

    @Test
    void joinersBetweenLettersDoNotMatter() {
        Customer customer = desk.sara().customers().register(RegisterCustomer.named("علی‌رضا", "محمّدی"));

        assertThat(found(desk.sara(), "علیرضا محمدی")).containsExactly(customer.id());
    }

    @Test
    void tamilNamesAreFound() {
        Customer priya = desk.sara().customers().register(RegisterCustomer.named("பிரியா", "குமார்"));

        assertThat(found(desk.sara(), "பிரி")).containsExactly(priya.id());
    }

    @Test
    void everyWordMustOccur() {
        desk.ali();

        assertThat(found(desk.sara(), "علی محمدی")).isEmpty();
    }

    @Test
    void wordsAreNotFoundAcrossFields() {
        desk.sara()
                .customers()
                .register(RegisterCustomer.named("Ali", "")
                        .identifier("uid", "4411")
                        .username("2233"));

        assertThat(found(desk.sara(), "44112233")).isEmpty();
        assertThat(found(desk.sara(), "22334411")).isEmpty();
    }

    @Test
    void contactsOfAnotherTeamAreNotLookedInto() {
        Customer ali = desk.ali();

        assertThat(found(desk.kavitha(), "6789")).isEmpty();
        assertThat(found(desk.kavitha(), "example.com")).isEmpty();
        assertThat(found(desk.marketer(), "6789")).isEmpty();
        assertThat(found(desk.kavitha(), "رضایی")).containsExactly(ali.id());
        assertThat(found(desk.kavitha(), "ali_r")).containsExactly(ali.id());
        assertThat(found(desk.supervisor(), "6789")).containsExactly(ali.id());
    }

    @Test
    void sensitiveValuesAreLookedIntoByThoseWhoSeeThemOnly() {
        Customer ali = desk.host()
                .customers()
                .register(RegisterCustomer.named("علی", "").attribute("kyc.documentNumber", "A1234567"));

        assertThat(found(desk.sara(), "567")).isEmpty();
        assertThat(found(desk.auditor(), "A1234567")).isEmpty();
        assertThat(found(desk.admin(), "567")).containsExactly(ali.id());
    }

    @Test
    void filtersNarrowTheSearch() {
        Customer ali = desk.ali();
        Customer mina = desk.admin()
                .customers()
                .register(RegisterCustomer.named("Mina", "")
                        .with(new CustomerEdit.SetTier(Tier.GOLD))
                        .with(new CustomerEdit.SetFlags(Set.of(CustomerFlag.VIP)))
                        .with(new CustomerEdit.SetCare(Optional.empty(), Desk.VIP)));
        CustomerQuery all = CustomerQuery.all();

        assertThat(found(desk.sara(), all.tier(Tier.GOLD))).containsExactly(mina.id());
        assertThat(found(desk.sara(), all.flag(CustomerFlag.VIP))).containsExactly(mina.id());
        assertThat(found(desk.sara(), all.team(TeamId.SUPPORT))).containsExactly(ali.id());
        assertThat(found(desk.sara(), all.team(TeamId.SUPPORT).tier(Tier.GOLD))).isEmpty();
    }

    @Test
    void theNewestComeFirstPageByPage() {
        List<CustomerId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(
                    0,
                    desk.sara()
                            .customers()
                            .register(RegisterCustomer.named("C" + i, ""))
                            .id());
            desk.clock.advance(Duration.ofSeconds(i % 2));
        }
        CustomerDirectory customers = desk.sara().customers();

        FoundCustomers first = customers.search(CustomerQuery.all(), PageRequest.first(2));
        FoundCustomers second =
                customers.search(CustomerQuery.all(), first.next().orElseThrow());
        FoundCustomers third =
                customers.search(CustomerQuery.all(), second.next().orElseThrow());

        List<CustomerId> listed = Stream.of(first, second, third)
                .flatMap(page -> page.customers().stream())
                .map(Customer::id)
                .toList();
        assertThat(listed).isEqualTo(ids);
        assertThat(third.next()).isEmpty();
    }

    @Test
    void aTextOfMoreThanTwoHundredCharactersIsRefused() {
        assertThat(refusedFields(() -> found(desk.sara(), "x".repeat(201)))).containsExactly("text");
    }

    private static List<CustomerId> found(CrmSession session, String text) {
        return found(session, CustomerQuery.containing(text));
    }

    private static List<CustomerId> found(CrmSession session, CustomerQuery query) {
        return session.customers().search(query, PageRequest.first()).customers().stream()
                .map(Customer::id)
                .toList();
    }
}
