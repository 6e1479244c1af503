package io.crmkit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.error.InvalidRequestException;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void keepsEighteenDecimals() {
        Money money = Money.parse("0.000000000000000001 ETH");

        assertThat(money.toString()).isEqualTo("0.000000000000000001 ETH");
    }

    @Test
    void refusesNineteenDecimals() {
        assertThatThrownBy(() -> Money.parse("0.0000000000000000001 ETH"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("18 decimals");
    }

    @Test
    void refusesAnExponentThatWouldFillTheMemory() {
        assertThatThrownBy(() -> Money.parse("1E999999999 BTC"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("30 digits");
    }

    @Test
    void refusesAnythingButAmountBlankAsset() {
        for (String text : new String[] {"", "12", "BTC 12", "12 btc", "12  BTC", "x BTC"}) {
            assertThatThrownBy(() -> Money.parse(text)).isInstanceOf(InvalidRequestException.class);
        }
    }
}
