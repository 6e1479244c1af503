package io.crmkit.spi.storage;

import io.crmkit.actor.TeamId;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.Tier;
import java.util.List;
import java.util.Optional;

/**
 * Which customers are wanted: those that all of these hold for.
 *
 * @param reach within reach, by team, owner and id
 * @param terms each occurs, as a part, in the open text, or in the contact text of a customer within
 *     {@code contactReach}, or in the sensitive text of a customer within {@code sensitiveReach}
 * @param contactReach whose contact text counts
 * @param sensitiveReach whose sensitive text counts
 * @param tier with this tier
 * @param flag with this flag
 * @param team of this team
 */
public record CustomerCriteria(
        Reach reach,
        List<String> terms,
        Reach contactReach,
        Reach sensitiveReach,
        Optional<Tier> tier,
        Optional<CustomerFlag> flag,
        Optional<TeamId> team) {
    /** Copies the terms. */
    public CustomerCriteria {
        terms = List.copyOf(terms);
    }

    /** The terms are left out: people search for names. */
    @Override
    public String toString() {
        return "CustomerCriteria[…]";
    }
}
