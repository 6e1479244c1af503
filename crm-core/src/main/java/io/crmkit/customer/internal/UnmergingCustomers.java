package io.crmkit.customer.internal;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.audit.AuditAction;
import io.crmkit.customer.Customer;
import io.crmkit.customer.UnmergeCustomers;
import io.crmkit.error.DuplicateException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.ViolationCode;
import io.crmkit.internal.access.Repeatable;
import io.crmkit.internal.access.Writing;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.MergeRecord;
import java.util.Optional;
import java.util.UUID;

/** Undoes a merge, or finds the customer whom the same command brought back before. */
final class UnmergingCustomers implements Repeatable<Customer> {
    private final UnmergeCustomers command;

    UnmergingCustomers(UnmergeCustomers command) {
        this.command = command;
    }

    @Override
    public Customer perform(Writing writing) {
        MergeRecord merge = writing.tx()
                .merges()
                .find(command.merge())
                .filter(known -> isInReach(writing, known.merged()))
                .orElseThrow(
                        () -> new NotFoundException("merge", command.merge().toString()));
        if (merge.endedAt().isPresent()) {
            throw InvalidRequestException.of("unmerge.merge", ViolationCode.NOT_ALLOWED, "was undone before");
        }
        Customer survivor = MergingCustomers.find(writing, merge.survivor());
        MergingCustomers.requireVersion(survivor, command.survivorVersion());
        SeparatedCustomer separated =
                SeparatedCustomer.of(merge, writing.tx().merges().into(survivor.id()));
        separated.laterMerges().forEach(writing.tx().merges()::update);
        Customer alone = separated.without(survivor).later(survivor, survivor.version() + 1, writing.now());
        writing.tx().customers().update(alone, CustomerIndexes.of(alone));
        bringBack(writing, merge.merged());
        writing.tx().merges().moveBack(merge);
        writing.tx().merges().update(merge.ended(writing.now()));
        MergingCustomers.audit(writing, AuditAction.CUSTOMERS_UNMERGED, merge);
        return CustomerMasks.masked(merge.merged(), writing);
    }

    private static boolean isInReach(Writing writing, Customer customer) {
        return writing.reach(Permission.CUSTOMER_MERGE)
                .covers(customer.team(), customer.owner(), Optional.of(customer.id()));
    }

    private static void bringBack(Writing writing, Customer customer) {
        try {
            writing.tx().customers().insert(customer, CustomerIndexes.of(customer));
        } catch (DuplicateKeyException e) {
            throw new DuplicateException("identifier " + e.key());
        }
    }

    @Override
    public Customer reload(Writing writing, UUID id) {
        return UpdatingCustomer.again(writing, new CustomerId(id));
    }

    @Override
    public UUID idOf(Customer customer) {
        return customer.id().value();
    }
}
