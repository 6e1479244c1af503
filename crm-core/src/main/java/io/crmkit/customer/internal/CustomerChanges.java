package io.crmkit.customer.internal;

import io.crmkit.audit.AuditAction;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.FieldDelta;
import io.crmkit.customer.Customer;
import io.crmkit.internal.access.Reading;
import io.crmkit.spi.storage.AuditCriteria;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The changes of one customer's fields as one actor may see them: changes of hidden fields alone are left out. */
final class CustomerChanges {
    private final Reading reading;
    private final Customer customer;
    private final CustomerMasks masks;

    CustomerChanges(Reading reading, Customer customer) {
        this.reading = reading;
        this.customer = customer;
        this.masks = CustomerMasks.of(reading);
    }

    /** A slice of what may be seen, filled up as far as there is more. */
    List<AuditEntry> list(Slice wanted) {
        AuditCriteria criteria = new AuditCriteria(
                Reach.all(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(customer.id()),
                Set.of(AuditAction.CUSTOMER_UPDATED));
        List<AuditEntry> visible = new ArrayList<>();
        Slice slice = wanted;
        while (true) {
            List<AuditEntry> found = reading.tx().audit().list(criteria, slice);
            found.stream()
                    .map(this::masked)
                    .filter(entry -> !entry.changes().isEmpty())
                    .forEach(visible::add);
            if (visible.size() >= wanted.limit() || found.size() < slice.limit()) {
                return visible.subList(0, Math.min(visible.size(), wanted.limit()));
            }
            AuditEntry last = found.get(found.size() - 1);
            slice = new Slice(wanted.order(), Optional.of(new Position(last.at(), last.id())), wanted.limit());
        }
    }

    private AuditEntry masked(AuditEntry entry) {
        List<FieldDelta> changes = entry.changes().stream()
                .flatMap(delta -> masks.masked(delta, customer).stream())
                .toList();
        return entry.showing(changes);
    }
}
