package io.crmkit.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.customer.MatchTier;
import io.crmkit.spi.storage.SearchFeatures;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
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
        DirtyCustomers customers = new DirtyCustomers(11);
        int looked = 0;
        for (int i = 0; i < 3_000; i++) {
            for (CustomerFields.Field field : CustomerFields.of(customers.next())) {
                Optional<String> letters = PlainText.lettersOf(field.value());
                if (field.isAsWritten() && letters.isPresent()) {
                    looked++;
                    assertThat(field.textIn(MatchTier.PART).split(String.valueOf(SearchFeatures.LINE)))
                            .allSatisfy(line -> assertThat(letters.get())
                                    .as(field.value())
                                    .contains(PlainText.lettersOf(line).orElseThrow()));
                }
            }
        }
        assertThat(looked).isGreaterThan(10_000);
    }
}
