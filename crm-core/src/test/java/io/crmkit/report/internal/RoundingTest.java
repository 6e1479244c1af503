package io.crmkit.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundingTest {
    @Test
    void sharesHaveTwoDecimalsRoundedHalfUp() {
        assertThat(Rounding.percent(1, 3)).isEqualTo("33.33");
        assertThat(Rounding.percent(2, 3)).isEqualTo("66.67");
        assertThat(Rounding.percent(1, 800)).isEqualTo("0.13");
        assertThat(Rounding.percent(71, 509)).isEqualTo("13.95");
        assertThat(Rounding.percent(7, 7)).isEqualTo("100.00");
    }

    @Test
    void theShareOfNothingIsZero() {
        assertThat(Rounding.percent(0, 0)).isEqualTo("0.00");
    }

    @Test
    void quotientsAreRoundedHalfUp() {
        assertThat(Rounding.quotient(5, 2)).isEqualTo(3);
        assertThat(Rounding.quotient(7, 3)).isEqualTo(2);
        assertThat(Rounding.quotient(0, 3)).isZero();
    }
}
