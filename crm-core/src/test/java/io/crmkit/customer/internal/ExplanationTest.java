package io.crmkit.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.customer.Customer;
import io.crmkit.customer.MatchTier;
import io.crmkit.internal.search.SearchPlan;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.spi.storage.TextReach;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final TextReach ALL = new TextReach(Reach.all(), Reach.all(), Set.of());

    @Test
    void eachWordIsFoundInTheFirstFieldOfItsBestTier() {
        DirtyCustomers customers = new DirtyCustomers(12);
        Map<MatchTier, Integer> found = new EnumMap<>(MatchTier.class);
        for (int i = 0; i < 3_000; i++) {
            Customer customer = customers.next();
            String typed = i % 10 == 0 ? lastFour(customer) : customers.typed();
            SearchPlan plan = SearchPlan.of(typed, List.of(), List.of());
            for (MatchTier tier : MatchTier.values()) {
                if (isIn(customer, tier, plan)) {
                    found.merge(tier, 1, Integer::sum);
                    assertThat(told(customer, tier, plan))
                            .as("%s in %s of %s", typed, tier, customer)
                            .isEqualTo(expected(customer, tier, plan));
                    break;
                }
            }
        }
        assertThat(found.keySet())
                .containsExactlyInAnyOrder(
                        MatchTier.VALUE,
                        MatchTier.WORD,
                        MatchTier.PREFIX,
                        MatchTier.SUFFIX,
                        MatchTier.PART,
                        MatchTier.APPROXIMATE);
    }

    private static String lastFour(Customer customer) {
        String number = customer.contacts().get(2).normalised();
        return number.substring(number.length() - 4);
    }

    private static boolean isIn(Customer customer, MatchTier tier, SearchPlan plan) {
        return plan.tier(tier)
                .filter(conditions -> conditions.terms().stream().allMatch(term -> hasOne(customer, tier, term)))
                .isPresent();
    }

    private static boolean hasOne(Customer customer, MatchTier tier, SearchTerm term) {
        return CustomerFields.of(customer).stream().anyMatch(field -> term.occursIn(field.textIn(tier)));
    }

    /** Without the places, by which two words in one field differ. */
    private static List<Tuple> told(Customer customer, MatchTier tier, SearchPlan plan) {
        return new Explanation(plan, ALL)
                .of(customer, tier).stream()
                        .map(match -> tuple(match.tier(), match.field(), match.value()))
                        .distinct()
                        .toList();
    }

    /** By folding all values. */
    private static List<Tuple> expected(Customer customer, MatchTier worst, SearchPlan plan) {
        List<Tuple> expected = new ArrayList<>();
        for (int term = 0; term < plan.terms(worst).size(); term++) {
            best(customer, worst, plan, term, expected);
        }
        return expected.stream().distinct().toList();
    }

    private static void best(Customer customer, MatchTier worst, SearchPlan plan, int term, List<Tuple> expected) {
        String word = plan.terms(worst).get(term);
        for (MatchTier tier : MatchTier.values()) {
            boolean asked = tier == worst || (plan.terms(worst).size() > 1 && tier != MatchTier.EXACT);
            if (asked
                    && plan.tier(tier).isPresent()
                    && plan.terms(tier).size() > term
                    && plan.terms(tier).get(term).equals(word)) {
                for (CustomerFields.Field field : CustomerFields.of(customer)) {
                    if (plan.tier(tier).get().terms().get(term).occursIn(field.textIn(worst))) {
                        expected.add(tuple(tier, field.name(), field.value()));
                        return;
                    }
                }
            }
        }
    }
}
