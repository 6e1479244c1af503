package io.crmkit.storage.jpa.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeaturesTest {
    @ParameterizedTest
    @ValueSource(strings = {"{-2126450180,0,7}", "{\"-2126450180\",\"0\",\"7\"}"})
    void numbersAreReadInBothWritingsOfTheDriver(String written) {
        assertThat(Features.parsed(written)).containsExactly(-2_126_450_180, 0, 7);
    }
}
