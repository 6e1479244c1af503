package io.crmkit.storage.jpa.internal.store;

import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.storage.jpa.internal.sql.Database;
import java.util.Optional;

/**
 * What of a search is sooner done: asking the index for customers, walking past them, or asking for several tiers at once.
 * The numbers were measured with 100,000 and 1,000,000 customers, and decide how long it takes, never what is found.
 */
final class SearchCosts {
    /** So few are asked for by the index whatever else would be possible. */
    private static final int FEW = 500;
    /** Of so few it does not matter what is compared. */
    private static final int COMPARED = 40;
    /** Of more, tiers are asked for one after the other: the first ones may be enough, and are quicker to compare. */
    private static final int TOGETHER = 300;
    /** The same for how many PostgreSQL's index has to go through. */
    private static final int GONE_THROUGH = 2_000;
    /** And for how many MariaDB has to join. */
    private static final int JOINED = 500;
    /** So many times as many as are wanted: what is expected of two words is often too much. */
    private static final int ENOUGH = 3;
    /** A customer whom the index names takes about as long as so many that are walked past. */
    private static final int WALKED_PAST = 8;

    private final CustomerSearch search;
    private final Sample sample;
    private final int goneThrough;

    SearchCosts(CustomerSearch search, Sample sample, Database database) {
        this.search = search;
        this.sample = sample;
        this.goneThrough = database == Database.MARIADB ? JOINED : GONE_THROUGH;
    }

    /** Whether a tier is sooner asked for together with those from an earlier one on than walked, or asked for alone. */
    boolean isSoonerAsked(int from, int tier, Ways ways) {
        return isRare(tier, ways.candidates(tier))
                && (from == tier || areQuick(ways.candidates(from, tier), from, tier));
    }

    /** Whether a tier has far more than are wanted, by what was seen, so that those of no later one are. */
    boolean isEnough(int tier, Ways ways) {
        return search.after().isEmpty()
                && ways.candidates(tier)
                        .filter(Candidates::meetAll)
                        .filter(some -> some.shareBySeen() * sample.total() >= ENOUGH * search.limit())
                        .isPresent();
    }

    /** Whether the index names fewer customers of a tier than a walk would look at. */
    private boolean isRare(int tier, Optional<Candidates> candidates) {
        if (candidates.isEmpty()) {
            return false;
        }
        double share = candidates.get().share();
        double certain = sample.certain(share);
        return share * sample.total() <= FEW || certain * sample.total() * walkedPast(tier) <= search.limit() / certain;
    }

    /** Of the union of all; where one compares lines and another does not, the lines of many would be fetched for nothing. */
    private boolean areQuick(Candidates union, int tier, int next) {
        double count = union.share() * sample.total();
        boolean alike = comparesLines(next) == comparesLines(tier);
        return count <= COMPARED
                || (count <= TOGETHER && union.haveLines())
                || (count <= TOGETHER && alike && union.shareOfRarest() * sample.total() <= goneThrough);
    }

    /** How many customers are walked past while the index names one. */
    int walkedPast(int tier) {
        return comparesLines(tier) ? 1 : WALKED_PAST;
    }

    /** Whether it takes more than a look at the texts, and longer. */
    private boolean comparesLines(int tier) {
        return search.tiers().get(tier).terms().stream().anyMatch(SearchConditions::comparesLines);
    }
}
