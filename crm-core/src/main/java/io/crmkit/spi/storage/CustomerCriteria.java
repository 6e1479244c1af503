package io.crmkit.spi.storage;

import io.crmkit.actor.TeamId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.Tier;
import java.util.Optional;

/**
 * Which customers are wanted: those that all of these hold for.
 *
 * @param reach within reach, by team, owner and id
 * @param tier with this tier
 * @param flag with this flag
 * @param team of this team
 */
public record CustomerCriteria(Reach reach, Optional<Tier> tier, Optional<CustomerFlag> flag, Optional<TeamId> team) {
    /** All customers within reach. */
    public static CustomerCriteria within(Reach reach) {
        return new CustomerCriteria(reach, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether a customer is wanted. */
    public boolean wants(Customer customer) {
        return reach.covers(customer.team(), customer.owner(), Optional.of(customer.id()))
                && team.map(customer.team()::equals).orElse(true)
                && tier.map(customer.tier()::equals).orElse(true)
                && flag.map(customer.flags()::contains).orElse(true);
    }
}
