package io.crmkit.verify.customer;

import static io.crmkit.verify.customer.Suggested.ids;
import static io.crmkit.verify.customer.Suggested.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.AttributeType;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.CustomerHit;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.FoundCustomers;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.MatchTier;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.page.PageRequest;
import io.crmkit.verify.Desk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identifiers and contacts as a whole: in their case where it matters, in any writing where it does not. */
class IdentifierSuggestTest {
    private static final String TRON = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";
    private static final String ETHEREUM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

    private final Desk desk = Desk.staffed();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ali_r87",
                "_ali87_",
                "(Ali 87)",
                "+98 912 345 6789",
                "0912/345/6789",
                "۰۹۲۸-۳۲۴۱۵۴۳",
                "BC1QAR0SRRR7XFKVY5L643LYDNW9RE59GTZZWF5MDQ",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "علی\u200cرضا۸۷",
                "மீனா௮௭",
                "x🙂7",
                "İstanbul 1",
                "Straße 12",
                "7"
            })
    void whoHasAnIdentifierOfAnyKindOrAContactIsFoundByItAtOnce(String value) {
        for (String kind : List.of(Identifier.USERNAME, "uid", "wallet")) {
            Desk other = Desk.staffed();
            other.host()
                    .customers()
                    .register(RegisterCustomer.named("Sara", "Noor").identifier(kind, value));

            assertThat(only(other.host(), value).tier()).as(kind).contains(MatchTier.EXACT);
        }
        desk.host().customers().register(withMessenger(value));

        assertThat(only(desk.host(), value).tier()).contains(MatchTier.EXACT);
    }

    @Test
    void aContactThatReadsLikeALogInNameWithItsKindIsNone() {
        CustomerId contact = desk.host()
                .customers()
                .register(withMessenger("username:ali87"))
                .id();

        CustomerHit hit = only(desk.host(), "ali87");

        assertThat(hit.customer().id()).isEqualTo(contact);
        assertThat(hit.tier()).contains(MatchTier.WORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"09283241543", "+98 928 324 1543", "00989283241543", "9283241543", "۰۹۲۸ ۳۲۴ ۱۵۴۳"})
    void aNumberThatNoPlanKnowsIsFoundWithAndWithoutTheCountry(String typed) {
        for (String registered : List.of("09283241543", "+98-928-3241543")) {
            CustomerId customer = desk.sara()
                    .customers()
                    .register(RegisterCustomer.named("Omar", "").phone(registered))
                    .id();

            assertThat(desk.sara().customers().suggest(typed, 5).hits())
                    .filteredOn(hit -> hit.customer().id().equals(customer))
                    .extracting(hit -> hit.tier().orElseThrow())
                    .as(registered)
                    .containsAnyOf(MatchTier.EXACT, MatchTier.VALUE);
        }
    }

    @Test
    void aNumberFindsTheirsWhoHaveItAsALogInNameOrMessengerContactBesideItsOwner() {
        CustomerId messenger =
                desk.host().customers().register(withMessenger("9123456789")).id();
        CustomerId named = desk.host()
                .customers()
                .register(RegisterCustomer.named("மீனா", "").identifier(Identifier.USERNAME, "9123456789"))
                .id();
        CustomerId owner = desk.host()
                .customers()
                .register(RegisterCustomer.named("زهرا", "").phone("0912-345-6789"))
                .id();

        assertThat(ids(desk.host().customers().suggest("+98 912 345 6789", 5)))
                .containsExactly(owner, named, messenger);
        assertThat(ids(desk.host().customers().suggest("0912 345 6789", 5))).containsExactly(owner, named, messenger);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0912 345 6789\n", "\t+989123456789", " ۰۹۱۲ ۳۴۵ ۶۷۸۹\r\n"})
    void blanksAndEndsOfLinesAroundANumberDoNotCount(String pasted) {
        CustomerId id = desk.host()
                .customers()
                .register(RegisterCustomer.named("Omar", "").phone(pasted))
                .id();

        assertThat(desk.host().customers().findByContact(ContactType.PHONE, "+98 912 345 6789"))
                .extracting(Customer::id)
                .containsExactly(id);
        assertThat(desk.host().customers().findByContact(ContactType.PHONE, pasted))
                .extracting(Customer::id)
                .containsExactly(id);
        assertThat(only(desk.host(), pasted).tier()).contains(MatchTier.EXACT);
        assertThat(only(desk.host(), "0912 345 6789").tier()).contains(MatchTier.EXACT);
    }

    @Test
    void aBase58AddressIsLookedUpInItsCaseAndFoundInAny() {
        Customer customer = desk.host()
                .customers()
                .register(RegisterCustomer.named("Ali", "").identifier("wallet", TRON));
        String lower = TRON.toLowerCase(java.util.Locale.ROOT);

        assertThat(desk.host().customers().findByIdentifier(new Identifier("wallet", TRON)))
                .contains(customer);
        assertThat(desk.host().customers().findByIdentifier(new Identifier("wallet", lower)))
                .isEmpty();
        assertThat(only(desk.host(), TRON).tier()).contains(MatchTier.EXACT);
        assertThat(only(desk.host(), lower).tier()).contains(MatchTier.VALUE);
        assertThat(only(desk.host(), lower).matches().get(0).value()).isEqualTo(TRON);
    }

    @Test
    void addressesThatDifferInCaseAreTwoAndTheTypedOneComesFirst() {
        CustomerId typed = wallet(TRON);
        CustomerId other = wallet(TRON.replace('H', 'h'));

        assertThat(ids(desk.host().customers().suggest(TRON, 5))).containsExactly(typed, other);
    }

    @Test
    void anAddressInAnAttributeIsFoundAsAValueAndIsNobodysIdentifier() {
        desk.admin().customers().define(AttributeDefinition.of("oldWallet", AttributeType.TEXT));
        CustomerId former = desk.sara()
                .customers()
                .register(RegisterCustomer.named("Priya", "Kumar").attribute("oldWallet", TRON))
                .id();
        CustomerId owner = desk.sara()
                .customers()
                .register(RegisterCustomer.named("زهرا", "").identifier("wallet", TRON))
                .id();

        FoundCustomers found = desk.admin().customers().suggest(TRON, 10);

        assertThat(ids(found)).containsExactly(owner, former);
        assertThat(found.hits())
                .extracting(hit -> hit.tier().orElseThrow())
                .containsExactly(MatchTier.EXACT, MatchTier.VALUE);
    }

    @Test
    void hexadecimalAddressesAreTheSameInAnyCase() {
        CustomerId customer = wallet(ETHEREUM);
        String upper = "0x" + ETHEREUM.substring(2).toUpperCase(java.util.Locale.ROOT);

        assertThat(desk.host().customers().findByIdentifier(new Identifier("wallet", upper)))
                .map(Customer::id)
                .contains(customer);
        assertThat(only(desk.host(), upper).tier()).contains(MatchTier.EXACT);
        assertThat(Desk.refusal(io.crmkit.error.DuplicateException.class, () -> wallet(upper)))
                .isNotNull();
    }

    @Test
    void anAddressThatNobodyHasIsFoundWithinLongerValuesPageByPage() {
        List<CustomerId> holders = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            holders.add(wallet(i + TRON + "x"));
        }
        Collections.reverse(holders);
        List<CustomerId> all = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(2));
        while (next.isPresent()) {
            FoundCustomers page = desk.host().customers().search(CustomerQuery.containing(TRON), next.get());
            assertThat(page.hits()).extracting(CustomerHit::tier).containsOnly(Optional.of(MatchTier.PART));
            all.addAll(ids(page));
            next = page.next();
        }

        assertThat(all).isEqualTo(holders);
    }

    private static RegisterCustomer withMessenger(String name) {
        return RegisterCustomer.named("Sara", "Noor").with(new CustomerEdit.AddContact(ContactType.MESSENGER, name));
    }

    private CustomerId wallet(String address) {
        return desk.host()
                .customers()
                .register(RegisterCustomer.named("Ali", "").identifier("wallet", address))
                .id();
    }
}
