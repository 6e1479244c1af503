package io.crmkit.storage.jpa.internal.store;

import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchFeatures;
import io.crmkit.spi.storage.SearchFeatures.Kind;
import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.spi.storage.SearchTier;
import io.crmkit.spi.storage.TextReach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the ways in which customers may be in a tier and within reach; each customer that is goes by one of them. */
final class Ways {
    private static final int MOST = 16;
    private static final int MOST_TRIED = 150;
    private static final int MOST_BESIDE = 2;
    /** A list of more would take longer to read than it spares. */
    private static final double RARE = 0.05;

    private final CustomerCriteria criteria;
    private final TextReach texts;
    private final Sample sample;

    Ways(CustomerSearch search, Sample sample) {
        this.criteria = search.criteria();
        this.texts = search.texts();
        this.sample = sample;
    }

    /** Who may be in a tier; empty if features tell nothing of it, so that it may be anybody. */
    Optional<Candidates> of(SearchTier tier) {
        List<List<Way>> factors = new ArrayList<>();
        tier.terms().forEach(term -> ofTerm(term).ifPresent(factors::add));
        ofReach(criteria.reach()).ifPresent(factors::add);
        criteria.team().ifPresent(team -> factors.add(one(Features.team(team.value()))));
        criteria.tier().ifPresent(value -> factors.add(one(Features.tier(value))));
        criteria.flag().ifPresent(flag -> factors.add(one(Features.flag(flag))));
        factors.sort(Comparator.comparingDouble(Way::share));
        return factors.isEmpty() ? Optional.empty() : Optional.of(together(factors));
    }

    /** Multiplied out as long as that does not make too much of it, else left beside each other, if rare enough. */
    private static Candidates together(List<List<Way>> factors) {
        List<Way> ways = factors.get(0);
        List<List<Way>> beside = new ArrayList<>();
        for (List<Way> factor : factors.subList(1, factors.size())) {
            List<Way> product =
                    ways.size() * factor.size() <= MOST_TRIED ? Way.widest(Way.product(ways, factor)) : List.of();
            if (!product.isEmpty() && product.size() <= MOST) {
                ways = product;
            } else if (Way.share(factor) <= RARE && beside.size() < MOST_BESIDE) {
                beside.add(factor);
            }
        }
        Candidates candidates = new Candidates(List.of(ways));
        for (List<Way> factor : beside) {
            candidates = candidates.and(factor);
        }
        return candidates;
    }

    private List<Way> one(int feature) {
        return List.of(Way.of(new int[] {feature}, sample));
    }

    private Optional<List<Way>> ofTerm(SearchTerm term) {
        List<Way> ways = new ArrayList<>();
        for (String pattern : term.patterns()) {
            for (Kind kind : Kind.values()) {
                Reach reach = reach(kind);
                if (!reach.equals(Reach.none())) {
                    int[] features = SearchFeatures.required(kind, pattern);
                    if (features.length == 0) {
                        return Optional.empty();
                    }
                    List<Way> way = List.of(Way.of(features, sample));
                    ways.addAll(ofReach(reach)
                            .map(within -> Way.product(way, within))
                            .orElse(way));
                }
            }
        }
        return Optional.of(Way.widest(ways));
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
        return ways.isEmpty() || ways.size() > MOST / 2 ? Optional.empty() : Optional.of(ways);
    }
}
