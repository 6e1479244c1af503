package io.crmkit.storage.jpa.internal.store;

import io.crmkit.spi.storage.CustomerMatch;
import io.crmkit.spi.storage.CustomerMatches;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchPlace;
import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Sql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Answers one search, tier by tier. Where few customers have the features of a tier the index names them, several tiers at
 * once; where many have, the latest are looked through, stretch by stretch, until there are enough. What that costs is
 * about the lesser of both, even if what is known of features is out of date.
 */
final class CustomerSearcher {
    private static final int SHORTEST_STRETCH = 500;
    private static final int LONGEST_STRETCH = 20_000;
    /** So many features of which it is not known whether anybody has them. */
    private static final int WORTH_A_LOOK = 6;

    /** Between two looks at the clock where there is no index. */
    private static final int SCANNED = 5_000;

    private final Work work;
    private final SearchTables tables;
    private final CustomerSearch search;
    private final SearchStatements statements;
    private final Map<UUID, Found> found = new LinkedHashMap<>();
    private boolean spent;

    CustomerSearcher(Work work, SearchTables tables, CustomerSearch search) {
        this.work = work;
        this.tables = tables;
        this.search = search;
        this.statements = new SearchStatements(tables, search);
    }

    CustomerMatches answer() {
        work.check();
        int first = search.after().map(place -> Math.max(0, place.tier())).orElse(0);
        int last = search.tiers().size() - 1;
        if (first <= last) {
            if (isNarrow(search.criteria().reach())) {
                ask(statements.best(first, last, Optional.empty()));
            } else if (!tables.areIndexed()) {
                scan(first, last);
            } else {
                find(first, last);
            }
        }
        return new CustomerMatches(matches(), spent);
    }

    /** One customer at most, whom the database finds by the id. */
    private static boolean isNarrow(Reach reach) {
        return !reach.everything() && reach.teams().isEmpty() && reach.owner().isEmpty();
    }

    private void find(int first, int last) {
        Sample sample = tables.frequencies().latest(work);
        Ways ways = new Ways(search, sample, tables.database());
        ways.nobodyHas(absent(ways));
        SearchCosts costs = new SearchCosts(search, sample, tables.database());
        for (int tier = first; tier <= last && !isDone(); ) {
            int end = end(tier, last, ways, costs);
            if (end == tier) {
                walk(tier, ways.candidates(tier), sample, costs);
                tier++;
            } else {
                ask(tier, end - 1, ways.candidates(tier, end - 1));
                tier = end;
            }
        }
    }

    /**
     * Behind the last one of the tiers from one on for which the index is asked at once; that one if it is not asked for it.
     * Behind one that is surely enough none is asked for.
     */
    private int end(int from, int last, Ways ways, SearchCosts costs) {
        int end = from;
        while (end <= last && (end == from || !costs.isEnough(end - 1, ways))) {
            OptionalInt decided = deciding(end, last, ways, costs)
                    .filter(to -> costs.isSoonerAsked(from, to, ways))
                    .findFirst();
            if (decided.isEmpty()) {
                break;
            }
            end = decided.getAsInt() + 1;
        }
        return end;
    }

    /**
     * Which tiers may decide whether the index is asked for one, in the order in which to try them: at last itself, before that the
     * next one, if it is part of it, and of one word the last one, if it and all between are part of that. Not the last one where
     * an earlier one may be enough, nor of several words: how many are in it is not well known then.
     */
    private IntStream deciding(int tier, int last, Ways ways, SearchCosts costs) {
        boolean word = search.tiers().get(last).terms().size() == 1;
        return IntStream.of(word && !costs.isEnough(last, ways) ? last : tier + 1, tier + 1, tier)
                .distinct()
                .filter(to -> to <= last && search.widest(tier, to).length == 1);
    }

    private void ask(int from, int to, Candidates candidates) {
        if (candidates.isNobody()) {
            return;
        }
        ask(statements.best(from, to, Optional.of(candidates)));
    }

