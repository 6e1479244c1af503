package io.crmkit.internal.access;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.customer.Customer;
import io.crmkit.error.CrmException;
import io.crmkit.error.MergedException;
import io.crmkit.error.NotFoundException;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.MergeRecord;
import io.crmkit.spi.storage.Reach;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where merged customers went. Nothing belongs to them any more, so only a question that finds nothing has to be asked
 * again under the survivor's id: what was never merged costs nothing.
 */
public final class Survivors {
    private Survivors() {}

    /** Who goes on for a merged customer, whoever that was merged into since; empty if he was not merged. */
    public static Optional<CustomerId> of(CrmTransaction tx, CustomerId id) {
        Optional<CustomerId> survivor = Optional.empty();
        Optional<MergeRecord> merge = tx.merges().findByMerged(id);
        while (merge.isPresent()) {
            survivor = merge.map(MergeRecord::survivor);
            merge = survivor.flatMap(tx.merges()::findByMerged);
        }
        return survivor;
    }

    /** The customer with an id, or the one who goes on for him. */
    public static Optional<Customer> find(Reading reading, CustomerId id, Reach reach) {
        Optional<Customer> found = reading.tx().customers().find(id, reach);
        return found.isPresent()
                ? found
                : of(reading.tx(), id)
                        .flatMap(survivor -> reading.tx().customers().find(survivor, reach));
    }

    /** The same, for a record that is to be added about him. */
    public static Optional<Customer> hold(Reading reading, CustomerId id, Reach reach) {
        Optional<Customer> found = reading.tx().customers().hold(id, reach);
        return found.isPresent()
                ? found
                : of(reading.tx(), id)
                        .flatMap(survivor -> reading.tx().customers().hold(survivor, reach));
    }

    /** What a list holds about a customer, or about the one who goes on for him. */
    public static <T> List<T> listed(
            Reading reading, Optional<CustomerId> customer, Function<Optional<CustomerId>, List<T>> list) {
        List<T> found = list.apply(customer);
        if (!found.isEmpty() || customer.isEmpty()) {
            return found;
        }
        Optional<CustomerId> survivor = of(reading.tx(), customer.get());
        return survivor.isPresent() ? list.apply(survivor) : found;
    }

    /** Why there is no such customer to change: he was merged, if the actor may know the survivor. */
    public static CrmException refusal(Reading reading, CustomerId id, Permission permission) {
        return of(reading.tx(), id)
                .filter(survivor -> reading.tx()
                        .customers()
                        .find(survivor, reading.reach(permission))
                        .isPresent())
                .<CrmException>map(survivor -> new MergedException("customer", id.toString(), survivor.toString()))
                .orElseGet(() -> new NotFoundException("customer", id.toString()));
    }
}
