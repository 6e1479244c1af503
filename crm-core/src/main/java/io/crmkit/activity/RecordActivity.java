package io.crmkit.activity;

import io.crmkit.actor.CustomerId;
import io.crmkit.error.Checks;
import io.crmkit.money.Money;
import java.time.Instant;
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
        Optional<Money> amount) {
    /** @throws io.crmkit.error.InvalidRequestException if source or id has another form */
    public RecordActivity {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(amount, "amount");
        Checks.that("activity")
                .line("source", source, 1, 40)
                .line("externalId", externalId, 1, 120)
                .done();
    }

    /** Id of the customer, type and state only: what it was about and how much is personal. */
    @Override
    public String toString() {
        return "RecordActivity[" + customer + " " + type + " " + status + "]";
    }
}
