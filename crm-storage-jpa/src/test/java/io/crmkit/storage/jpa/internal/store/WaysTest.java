package io.crmkit.storage.jpa.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.internal.search.Deadline;
import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchFeatures;
import io.crmkit.spi.storage.SearchFeatures.Kind;
import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.spi.storage.SearchTier;
import io.crmkit.spi.storage.TextReach;
import io.crmkit.storage.jpa.internal.sql.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How often the index is asked for what. */
class WaysTest {
    private static final String KEY = "\n=\u0005A\u0005l\u0005i\u00057\n";
    private static final String VALUE = "\n\u0002ali7\u0003\n";
    private static final SearchTier KEYS = new SearchTier(List.of(SearchTerm.of(KEY)));
    private static final SearchTier KEYS_WITH_VALUE = new SearchTier(List.of(SearchTerm.of(KEY), SearchTerm.of(VALUE)));
    private static final SearchTier VALUES = new SearchTier(List.of(SearchTerm.of(VALUE)));
    private static final Sample NOBODY = new Sample(List.of(), 1_000_000, Collections.nCopies(2_000, new int[] {1}));

    @Test
    void whoHasAKeyIsFoundByItsValue() {
        CustomerSearch search = search(KEYS_WITH_VALUE, VALUES);
        Ways ways = new Ways(search, NOBODY, Database.POSTGRESQL);

        assertThat(new SearchCosts(search, NOBODY, Database.POSTGRESQL).isSoonerAsked(0, 1, ways))
                .isTrue();
        assertThat(features(ways.candidates(0, 1))).isEqualTo(required(VALUE)).hasSize(Kind.values().length);
    }

    @Test
    void aKeyByItselfIsLookedForAsWell() {
        Ways ways = new Ways(search(KEYS, VALUES), NOBODY, Database.POSTGRESQL);

        assertThat(features(ways.candidates(0, 1)))
                .hasSize(2 + 3)
                .containsAll(required(VALUE))
                .containsAll(required(KEY));
    }

    @Test
    void whatIsPartOfAnyLaterTierIsNotLookedForByItself() {
        SearchTier other = new SearchTier(List.of(SearchTerm.of("\u0002li7")));
        SearchTier parts = new SearchTier(List.of(SearchTerm.of("li7")));
        Ways ways = new Ways(search(VALUES, other, parts), NOBODY, Database.MARIADB);

        assertThat(features(ways.candidates(0, 2))).isEqualTo(required("li7"));
        assertThat(features(ways.candidates(0, 1))).containsAll(required(VALUE));
        assertThat(ways.unseen()).isEqualTo(required("li7"));
    }

    @Test
    void aTierThatHasFarMoreThanAreWantedIsEnough() {
        CustomerSearch search = search(VALUES);

        assertThat(isEnough(search, NOBODY)).isFalse();
        assertThat(isEnough(search, new Sample(List.of(), 1_000_000_000, List.of(new int[] {1}))))
                .as("whatever nobody was seen to have, of however many")
                .isFalse();
        assertThat(isEnough(search, new Sample(List.of(), 1_000_000, List.of(new int[0], all(VALUE)))))
                .isTrue();
        assertThat(isEnough(search, new Sample(List.of(), 100, List.of(new int[0], all(VALUE)))))
                .isFalse();
    }

    private static boolean isEnough(CustomerSearch search, Sample sample) {
        Database database = Database.POSTGRESQL;
        return new SearchCosts(search, sample, database).isEnough(0, new Ways(search, sample, database));
    }

    private static int[] all(String pattern) {
        return required(pattern).stream().mapToInt(Integer::intValue).toArray();
    }

    @Test
    void onlyWhatIsAskedForIsSoughtBeforehand() {
        assertThat(new Ways(search(KEYS_WITH_VALUE, VALUES), NOBODY, Database.MARIADB).unseen())
                .isEqualTo(required(VALUE));
        assertThat(new Ways(search(KEYS, VALUES), NOBODY, Database.MARIADB).unseen())
                .hasSize(2 + 3);
    }

    private static Set<Integer> features(Candidates candidates) {
        return candidates.ways().stream()
                .flatMapToInt(way -> Arrays.stream(way.rarest()))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static Set<Integer> required(String pattern) {
        return Arrays.stream(Kind.values())
                .filter(kind -> SearchFeatures.mayHold(kind, pattern))
                .flatMapToInt(kind -> Arrays.stream(SearchFeatures.required(kind, pattern)))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static CustomerSearch search(SearchTier... tiers) {
        return new CustomerSearch(
                CustomerCriteria.within(Reach.all()),
                new TextReach(Reach.all(), Reach.all(), Set.of()),
                List.of(tiers),
                Optional.empty(),
                20,
                Deadline.in(Duration.ofMinutes(1), InstantSource.system()));
    }
}
