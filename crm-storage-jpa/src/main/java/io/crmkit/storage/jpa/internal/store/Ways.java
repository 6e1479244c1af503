package io.crmkit.storage.jpa.internal.store;

import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchFeatures;
import io.crmkit.spi.storage.SearchFeatures.Kind;
import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.spi.storage.SearchTier;
import io.crmkit.spi.storage.TextReach;
import io.crmkit.storage.jpa.internal.sql.Database;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the ways in which customers may be in each tier and within reach; each customer that is goes by one of them. */
final class Ways {
    private static final int MOST_REACHES = 8;
    /** PostgreSQL looks each way up in a few pages of its index. */
    private static final int MOST_LOOKED_UP = 48;
    /** MariaDB joins tables for each way. */
    private static final int MOST_JOINED = 24;

    private static final int TRIES = 8;

    /** So many are compared sooner than PostgreSQL looks more up. */
    private static final int FEW_LOOKED_UP = 200;
    /** So many are compared sooner than MariaDB joins more. */
    private static final int FEW_JOINED = 50;

    private final CustomerSearch search;
    private final CustomerCriteria criteria;
    private final TextReach texts;
    private final Sample sample;
    private final int most;
    private final int few;
    /** Of each pattern: several tiers look for the same ones. */
    private final Map<String, List<Way>> known = new HashMap<>();

    /** Of each tier that was asked for. */
    private final Map<Integer, List<List<Way>>> factors = new HashMap<>();

    private final Map<Integer, Optional<Candidates>> candidates = new HashMap<>();
    private Set<Integer> absent = Set.of();

    Ways(CustomerSearch search, Sample sample, Database database) {
        this.search = search;
        this.criteria = search.criteria();
        this.texts = search.texts();
        this.sample = sample;
        boolean joined = database == Database.MARIADB;
        this.most = joined ? MOST_JOINED : MOST_LOOKED_UP;
        this.few = joined ? FEW_JOINED : FEW_LOOKED_UP;
    }

    /** Of each way, and all tiers that are not part of a later one, a feature that nobody in the sample has, if there is one. */
    Set<Integer> unseen() {
        return Arrays.stream(search.widest(0, search.tiers().size() - 1))
                .mapToObj(this::factors)
                .flatMap(List::stream)
                .flatMap(List::stream)
                .map(way -> way.rarest()[0])
                .filter(feature -> !sample.isSeen(feature))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** To be told before candidates are asked for. */
    void nobodyHas(Set<Integer> features) {
        absent = features;
    }

    /** Who may be in a tier; empty if features tell nothing of it, so that it may be anybody. */
    Optional<Candidates> candidates(int tier) {
        return candidates.computeIfAbsent(tier, this::multiplied);
    }

    /** Who may be in one of several tiers, of all of which features tell something. */
    Candidates candidates(int from, int to) {
        return Candidates.union(Arrays.stream(search.widest(from, to))
                .mapToObj(tier -> candidates(tier).orElseThrow())
                .toList());
    }

    private Optional<Candidates> multiplied(int tier) {
        List<List<Way>> possible = factors(tier).stream()
                .map(factor ->
                        factor.stream().filter(way -> !way.needsAnyOf(absent)).toList())
                .sorted(Comparator.comparingDouble(Way::share))
                .toList();
        return possible.isEmpty() ? Optional.empty() : Optional.of(together(possible));
    }

    /** What a customer in a tier has to go by, one way of each. */
    private List<List<Way>> factors(int tier) {
        return factors.computeIfAbsent(tier, number -> factors(search.tiers().get(number)));
    }

    private List<List<Way>> factors(SearchTier tier) {
        List<List<Way>> some = new ArrayList<>();
        tier.terms().forEach(term -> ofTerm(term).ifPresent(some::add));
        ofReach(criteria.reach()).ifPresent(some::add);
        criteria.team().ifPresent(team -> some.add(one(Features.team(team.value()))));
        criteria.tier().ifPresent(value -> some.add(one(Features.tier(value))));
        criteria.flag().ifPresent(flag -> some.add(one(Features.flag(flag))));
        return some;
    }

    /**
     * Multiplied out until few customers are left, and as long as that does not make too much of it. What is left out is
     * compared in the customers that are found by the rest: looking up another long list, too, would take longer than that
     * spares.
     */
    private Candidates together(List<List<Way>> factors) {
        List<Way> ways = factors.get(0);
        int multiplied = 1;
        for (List<Way> factor : factors.subList(1, factors.size())) {
            if (Way.share(ways) * sample.total() <= few) {
                break;
            }
            List<Way> product =
                    ways.size() * factor.size() <= TRIES * most ? Way.widest(Way.product(ways, factor)) : List.of();
            if (!product.isEmpty() && product.size() <= most) {
                ways = product;
                multiplied++;
            }
        }
        return new Candidates(ways, multiplied == factors.size());
    }

    private List<Way> one(int feature) {
        return List.of(Way.of(new int[] {feature}, sample));
    }

    private Optional<List<Way>> ofTerm(SearchTerm term) {
        List<Way> ways = new ArrayList<>();
        for (String pattern : term.patterns()) {
            List<Way> some = known.computeIfAbsent(pattern, this::ofPattern);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            ways.addAll(some);
        }
        return Optional.of(Way.widest(ways));
    }

    /** None if features tell nothing of it. */
    private List<Way> ofPattern(String pattern) {
        List<Way> ways = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Reach reach = reach(kind);
            if (!reach.equals(Reach.none()) && SearchFeatures.mayHold(kind, pattern)) {
                int[] features = SearchFeatures.required(kind, pattern);
                if (features.length == 0) {
                    return List.of();
                }
                List<Way> way = List.of(
                        SearchFeatures.isLine(pattern) ? Way.ofLine(features, sample) : Way.of(features, sample));
                ways.addAll(
                        ofReach(reach).map(within -> Way.product(way, within)).orElse(way));
            }
        }
        return ways;
    }

    /** Whose texts of a kind count. */
    private Reach reach(Kind kind) {
        return switch (kind) {
            case OPEN -> Reach.all();
            case CONTACT -> texts.contacts();
            case ATTRIBUTE -> texts.openAttributes().isEmpty() ? texts.sensitive() : Reach.all();
        };
    }

    /** Empty if features do not tell who is within reach. */
    private Optional<List<Way>> ofReach(Reach reach) {
        if (reach.everything() || reach.customer().isPresent()) {
            return Optional.empty();
        }
        List<Way> ways = new ArrayList<>();
        reach.teams().forEach(team -> ways.addAll(one(Features.team(team.value()))));
        reach.owner().ifPresent(owner -> ways.addAll(one(Features.owner(owner.value()))));
        return ways.isEmpty() || ways.size() > MOST_REACHES ? Optional.empty() : Optional.of(ways);
    }
}
