package io.crmkit.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void withoutSamplesOnlyTheirNumberIsKnown() {
        assertThat(seconds().statistics()).containsExactly("0", "", "", "", "");
        assertThat(seconds().mean()).isEmpty();
    }

    @Test
    void oneSampleIsEveryStatistic() {
        assertThat(seconds(42).statistics()).containsExactly("1", "42", "42", "42", "42");
    }

    @Test
    void quantilesAreTheNearestRankAndNeverBetweenTwoSamples() {
        assertThat(seconds(40, 10, 30, 20).statistics()).containsExactly("4", "25", "20", "40", "40");
        assertThat(seconds(10, 9, 8, 7, 6, 5, 4, 3, 2, 1).statistics()).containsExactly("10", "6", "5", "9", "10");
        assertThat(seconds(11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1).statistics()).containsExactly("11", "6", "6", "10", "11");
    }

    @Test
    void tiesCountAsOftenAsTheyOccur() {
        assertThat(seconds(5, 5, 5, 9).statistics()).containsExactly("4", "6", "5", "9", "9");
    }

    @Test
    void theMeanIsRoundedHalfUp() {
        assertThat(seconds(1, 2).mean()).isEqualTo("2");
        assertThat(seconds(2, 3).mean()).isEqualTo("3");
        assertThat(seconds(1, 1, 2).mean()).isEqualTo("1");
    }

    @Test
    void everySampleIsRoundedDownBeforeItCounts() {
        Samples samples = new Samples();

        samples.add(START, START.plusMillis(1_999));
        samples.add(START, START.plusMillis(999));

        assertThat(samples.statistics()).containsExactly("2", "1", "0", "1", "1");
    }

    @Test
    void manySamplesAreKept() {
        Samples samples = new Samples();

        for (int second = 1; second <= 1_000; second++) {
            samples.add(START, START.plusSeconds(second));
        }

        assertThat(samples.statistics()).containsExactly("1000", "501", "500", "900", "1000");
    }

    private static Samples seconds(long... all) {
        Samples samples = new Samples();
        for (long each : all) {
            samples.add(START, START.plusSeconds(each));
        }
        return samples;
    }
}
