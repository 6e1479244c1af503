package io.crmkit.customer;

import io.crmkit.actor.TeamId;
import java.util.Optional;

/**
 * Asks for customers.
 *
 * @param text words and numbers, as for {@link CustomerDirectory#suggest}; blank means everybody
 * @param tier only this tier
 * @param flag only with this flag
 * @param team only of this team
 */
public record CustomerQuery(String text, Optional<Tier> tier, Optional<CustomerFlag> flag, Optional<TeamId> team) {
    /** Everybody. */
    public static CustomerQuery all() {
        return containing("");
    }

    /** Customers with these words or parts of words and numbers; at most 200 characters. */
    public static CustomerQuery containing(String text) {
        return new CustomerQuery(text, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Only this tier. */
    public CustomerQuery tier(Tier only) {
        return new CustomerQuery(text, Optional.of(only), flag, team);
    }

    /** Only with this flag. */
    public CustomerQuery flag(CustomerFlag only) {
        return new CustomerQuery(text, tier, Optional.of(only), team);
    }

    /** Only of this team. */
    public CustomerQuery team(TeamId only) {
        return new CustomerQuery(text, tier, flag, Optional.of(only));
    }

    /** The text is left out: people search for names. */
    @Override
    public String toString() {
        return "CustomerQuery[…]";
    }
}
