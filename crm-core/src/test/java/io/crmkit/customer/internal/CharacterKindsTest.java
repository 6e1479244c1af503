package io.crmkit.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.MatchTier;
import io.crmkit.customer.Names;
import io.crmkit.internal.text.Folding;
import java.util.List;
import java.util.Map;
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

    @Test
    void noFieldIsFoundByKindsOfCharactersThatItsValueLacks() {
        Customer customer = DirtyCustomers.customer(
                new Names("علی‌رضا", "O’Neill"),
                List.of(new Identifier("uid", "77-12"), Identifier.username("۱۲۳"), new Identifier("wallet", "TXn9b")),
                List.of(
                        new Contact(ContactType.PHONE, "+98 (912) 345-67-89", "+989123456789"),
                        new Contact(ContactType.EMAIL, "Ali@Example.com", "Ali@example.com"),
                        new Contact(ContactType.MESSENGER, "@۱۲", "@12")),
                Map.of("kyc.level", "2"));

        assertThat(CustomerFields.of(customer))
                .hasSize(11)
                .allSatisfy(field -> assertThat(CharacterKinds.in(field.textIn(MatchTier.PART))
                                & ~CharacterKinds.possibleIn(field.value()))
                        .as(field.name())
                        .isZero());
    }

    @ParameterizedTest
    @CsvSource({"رضا, Reza", "reza, 09121234567", "912, Reza Karimi", "reza, ۰۹۱۲", "0912, علی رضایی"})
    void valuesWithoutSuchCharactersAreToldApart(String typed, String value) {
        assertThat(CharacterKinds.in(typed) & ~CharacterKinds.possibleIn(value)).isNotZero();
    }
}
