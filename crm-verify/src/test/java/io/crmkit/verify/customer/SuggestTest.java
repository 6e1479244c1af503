package io.crmkit.verify.customer;

import static io.crmkit.verify.Desk.refusedFields;
import static io.crmkit.verify.customer.Suggested.ids;
import static io.crmkit.verify.customer.Suggested.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerHit;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.FieldMatch;
import io.crmkit.customer.FoundCustomers;
import io.crmkit.customer.MatchTier;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.page.PageRequest;
import io.crmkit.spi.limit.LimitDecision;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.MutableClock;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestTest {
    private static final String PHRASE = "legal winner thank year wave sausage worth useful legal winner thank yellow";

    private static final String PRIVATE_KEY = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";

    private final Desk desk = Desk.staffed();

    @Test
    void theBestComeFirstAndOfEqualOnesTheLatest() {
        CustomerId part = register("Salima", "Noor");
        CustomerId prefix = register("Alireza", "Noor");
        CustomerId value = register("Ali", "Noor");
        CustomerId word = register("Ali Akbar", "Noor");
        CustomerId laterValue = register("Reza", "Ali");
        register("Priya", "Kumar");

        FoundCustomers found = desk.sara().customers().suggest("ali", 10);

        assertThat(ids(found)).containsExactly(laterValue, value, word, prefix, part);
        assertThat(found.hits())
                .extracting(hit -> hit.tier().orElseThrow())
                .containsExactly(MatchTier.VALUE, MatchTier.VALUE, MatchTier.WORD, MatchTier.PREFIX, MatchTier.PART);
        assertThat(found.partial()).isFalse();
        assertThat(found.next()).isEmpty();
    }

    @Test
    void anOldCustomerOfThatNameComesBeforeAThousandWhoseNameBeginsSo() {
        CustomerId old = register("Ali", "");
        for (int i = 0; i < 1_000; i++) {
            desk.host().customers().register(RegisterCustomer.named("Ali" + i, "Noor"));
        }

        assertThat(ids(desk.host().customers().suggest("ali", 1))).containsExactly(old);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "۳۴۵۶۷|contact.PHONE, PART|۰۹۱۲ [۳۴۵ ۶۷]۸۹",
                "6789|contact.PHONE, WORD|۰۹۱۲ ۳۴۵ [۶۷۸۹]",
                "rezaei|contact.EMAIL, WORD|Ali.[Rezaei]@Example.com",
                "ضایي|names.family, SUFFIX|ر[ضایی]",
                "ALI_R|identifier.username, EXACT|[ali_r]",
                "+98 912 345 6789|contact.PHONE, EXACT|[۰۹۱۲ ۳۴۵ ۶۷۸۹]",
                "98912345|contact.PHONE, PREFIX|[۰۹۱۲ ۳۴۵ ۶۷۸۹]",
                "رضابی|names.family, APPROXIMATE|[رضایی]"
            })
    void aHitTellsWhereAndHowWellItMatches(String typed, String reason, String shown) {
        desk.ali();

        List<FieldMatch> matches = only(desk.sara(), typed).matches();

        assertThat(matches).hasSize(1);
        FieldMatch match = matches.get(0);
        assertThat(match).hasToString(reason);
        assertThat(match.value().substring(0, match.from())
                        + "[" + match.value().substring(match.from(), match.to()) + "]"
                        + match.value().substring(match.to()))
                .isEqualTo(shown);
    }

    @Test
    void wordsMayComeFromDifferentFields() {
        desk.ali();

        assertThat(only(desk.sara(), "رضا 3456").matches())
                .extracting(FieldMatch::toString)
                .containsExactly("names.family, PREFIX", "contact.PHONE, PART");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "علیرضا",
                "علی رضا",
                "علي‌رضا",
                "عَلیرضا",
                "علیرضا کریمی",
                "کریمی علی رضا",
                "علیرضاکریمی",
                "کریمس"
            })
    void blanksJoinersAndSlipsInNamesDoNotMatter(String typed) {
        CustomerId customer = register("علی‌رضا", "كريمي");

        assertThat(ids(desk.sara().customers().suggest(typed, 5))).containsExactly(customer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"மீனாட்சி", "மீனா", "னாட்சி", "மீனாட்சு", "௧௨௩௪", "1234"})
    void tamilIsFoundByWordsPartsSlipsAndDigits(String typed) {
        CustomerId customer = desk.sara()
                .customers()
                .register(RegisterCustomer.named("மீனாட்சி", "சண்முகம்").phone("௦௯௧௨௩௪௫௧௨௩௪"))
                .id();

        assertThat(ids(desk.sara().customers().suggest(typed, 5))).containsExactly(customer);
    }

    @Test
    void slipsAreLookedForOnlyWhereNobodyMatchesBetter() {
        CustomerId exact = register("Kavita", "");
        CustomerId near = register("Kavitha", "");

        assertThat(ids(desk.sara().customers().suggest("kavita", 5))).containsExactly(exact);
        assertThat(ids(desk.sara().customers().suggest("kavit", 5))).containsExactly(near, exact);
        assertThat(ids(desk.sara().customers().suggest("kavitja", 5))).containsExactly(near, exact);
    }

    @Test
    void marksAroundAValueDoNotMatter() {
        CustomerId customer = register("«علی»", "(Noor)");

        for (String typed : List.of("علی", "noor", "\"علی", "noor.")) {
            CustomerHit hit = only(desk.host(), typed);
            assertThat(hit.customer().id()).isEqualTo(customer);
            assertThat(hit.tier()).as(typed).contains(MatchTier.VALUE);
        }
    }

    @Test
    void secretsAreNeitherFoundNorLookedFor() {
        desk.host().customers().register(RegisterCustomer.named("Ali", PHRASE));

        desk.host().customers().register(RegisterCustomer.named("Sara", "").email(PRIVATE_KEY + "@example.com"));

        assertThat(ids(desk.admin().customers().suggest("5huecgu8rmjxexxi", 5))).isEmpty();
        assertThat(ids(desk.admin().customers().suggest("sausage", 5))).isEmpty();
        assertThat(ids(desk.admin().customers().suggest(PHRASE, 5))).isEmpty();
        assertThat(ids(desk.admin().customers().suggest("ali", 5))).hasSize(1);
    }

    @Test
    void whatIsMaskedIsNotFoundNotEvenByItsParts() {
        desk.ali();

        for (String typed : List.of("09123456789", "+989123456789", "6789", "345", "rezaei@", "example", "rezaie")) {
            assertThat(desk.kavitha().customers().suggest(typed, 5).hits())
                    .as(typed)
                    .isEmpty();
        }
        assertThat(desk.kavitha().customers().suggest("علی", 5).hits())
                .flatExtracting(CustomerHit::matches)
                .extracting(FieldMatch::field)
                .containsOnly("names.given");
    }

    @Test
    void aCustomerFindsOnlyHimself() {
        Customer ali = desk.ali();
        register("علی", "دیگر");

        assertThat(ids(desk.customer(ali.id()).customers().suggest("علی", 5))).containsExactly(ali.id());
    }

    @Test
    void pagesOfASearchMakeUpTheWhole() {
        List<CustomerId> all = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            register(i % 3 == 0 ? "Ali" : i % 3 == 1 ? "Alireza" : "Salima", "N" + i);
        }
        CustomerQuery query = CustomerQuery.containing("ali");
        Optional<PageRequest> next = Optional.of(PageRequest.first(7));
        while (next.isPresent()) {
            FoundCustomers page = desk.host().customers().search(query, next.get());
            all.addAll(ids(page));
            register("Ali", "new");
            next = page.next();
        }

        assertThat(all).hasSize(90).doesNotHaveDuplicates();
        assertThat(all.subList(0, 50))
                .isEqualTo(ids(desk.host().customers().search(query, PageRequest.first(100))).stream()
                        .filter(all::contains)
                        .limit(50)
                        .toList());
    }

    @Test
    void aSearchWhoseTimeIsOverSaysSoAndKeepsTheOrder() {
        MutableClock clock = new MutableClock(Instant.parse("2026-03-20T14:46:00Z"));
        List<Duration> perLook = new ArrayList<>(List.of(Duration.ZERO));
        try (Crm crm = Crm.builder()
                .storage(MemoryStorage.create())
                .clock(() -> {
                    clock.advance(perLook.get(0));
                    return clock.instant();
                })
                .rateLimiter((key, cost) -> LimitDecision.allow())
                .build()) {
            CrmSession host = crm.as(Actor.host("exchange"));
            for (int i = 0; i < 400; i++) {
                host.customers().register(RegisterCustomer.named("Ali" + i, "Noor"));
            }
            FoundCustomers full = host.customers().search(CustomerQuery.containing("noor"), PageRequest.first(200));
            perLook.set(0, Duration.ofMillis(800));

            FoundCustomers partial = host.customers().search(CustomerQuery.containing("noor"), PageRequest.first(200));

            assertThat(full.partial()).isFalse();
            assertThat(partial.partial()).isTrue();
            assertThat(partial.hits()).hasSizeBetween(1, 199);
            assertThat(ids(partial))
                    .isEqualTo(ids(full).subList(0, partial.hits().size()));
            assertThat(partial.next()).isPresent();
        }
    }

    @Test
    void textAndLimitHaveTheirBounds() {
        assertThat(refusedFields(() -> desk.sara().customers().suggest("x".repeat(201), 5)))
                .containsExactly("text");
        assertThat(refusedFields(() -> desk.sara().customers().suggest("x", 0))).containsExactly("limit");
        assertThat(refusedFields(() -> desk.sara().customers().suggest("x", 51)))
                .containsExactly("limit");
        assertThat(refusedFields(() ->
                        desk.sara().customers().search(CustomerQuery.containing("x"), PageRequest.after("VALUE", 5))))
                .containsExactly("cursor");
    }

    private CustomerId register(String given, String family) {
        return desk.sara()
                .customers()
                .register(RegisterCustomer.named(given, family))
                .id();
    }
}
