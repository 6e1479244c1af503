package io.crmkit.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.internal.text.Folding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterKindsTest {
    @Test
    void nothingThatFoldingMakesOfACharacterWasHeldImpossible() {
        for (int c = 1; c <= Character.MAX_CODE_POINT; c++) {
            String character = Character.toString(c);
            int made = CharacterKinds.in(Folding.fold(character));

            assertThat(made & ~CharacterKinds.possibleIn(character))
                    .as("U+%04X", c)
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"رضا, Reza", "reza, 09121234567", "912, Reza Karimi", "reza, ۰۹۱۲", "0912, علی رضایی"})
    void valuesWithoutSuchCharactersAreToldApart(String typed, String value) {
        assertThat(CharacterKinds.in(typed) & ~CharacterKinds.possibleIn(value)).isNotZero();
    }
}
