package io.crmkit.customer.internal;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.DuplicateCandidate;
import io.crmkit.customer.DuplicateCandidate.Reason;
import io.crmkit.customer.MatchTier;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.search.SearchPlan;
import io.crmkit.spi.storage.CustomerMatch;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchBudget;
import io.crmkit.spi.storage.SearchTier;
import io.crmkit.spi.storage.TextReach;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for whoever may be the same person as a customer: in the blocks of customers with an equal contact, an equal name
 * or a similar one, and of each block only in its beginning. Never compares all with all.
 */
final class Duplicates {
    private static final int BLOCK = 50;
    private static final int MOST_CONTACTS = 20;
    private static final int MOST_SCORE = 100;

    /** The tiers that count, and what a match in each is a reason for. */
    private static final Map<MatchTier, Reason> NAMES =
            new EnumMap<>(Map.of(MatchTier.VALUE, Reason.NAME, MatchTier.APPROXIMATE, Reason.SIMILAR_NAME));

    /** Somebody, as he was when he was found first, and why. */
    private record Found(Customer customer, Set<Reason> reasons) {}

    private final Reading reading;
    private final Customer customer;
    private final CustomerMasks masks;
    private final Map<CustomerId, Found> found = new LinkedHashMap<>();

    Duplicates(Reading reading, Customer customer) {
        this.reading = reading;
        this.customer = customer;
        this.masks = CustomerMasks.of(reading);
    }

    /** Those with the highest score first, and of equal ones those registered first. */
    List<DuplicateCandidate> list(int limit, SearchBudget budget) {
        addSameContacts();
        addNames(budget);
        found.remove(customer.id());
        return found.values().stream()
                .map(this::candidate)
                .sorted(Comparator.comparingInt(DuplicateCandidate::score)
                        .reversed()
                        .thenComparing(candidate -> candidate.customer().createdAt())
                        .thenComparing(candidate -> candidate.customer().id().toString()))
                .limit(limit)
                .toList();
    }

    private DuplicateCandidate candidate(Found other) {
        int score = other.reasons().stream().mapToInt(Reason::weight).sum();
        return new DuplicateCandidate(
                masks.masked(other.customer()), Math.min(score, MOST_SCORE), List.copyOf(other.reasons()));
    }

    /** Only with contacts that the actor sees, of this customer as of the others. */
    private void addSameContacts() {
        Reach reach = reading.reachOfBoth(Permission.CUSTOMER_READ, Permission.CUSTOMER_CONTACTS);
        if (!reach.covers(customer.team(), customer.owner(), Optional.of(customer.id()))) {
            return;
        }
        customer.contacts().stream()
                .limit(MOST_CONTACTS)
                .forEach(contact -> reading.tx()
                        .customers()
                        .findByContact(ContactForms.key(contact), reach, BLOCK)
                        .forEach(other -> add(other, reason(contact))));
    }

    private static Reason reason(Contact contact) {
        return switch (contact.type()) {
            case PHONE -> Reason.PHONE;
            case EMAIL -> Reason.EMAIL;
            case MESSENGER -> Reason.MESSENGER;
        };
    }

    private void addNames(SearchBudget budget) {
        SearchPlan plan = SearchPlan.of(customer.names().display(), List.of(), List.of());
        NAMES.forEach((tier, reason) -> plan.tier(tier)
                .ifPresent(wanted -> names(wanted, budget).forEach(match -> add(match.customer(), reason))));
    }

    private List<CustomerMatch> names(SearchTier tier, SearchBudget budget) {
        CustomerSearch search = new CustomerSearch(
                SearchingCustomers.criteria(CustomerQuery.all(), reading),
                TextReach.openOnly(),
                List.of(tier),
                Optional.empty(),
                BLOCK,
                budget);
        return reading.tx().customers().search(search).matches();
    }

    /** Who has the same name has no similar one besides. */
    private void add(Customer other, Reason reason) {
        Set<Reason> reasons = found.computeIfAbsent(other.id(), id -> new Found(other, EnumSet.noneOf(Reason.class)))
                .reasons();
        if (reason != Reason.SIMILAR_NAME || !reasons.contains(Reason.NAME)) {
            reasons.add(reason);
        }
    }
}
