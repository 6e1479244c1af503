package io.crmkit.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.MatchTier;
import io.crmkit.customer.Names;
import io.crmkit.customer.Tier;
import io.crmkit.internal.search.SearchPlan;
import io.crmkit.internal.text.Emails;
import io.crmkit.spi.storage.SearchFeatures;
import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.spi.storage.SearchTier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    private static final Set<MatchTier> FOUND_BY_PARTS =
            Set.of(MatchTier.VALUE, MatchTier.WORD, MatchTier.PREFIX, MatchTier.SUFFIX, MatchTier.PART);

    @ParameterizedTest
    @CsvSource({
        "O'Neill-Smith, oneillsmith",
        "Ali.Reza+1@Example.ORG, alireza1exampleorg",
        "'(0912) 345-67 89', 09123456789",
        "'?!', ''",
    })
    void whatStandsBetweenLettersIsLeftOut(String text, String letters) {
        assertThat(PlainText.lettersOf(text)).contains(letters);
    }

    @ParameterizedTest
    @CsvSource({"علی", "Zoë", "۰۹۱۲", "Reza رضا"})
    void nothingIsToldOfOtherCharacters(String text) {
        assertThat(PlainText.lettersOf(text)).isEmpty();
    }

    @Test
    void whatFindsAFieldHasNoOtherLettersThanItsValue() {
        Random random = new Random(11);
        for (int i = 0; i < 3_000; i++) {
            for (CustomerFields.Field field : CustomerFields.of(customer(random))) {
                Optional<String> letters = PlainText.lettersOf(field.value());
                if (field.isAsWritten() && letters.isPresent()) {
                    assertThat(lines(field))
                            .allSatisfy(line -> assertThat(letters.get())
                                    .as(field.value())
                                    .contains(PlainText.lettersOf(line).orElseThrow()));
                }
            }
        }
    }

    @Test
    void noPatternThatAFieldHasIsHeldImpossible() {
        Random random = new Random(12);
        int found = 0;
        for (int i = 0; i < 3_000; i++) {
            List<SearchTier> tiers = List.copyOf(SearchPlan.of(some(random), List.of(), List.of())
                    .tiers(FOUND_BY_PARTS)
                    .values());
            for (CustomerFields.Field field : CustomerFields.of(customer(random))) {
                Optional<String> letters = PlainText.lettersOf(field.value());
                if (field.isAsWritten() && letters.isPresent()) {
                    String text = field.textIn(MatchTier.PART);
                    for (SearchTerm term : tiers.stream()
                            .map(SearchTier::terms)
                            .flatMap(List::stream)
                            .toList()) {
                        if (term.occursIn(text)) {
                            found++;
                            assertThat(term.patterns().stream()
                                            .flatMap(pattern -> PlainText.lettersOf(pattern).stream()))
                                    .as(field.value())
                                    .anyMatch(letters.get()::contains);
                        }
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(1_000);
    }

    private static List<String> lines(CustomerFields.Field field) {
        return Stream.of(MatchTier.PART, MatchTier.VALUE)
                .map(field::textIn)
                .flatMap(text -> Arrays.stream(text.split(String.valueOf(SearchFeatures.LINE))))
                .toList();
    }

    /** Short, so that one is often found in another. */
    private static String some(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(4);
        for (int i = 0; i < length; i++) {
            text.append("aB1 2-.@'é۱ر()/,_".charAt(random.nextInt(17)));
        }
        return text.toString();
    }

    private static String longer(Random random) {
        return some(random) + some(random) + some(random) + "a1";
    }

    private static Customer customer(Random random) {
        ActorRef host = new ActorRef(ActorKind.HOST, new ActorId("exchange"));
        String email = longer(random) + "@Ex-1.com";
        String messenger = longer(random);
        return new Customer(
                new CustomerId(new UUID(1, 2)),
                1,
                new Names(longer(random), longer(random)),
                List.of(
                        Identifier.username(longer(random).strip()),
                        new Identifier("wallet", "T" + longer(random).strip())),
                List.of(
                        new Contact(
                                ContactType.EMAIL,
                                email,
                                Emails.normalise(email).orElse(email)),
                        new Contact(ContactType.MESSENGER, messenger, messenger.strip()),
                        new Contact(ContactType.PHONE, "0912 345 67 89", "+989123456789")),
                List.of(),
                Optional.empty(),
                Tier.STANDARD,
                Set.of(),
                Map.of("kyc.level", longer(random)),
                Optional.empty(),
                TeamId.SUPPORT,
                Instant.EPOCH,
                host,
                Instant.EPOCH,
                Set.of());
    }
}
