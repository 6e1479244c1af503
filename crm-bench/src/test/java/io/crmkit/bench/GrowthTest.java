package io.crmkit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.bench.Growth.Measured;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrowthTest {
    @Test
    void eachKindAndAllTogetherAreComparedWithBefore() {
        Map<People.Kind, Measured> before = new EnumMap<>(Map.of(
                People.Kind.NAME, new Measured(2, 4),
                People.Kind.LAST_FOUR, new Measured(1, 1.5)));
        Map<People.Kind, Measured> now = new EnumMap<>(Map.of(
                People.Kind.NAME, new Measured(3, 20),
                People.Kind.LAST_FOUR, new Measured(3, 12)));

        assertThat(Growth.lines(before, now))
                .containsExactly(
                        "NAME             p50 1.50 times as long as before; 20.0 found instead of 4.0",
                        "LAST_FOUR        p50 3.00 times as long as before; 12.0 found instead of 1.5",
                        "ALL KINDS        p50 2.00 times as long as before; 32.0 found instead of 5.5");
    }
}
