package io.crmkit.spi.storage;

import io.crmkit.actor.TeamId;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.Tier;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which customers are wanted: those that all of these hold for.
 *
 * @param reach within reach, by team, owner and id
 * @param terms each occurs, as a part, in the open text, or in the contact text of a customer within
 *     {@code contactReach}, or in the text of one attribute that is among {@code openAttributes}, or in the text of one
 *     attribute, whichever, of a customer within {@code sensitiveReach}
 * @param contactReach whose contact text counts
 * @param sensitiveReach whose attribute texts count, all of them
 * @param openAttributes names of the attributes whose text counts for every customer
 * @param tier with this tier
 * @param flag with this flag
 * @param team of this team
 */
public record CustomerCriteria(
        Reach reach,
        List<String> terms,
        Reach contactReach,
        Reach sensitiveReach,
        Set<String> openAttributes,
        Optional<Tier> tier,
        Optional<CustomerFlag> flag,
        Optional<TeamId> team) {
    /** Copies the terms and names. */
    public CustomerCriteria {
        terms = List.copyOf(terms);
        openAttributes = Set.copyOf(openAttributes);
    }

    /** All customers within reach. */
    public static CustomerCriteria within(Reach reach) {
        return new CustomerCriteria(
                reach,
                List.of(),
                Reach.none(),
                Reach.none(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The terms are left out: people search for names. */
    @Override
    public String toString() {
        return "CustomerCriteria[…]";
    }
}
