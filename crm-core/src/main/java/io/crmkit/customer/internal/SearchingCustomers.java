package io.crmkit.customer.internal;

import io.crmkit.actor.Permission;
import io.crmkit.customer.CustomerHit;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.FoundCustomers;
import io.crmkit.customer.MatchTier;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.search.SearchPlan;
import io.crmkit.page.PageRequest;
import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.CustomerMatch;
import io.crmkit.spi.storage.CustomerMatches;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchBudget;
import io.crmkit.spi.storage.SearchPlace;
import io.crmkit.spi.storage.SearchTier;
import io.crmkit.spi.storage.TextReach;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Searches for customers by what was typed: the good tiers first, and slips of the pen only if these hold nobody. */
final class SearchingCustomers {
    private static final Set<MatchTier> WHOLE =
            Collections.unmodifiableSet(EnumSet.of(MatchTier.EXACT, MatchTier.VALUE));
    private static final Set<MatchTier> PARTS =
            Collections.unmodifiableSet(EnumSet.range(MatchTier.WORD, MatchTier.PART));

    private final Reading reading;
    private final SearchPlan plan;
    private final CustomerCriteria criteria;
    private final TextReach texts;
    private final SearchBudget budget;

    SearchingCustomers(Reading reading, SearchPlan plan, CustomerQuery query, SearchBudget budget) {
        this.reading = reading;
        this.plan = plan;
        this.criteria = criteria(query, reading);
        this.texts = texts(reading);
        this.budget = budget;
    }

    /** Who may read all sensitive attributes need not be told which of them are. */
    private static TextReach texts(Reading reading) {
        Reach sensitive = reading.reach(Permission.SENSITIVE_READ);
        return new TextReach(
                reading.reach(Permission.CUSTOMER_CONTACTS),
                sensitive,
                sensitive.everything()
                        ? Set.of()
                        : AttributeCatalog.of(reading.tx()).open());
    }

    static CustomerCriteria criteria(CustomerQuery query, Reading reading) {
        return new CustomerCriteria(reading.reach(Permission.CUSTOMER_READ), query.tier(), query.flag(), query.team());
    }

    /** The tiers that one question asks for, and what the storage answered. */
    private record Answer(List<MatchTier> tiers, CustomerMatches matches) {
        MatchTier tier(CustomerMatch match) {
            return tiers.get(match.tier());
        }
    }

    FoundCustomers page(PageRequest page) {
        Optional<SearchCursor> after = page.cursor().map(SearchCursor::parse);
        Answer answer = new Answer(List.of(), new CustomerMatches(List.of(), false));
        for (Set<MatchTier> step : steps(after.map(SearchCursor::tier))) {
            if (answer.matches().matches().isEmpty() && !answer.matches().partial()) {
                answer = ask(step, after, page.size() + 1);
            }
        }
        return page(answer, page.size());
    }

    /** The tiers to ask for, each step only if the one before found nobody; a further page goes on in its own step. */
    private List<Set<MatchTier>> steps(Optional<MatchTier> after) {
        List<Set<MatchTier>> steps = new ArrayList<>();
        if (plan.isComplete()) {
            steps.add(WHOLE);
            steps.add(PARTS);
        } else {
            steps.add(EnumSet.complementOf(EnumSet.of(MatchTier.APPROXIMATE)));
        }
        steps.add(EnumSet.of(MatchTier.APPROXIMATE));
        return after.map(tier -> steps.stream()
                        .filter(step -> step.contains(tier))
                        .limit(1)
                        .toList())
                .orElse(steps);
    }

    private Answer ask(Set<MatchTier> step, Optional<SearchCursor> after, int limit) {
        Map<MatchTier, SearchTier> planned = plan.tiers(step);
        List<MatchTier> tiers = List.copyOf(planned.keySet());
        if (tiers.isEmpty()) {
            return new Answer(tiers, new CustomerMatches(List.of(), false));
        }
        CustomerSearch search = new CustomerSearch(
                criteria,
                texts,
                List.copyOf(planned.values()),
                after.map(place -> new SearchPlace(tiers.indexOf(place.tier()), place.id())),
                limit,
                budget);
        return new Answer(tiers, reading.tx().customers().search(search));
    }

    private FoundCustomers page(Answer answer, int size) {
        List<CustomerMatch> matches = answer.matches().matches();
        boolean more = matches.size() > size;
        CustomerMasks masks = CustomerMasks.of(reading);
        Explanation explanation = new Explanation(plan, texts);
        List<CustomerHit> hits = new ArrayList<>();
        for (CustomerMatch match : matches.subList(0, Math.min(size, matches.size()))) {
            MatchTier tier = answer.tier(match);
            hits.add(new CustomerHit(
                    masks.masked(match.customer()), Optional.of(tier), explanation.of(match.customer(), tier)));
        }
        boolean goesOn = more || (answer.matches().partial() && !hits.isEmpty());
        Optional<PageRequest> next = Optional.empty();
        if (goesOn) {
            CustomerMatch last = matches.get(hits.size() - 1);
            SearchCursor cursor =
                    new SearchCursor(answer.tier(last), last.customer().id().value());
            next = Optional.of(PageRequest.after(cursor.text(), size));
        }
        return new FoundCustomers(hits, next, answer.matches().partial() && !more);
    }
}
