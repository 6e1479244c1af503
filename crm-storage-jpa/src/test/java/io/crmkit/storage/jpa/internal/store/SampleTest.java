package io.crmkit.storage.jpa.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is expected of a search decides how long it takes. */
class SampleTest {
    private static final int FREQUENT = -7;
    private static final int NAME = 11;
    private static final int PART_OF_NAME = 12;
    private static final int CITY = 13;
    private static final int NOBODY = 99;

    /** Of 1,000 customers all have one feature, 100 a name with its part, of whom ten live in a city. */
    private static Sample sample() {
        List<int[]> seen = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            if (i < 10) {
                seen.add(new int[] {FREQUENT, NAME, PART_OF_NAME, CITY});
            } else if (i < 100) {
                seen.add(new int[] {FREQUENT, NAME, PART_OF_NAME});
            } else {
                seen.add(new int[] {FREQUENT});
            }
        }
        return new Sample(List.of(), 1_000_000, seen);
    }

    @Test
    void theRarestFeaturesAreAskedForAndNoneThatTellsNothingMore() {
        int[] all = {FREQUENT, NAME, PART_OF_NAME, CITY};

        assertThat(sample().rarest(all, 4)).containsExactly(CITY);
        assertThat(sample().rarest(new int[] {FREQUENT, NAME, PART_OF_NAME}, 4)).hasSize(1);
        assertThat(sample().rarest(new int[] {NOBODY, NAME, CITY}, 2)).containsExactly(NOBODY, CITY);
    }

    @Test
    void ofFeaturesThatNobodyWasSeenToHaveTogetherThreeAreEnough() {
        int[] unseen = {NOBODY, NOBODY + 1, NOBODY + 2, NOBODY + 3};

        assertThat(sample().rarest(unseen, 4)).containsExactly(NOBODY, NOBODY + 1, NOBODY + 2);
        assertThat(sample().rarest(unseen, 2)).containsExactly(NOBODY, NOBODY + 1);
        assertThat(sample().rarest(new int[] {FREQUENT, NOBODY}, 4)).containsExactly(NOBODY, FREQUENT);
    }

    @Test
    void eachFeatureIsCountedHoweverAlikeTheirLowestBitsAre() {
        List<Integer> alike = IntStream.rangeClosed(-100, 100)
                .flatMap(k -> IntStream.of(k << 20, k << 20 | 0xfffff))
                .boxed()
                .toList();
        List<int[]> seen = IntStream.range(0, alike.size())
                .mapToObj(k -> alike.subList(k, alike.size()).stream()
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toList();
        Sample sample = new Sample(List.of(), 1_000_000, seen);

        for (int k = 0; k < alike.size(); k++) {
            assertThat(sample.together(new int[] {alike.get(k)}).cardinality()).isEqualTo(k + 1);
        }
        assertThat(sample.isSeen(101 << 20)).isFalse();
        assertThat(new Sample(List.of(), 0, List.of()).isSeen(0)).isFalse();
    }

    @Test
    void anotherWordIsLookedUpBeforeMoreOfTheSameOne() {
        assertThat(sample().inOrder(new int[] {PART_OF_NAME, NAME, CITY})).containsExactly(PART_OF_NAME, CITY, NAME);
        assertThat(sample().inOrder(new int[] {NOBODY, NAME, CITY})).containsExactly(NOBODY, NAME, CITY);
        assertThat(sample().inOrder(new int[] {NAME})).containsExactly(NAME);
    }

    @Test
    void aCustomerWhoGoesBySeveralWaysCountsOnce() {
        Sample sample = sample();
        List<Way> ways = List.of(Way.of(new int[] {NAME}, sample), Way.of(new int[] {PART_OF_NAME}, sample));

        assertThat(Way.share(ways)).isEqualTo(0.1);
        assertThat(new Candidates(List.of(), true).share()).isZero();
    }

    @Test
    void whatNobodyWasSeenToHaveIsRareAndTwoOfItRarer() {
        Sample sample = sample();
        Way nobody = Way.of(new int[] {NOBODY}, sample);
        Way line = Way.ofLine(new int[] {NOBODY}, sample);

        assertThat(nobody.share()).isEqualTo(0.000_5);
        assertThat(line.share()).isEqualTo(0.000_02);
        assertThat(nobody.and(Way.of(new int[] {NOBODY - 1}, sample)).share()).isLessThan(nobody.share());
    }

    @Test
    void ofAFewThatWereSeenNotAllAreCertain() {
        assertThat(sample().certain(0.1)).isCloseTo(0.09, within(0.000_1));
        assertThat(sample().certain(0.001)).isEqualTo(0.000_02);
    }
}
