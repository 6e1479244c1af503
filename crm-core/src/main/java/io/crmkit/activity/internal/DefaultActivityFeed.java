package io.crmkit.activity.internal;

import io.crmkit.activity.ActivityCount;
import io.crmkit.activity.ActivityFeed;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.audit.AuditAction;
import io.crmkit.customer.Customer;
import io.crmkit.error.Checks;
import io.crmkit.error.IdempotencyConflictException;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.StorageBusyException;
import io.crmkit.error.ViolationCode;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.Gate;
import io.crmkit.internal.access.Survivors;
import io.crmkit.internal.access.Writing;
import io.crmkit.money.Money;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.Reach;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What customers did, behind one actor's gate. */
public final class DefaultActivityFeed implements ActivityFeed {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Gate gate;

    /** The activities as that gate's actor may use them. */
    public DefaultActivityFeed(Gate gate) {
        this.gate = gate;
    }

    @Override
    public boolean record(RecordActivity command) {
        RecordActivity given = inMicroseconds(command);
        return gate.enter(Permission.ACTIVITY_RECORD).with(given).write(writing -> {
            RecordActivity activity = given.about(customer(
                    given.customer(),
                    Survivors.hold(writing, given.customer(), writing.reach(Permission.ACTIVITY_RECORD))));
            Checks.that("")
                    .require(
                            !activity.occurredAt().isAfter(writing.now().plus(CLOCK_SKEW)),
                            "occurredAt",
                            ViolationCode.OUT_OF_RANGE,
                            "lies more than five minutes in the future")
                    .done();
            Optional<RecordActivity> earlier = writing.tx().activities().find(activity.source(), activity.externalId());
            if (earlier.isPresent()) {
                requireSameContent(earlier.get(), activity);
                return false;
            }
            insert(writing, activity);
            return true;
        });
    }

    @Override
    public List<ActivityCount> counts(CustomerId customer) {
        return gate.read(Permission.ACTIVITY_READ, reading -> {
            Reach reach = reading.reach(Permission.ACTIVITY_READ);
            return reading.tx().activities().counts(customer(customer, Survivors.find(reading, customer, reach)));
        });
    }

    private static CustomerId customer(CustomerId wanted, Optional<Customer> found) {
        return found.map(Customer::id).orElseThrow(() -> new NotFoundException("customer", wanted.toString()));
    }

    private static void insert(Writing writing, RecordActivity activity) {
        try {
            writing.tx().activities().insert(activity);
        } catch (DuplicateKeyException e) {
            // Recorded by another call since this one looked: looking again tells whether it is the same.
            throw new StorageBusyException("another call records the same activity");
        }
        writing.audit(
                AuditAction.ACTIVITY_RECORDED,
                new SubjectRef("activity", activity.externalId()),
                Optional.of(activity.customer()),
                List.of());
    }

    private static void requireSameContent(RecordActivity earlier, RecordActivity now) {
        boolean same = earlier.customer().equals(now.customer())
                && earlier.type() == now.type()
                && earlier.status() == now.status()
                && earlier.occurredAt().equals(now.occurredAt())
                && sameAmount(earlier.amount(), now.amount());
        if (!same) {
            throw new IdempotencyConflictException("activity.record");
        }
    }

    /** Equal as numbers: storages need not keep trailing zeros. */
    private static boolean sameAmount(Optional<Money> one, Optional<Money> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        return one.get().asset().equals(other.get().asset())
                && one.get().amount().compareTo(other.get().amount()) == 0;
    }

    private static RecordActivity inMicroseconds(RecordActivity activity) {
        return new RecordActivity(
                activity.customer(),
                activity.source(),
                activity.externalId(),
                activity.type(),
                activity.status(),
                activity.occurredAt().truncatedTo(ChronoUnit.MICROS),
                activity.amount());
    }
}
