package io.crmkit.customer.internal;

import io.crmkit.actor.Permission;
import io.crmkit.customer.CustomerHit;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.MatchTier;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.search.Key;
import io.crmkit.internal.search.SearchPlan;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.SearchBudget;
import io.crmkit.spi.storage.SearchTier;
import io.crmkit.spi.storage.TextReach;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the customers of whom an identifier or a contact is what was typed, as far as the actor sees it. */
public final class ExactCustomers {
    private static final int MOST = 50;

    private final ContactForms forms;

    /** With the region of telephone numbers without a country's code. */
    public ExactCustomers(Optional<String> phoneRegion) {
        this.forms = new ContactForms(phoneRegion);
    }

    /**
     * At most 50 of them, with the field.
     *
     * @param writings other writings of what was typed
     */
    public List<CustomerHit> of(Reading reading, String typed, Set<String> writings, SearchBudget budget) {
        ReadContact read = forms.read(typed);
        Set<Key> keys = new LinkedHashSet<>(TypedKeys.of(typed, read));
        writings.forEach(writing -> keys.addAll(TypedKeys.of(writing, forms.read(writing))));
        SearchPlan plan = SearchPlan.of(typed, keys, read.numbers());
        Optional<SearchTier> exact = plan.tier(MatchTier.EXACT);
        if (exact.isEmpty()) {
            return List.of();
        }
        CustomerMasks masks = CustomerMasks.of(reading);
        TextReach texts = new TextReach(
                reading.reach(Permission.CUSTOMER_CONTACTS),
                reading.reach(Permission.SENSITIVE_READ),
                masks.attributes().open());
        CustomerSearch search = new CustomerSearch(
                SearchingCustomers.criteria(CustomerQuery.all(), reading),
                texts,
                List.of(exact.get()),
                Optional.empty(),
                MOST,
                budget);
        Explanation explanation = new Explanation(plan, texts);
        return reading.tx().customers().search(search).matches().stream()
                .map(match -> new CustomerHit(
                        masks.masked(match.customer()),
                        Optional.of(MatchTier.EXACT),
                        explanation.of(match.customer(), MatchTier.EXACT)))
                .toList();
    }
}
