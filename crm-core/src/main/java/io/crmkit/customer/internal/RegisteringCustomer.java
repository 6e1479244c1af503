package io.crmkit.customer.internal;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.audit.AuditAction;
import io.crmkit.customer.Customer;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.DuplicateException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.Repeatable;
import io.crmkit.internal.access.Writing;
import io.crmkit.spi.storage.DuplicateKeyException;
import java.util.Optional;
import java.util.UUID;

/** Registers a customer, or finds the one that the same command registered before. */
final class RegisteringCustomer implements Repeatable<Customer> {
    private final RegisterCustomer command;
    private final ContactForms forms;

    RegisteringCustomer(RegisterCustomer command, ContactForms forms) {
        this.command = command;
        this.forms = forms;
    }

    @Override
    public Customer perform(Writing writing) {
        AttributeCatalog attributes = AttributeCatalog.of(writing.tx());
        CustomerDraft draft = CustomerDraft.blank(writing.actor().homeTeam());
        new CustomerEdits(attributes, writing.tx().staff(), forms, draft, field -> false)
                .apply(command.edits(), command);
        Customer customer = draft.first(
                new CustomerId(writing.newId()), writing.now(), writing.actor().ref());
        requireReach(writing, customer);
        try {
            writing.tx().customers().insert(customer, CustomerIndexes.of(customer));
        } catch (DuplicateKeyException e) {
            throw new DuplicateException("identifier " + e.key());
        }
        writing.audit(
                AuditAction.CUSTOMER_REGISTERED,
                SubjectRef.customer(customer.id().toString()),
                Optional.of(customer.id()),
                CustomerDeltas.ofNew(customer));
        return CustomerMasks.masked(customer, writing);
    }

    @Override
    public Customer reload(Writing writing, UUID id) {
        return UpdatingCustomer.again(writing, new CustomerId(id));
    }

    @Override
    public UUID idOf(Customer customer) {
        return customer.id().value();
    }

    private static void requireReach(Writing writing, Customer customer) {
        boolean allowed = writing.reach(Permission.CUSTOMER_REGISTER)
                .covers(customer.team(), customer.owner(), Optional.of(customer.id()));
        if (!allowed) {
            throw new PermissionDeniedException(
                    writing.actor().id().value(), Permission.CUSTOMER_REGISTER + ": for team " + customer.team());
        }
    }
}
