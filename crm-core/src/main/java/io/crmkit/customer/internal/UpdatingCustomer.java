package io.crmkit.customer.internal;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.audit.AuditAction;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.error.ConflictException;
import io.crmkit.error.DuplicateException;
import io.crmkit.error.NotFoundException;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.Repeatable;
import io.crmkit.internal.access.Survivors;
import io.crmkit.internal.access.Writing;
import io.crmkit.spi.storage.DuplicateKeyException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Changes a customer, or finds what the same command made of it before. */
final class UpdatingCustomer implements Repeatable<Customer> {
    private final UpdateCustomer command;
    private final ContactForms forms;

    UpdatingCustomer(UpdateCustomer command, ContactForms forms) {
        this.command = command;
        this.forms = forms;
    }

    @Override
    public Customer perform(Writing writing) {
        Customer before = writing.tx()
                .customers()
                .find(command.customer(), writing.reach(Permission.CUSTOMER_EDIT))
                .orElseThrow(() -> Survivors.refusal(writing, command.customer(), Permission.CUSTOMER_EDIT));
        if (before.version() != command.expectedVersion()) {
            throw new ConflictException("customer " + before.id(), command.expectedVersion(), before.version());
        }
        CustomerMasks masks = CustomerMasks.of(writing);
        CustomerDraft draft = CustomerDraft.of(before);
        new CustomerEdits(
                        masks.attributes(),
                        writing.tx().staff(),
                        forms,
                        draft,
                        field -> masks.hidesPresence(field, before))
                .apply(command.edits(), command);
        Set<String> blind = blind(masks, before);
        boolean changed = !blind.isEmpty()
                || !draft.later(before, before.version(), before.updatedAt()).equals(before);
        Customer after = changed ? draft.later(before, before.version() + 1, writing.now()) : before;
        if (changed) {
            store(writing, before, after, blind);
        }
        return masks.masked(after);
    }

    /** Attributes that the actor sets or clears without seeing them: nothing may tell whether the value was the same. */
    private Set<String> blind(CustomerMasks masks, Customer before) {
        return command.edits().stream()
                .flatMap(edit -> attribute(edit).stream())
                .map(name -> CustomerDeltas.ATTRIBUTE + name)
                .filter(field -> masks.hidesValue(field, before))
                .collect(Collectors.toSet());
    }

    private static Optional<String> attribute(CustomerEdit edit) {
        if (edit instanceof CustomerEdit.SetAttribute set) {
            return Optional.of(set.name());
        }
        return edit instanceof CustomerEdit.ClearAttribute clear ? Optional.of(clear.name()) : Optional.empty();
    }

    @Override
    public Customer reload(Writing writing, UUID id) {
        return again(writing, new CustomerId(id));
    }

    @Override
    public UUID idOf(Customer customer) {
        return customer.id().value();
    }

    /** The customer that an earlier call of the same actor made or changed, as it is now. */
    static Customer again(Writing writing, CustomerId id) {
        return Survivors.find(writing, id, writing.reach(Permission.CUSTOMER_READ))
                .map(customer -> CustomerMasks.masked(customer, writing))
                .orElseThrow(() -> new NotFoundException("customer", id.toString()));
    }

    private static void store(Writing writing, Customer before, Customer after, Set<String> blind) {
        try {
            writing.tx().customers().update(after, CustomerIndexes.of(after));
        } catch (DuplicateKeyException e) {
            throw new DuplicateException("identifier " + e.key());
        }
        writing.audit(
                AuditAction.CUSTOMER_UPDATED,
                SubjectRef.customer(after.id().toString()),
                Optional.of(after.id()),
                CustomerDeltas.between(before, after, blind));
    }
}