    /** MariaDB plans each of many ways before it finds that nobody has one of its features: that is found out before. */
    private Set<Integer> absent(Ways ways) {
        Set<Integer> unseen = tables.database() == Database.MARIADB ? ways.unseen() : Set.of();
        if (unseen.size() < WORTH_A_LOOK) {
            return Set.of();
        }
        Set<Integer> absent = new HashSet<>(unseen);
        work.rowsWithin(search.budget().left(), statements.known(unseen), row -> row.getInt(1))
                .ifPresentOrElse(absent::removeAll, absent::clear);
        return absent;
    }

    private boolean isDone() {
        spent |= found.size() < search.limit() && search.budget().isSpent();
        return spent || found.size() >= search.limit();
    }

    /** From the greatest id down; when that took as long as the index would, the index. */
    private void walk(int tier, Optional<Candidates> candidates, Sample sample, SearchCosts costs) {
        double share = candidates.map(Candidates::share).orElse(1.0);
        double patience =
                candidates.isPresent() ? share * sample.total() * costs.walkedPast(tier) / 2 : Double.MAX_VALUE;
        Optional<UUID> below =
                search.after().filter(place -> place.tier() == tier).map(SearchPlace::id);
        int length = stretch(2 * search.limit() / share);
        for (double walked = 0; walked <= patience; walked += length) {
            Optional<UUID> end = end(below, length, sample);
            ask(statements.stretch(tier, below, end));
            if (isDone() || end.isEmpty()) {
                return;
            }
            below = end;
            length = stretch(3.0 * length);
        }
        ask(statements.best(tier, tier, candidates));
    }

    /**
     * Without an index: all tiers in one go through all customers, with less to look for as better ones are found. What
     * was found when the time is over is no beginning of the answer, but for the first tier.
     */
    private void scan(int first, int last) {
        List<Found> all = new ArrayList<>();
        Optional<UUID> below = Optional.empty();
        for (int tiers = last; tiers >= first; ) {
            Optional<UUID> end = end(below, SCANNED);
            all.addAll(work.rows(statements.best(first, tiers, below, end), this::read));
            all.sort(Comparator.comparingInt(Found::tier));
            if (all.size() >= search.limit()) {
                all.subList(search.limit(), all.size()).clear();
                tiers = all.get(search.limit() - 1).tier() - 1;
            }
            if (end.isEmpty()) {
                break;
            }
            below = end;
            if (tiers >= first && search.budget().isSpent()) {
                spent = true;
                all.removeIf(each -> each.tier() > first);
                break;
            }
        }
        all.forEach(this::keep);
    }

    private static int stretch(double length) {
        return (int) Math.max(SHORTEST_STRETCH, Math.min(LONGEST_STRETCH, length));
    }

    /** The end of the first stretch is known from before, or nearly so. */
    private Optional<UUID> end(Optional<UUID> below, int length, Sample sample) {
        if (below.isEmpty() && length <= sample.newest().size()) {
            return Optional.of(sample.newest().get(length - 1));
        }
        return end(below, length);
    }

    private Optional<UUID> end(Optional<UUID> below, int length) {
        return work.rows(statements.end(below, length), row -> tables.database().id(row, 1)).stream()
                .findFirst();
    }

    private record Found(CustomerRow row, int tier) {}

    /** Asks, and no longer than there is time. */
    private void ask(Sql statement) {
        Optional<List<Found>> answer = work.rowsWithin(search.budget().left(), statement, this::read);
        answer.ifPresent(rows -> rows.forEach(this::keep));
        spent |= answer.isEmpty();
    }

    private Found read(ResultSet row) throws SQLException {
        return new Found(CustomerRow.read(row, tables.database()), row.getInt(CustomerRow.COLUMNS.size() + 1));
    }

    /** A customer that is found again is in an earlier tier. */
    private void keep(Found one) {
        if (found.size() < search.limit()) {
            found.putIfAbsent(one.row().id, one);
        }
    }

    private List<CustomerMatch> matches() {
        return found.values().stream()
                .map(one -> new CustomerMatch(one.row().toCustomer(), one.tier()))
                .toList();
    }
}
