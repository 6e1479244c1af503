package io.crmkit.activity;

import io.crmkit.actor.CustomerId;
import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import io.crmkit.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reports what a customer did.
 *
 * @param customer who
 * @param source the host's system that knows it, a word
 * @param externalId its id there, 1 to 120 characters; source and id together are recorded once
 * @param type what
 * @param status how it went
 * @param occurredAt when
 * @param amount how much
 */
public record RecordActivity(
        CustomerId customer,
        String source,
        String externalId,
        ActivityType type,
        ActivityStatus status,
        Instant occurredAt,
        Optional<Money> amount)
        implements Form {
    /** Demands what has no default, and copies. */
    public RecordActivity {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(amount, "amount");
    }

    /** The same deed of another customer. */
    public RecordActivity about(CustomerId other) {
        return new RecordActivity(other, source, externalId, type, status, occurredAt, amount);
    }

    @Override
    public List<Violation> violations() {
        return Checks.that("activity")
                .line("source", source, 1, 40)
                .line("externalId", externalId, 1, 120)
                .instant("occurredAt", occurredAt)
                .found();
    }

    /** Id of the customer, type and state only: what it was about and how much is personal. */
    @Override
    public String toString() {
        return "RecordActivity[" + customer + " " + type + " " + status + "]";
    }
}
