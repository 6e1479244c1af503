package io.crmkit.customer.internal;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.FieldDelta;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerMerge;
import io.crmkit.customer.MergeCustomers;
import io.crmkit.customer.MergeId;
import io.crmkit.customer.MergePreview;
import io.crmkit.error.ConflictException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.ViolationCode;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.access.Repeatable;
import io.crmkit.internal.access.Survivors;
import io.crmkit.internal.access.Writing;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.MergeRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Merges a customer into another, or finds the merge that the same command made before. */
final class MergingCustomers implements Repeatable<CustomerMerge> {
    private final MergeCustomers command;
    private Optional<Customer> taken = Optional.empty();

    MergingCustomers(MergeCustomers command) {
        this.command = command;
    }

    /** What a merge would do. */
    static MergePreview preview(Reading reading, CustomerId first, CustomerId second) {
        if (first.equals(second)) {
            throw InvalidRequestException.of(
                    "merge.merged", ViolationCode.NOT_ALLOWED, "must be another customer than the survivor");
        }
        Customer survivor = find(reading, first);
        Customer merged = find(reading, second);
        UnitedCustomer united = new UnitedCustomer(survivor, merged, Set.of());
        CustomerMasks masks = CustomerMasks.of(reading);
        return new MergePreview(
                masks.masked(survivor),
                masks.masked(merged),
                united.conflicts(masks),
                masks.masked(
                        united.draft().later(survivor, survivor.version() + 1, reading.now()),
                        List.of(survivor, merged)));
    }

    /** A merge as everybody may see it. */
    static CustomerMerge merge(MergeRecord merge) {
        return new CustomerMerge(merge.id(), merge.survivor(), merge.merged().id(), merge.at(), merge.by());
    }

    @Override
    public void begin(CrmTransaction tx) {
        taken = tx.merges().take(command.merged());
    }

    @Override
    public CustomerMerge perform(Writing writing) {
        Customer survivor = find(writing, command.survivor());
        Customer merged = taken.filter(customer -> writing.reach(Permission.CUSTOMER_MERGE)
                        .covers(customer.team(), customer.owner(), Optional.of(customer.id())))
                .orElseThrow(() -> Survivors.refusal(writing, command.merged(), Permission.CUSTOMER_MERGE));
        requireVersion(survivor, command.survivorVersion());
        requireVersion(merged, command.mergedVersion());
        Customer after = new UnitedCustomer(survivor, merged, command.take())
                .draft()
                .later(survivor, survivor.version() + 1, writing.now());
        writing.tx().merges().remove(merged.id());
        writing.tx().customers().update(after, CustomerIndexes.of(after));
        MergeRecord merge = new MergeRecord(
                new MergeId(writing.newId()),
                1,
                survivor,
                after,
                merged,
                writing.now(),
                writing.actor().ref(),
                Optional.empty());
        writing.tx().merges().insert(merge);
        writing.tx().merges().move(merge);
        audit(writing, AuditAction.CUSTOMERS_MERGED, merge);
        return merge(merge);
    }

    @Override
    public CustomerMerge reload(Writing writing, UUID id) {
        return writing.tx()
                .merges()
                .find(new MergeId(id))
                .map(MergingCustomers::merge)
                .orElseThrow(() -> new NotFoundException("merge", new MergeId(id).toString()));
    }

    @Override
    public UUID idOf(CustomerMerge merge) {
        return merge.id().value();
    }

    static Customer find(Reading reading, CustomerId id) {
        return reading.tx()
                .customers()
                .find(id, reading.reach(Permission.CUSTOMER_MERGE))
                .orElseThrow(() -> Survivors.refusal(reading, id, Permission.CUSTOMER_MERGE));
    }

    static void requireVersion(Customer customer, long expected) {
        if (customer.version() != expected) {
            throw new ConflictException("customer " + customer.id(), expected, customer.version());
        }
    }

    static void audit(Writing writing, AuditAction action, MergeRecord merge) {
        writing.audit(
                action,
                SubjectRef.customer(merge.survivor().toString()),
                Optional.of(merge.survivor()),
                List.of(new FieldDelta(
                        "merged",
                        Optional.empty(),
                        Optional.of(merge.merged().id().toString()))));
    }
}
