package io.crmkit.spi.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.internal.search.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CustomerSearchTest {
    @Test
    void ofTiersThatAreOneInAnotherTheWidestAreKnown() {
        SearchTier whole = tier(SearchTerm.of("[ali]"));
        SearchTier together = tier(SearchTerm.of("[alireza]"));
        SearchTier beginning = tier(SearchTerm.of("[al"));
        SearchTier part = tier(SearchTerm.of("al"));
        CustomerSearch search = search(whole, together, beginning, part, whole);

        assertThat(search.widest(0, 0)).containsExactly(0);
        assertThat(search.widest(0, 1)).containsExactly(0, 1);
        assertThat(search.widest(0, 2)).containsExactly(2);
        assertThat(search.widest(0, 3)).containsExactly(3);
        assertThat(search.widest(0, 4)).containsExactly(3, 4);
        assertThat(search.widest(4, 4)).containsExactly(4);
        assertThat(search(whole, whole).widest(0, 1)).as("of two alike").containsExactly(1);
        assertThat(search.widest(3, 2)).isEmpty();
    }

    private static CustomerSearch search(SearchTier... tiers) {
        return new CustomerSearch(
                CustomerCriteria.within(Reach.all()),
                TextReach.openOnly(),
                List.of(tiers),
                Optional.empty(),
                20,
                Deadline.in(Duration.ofSeconds(1), InstantSource.system()));
    }

    private static SearchTier tier(SearchTerm term) {
        return new SearchTier(List.of(term));
    }
}
