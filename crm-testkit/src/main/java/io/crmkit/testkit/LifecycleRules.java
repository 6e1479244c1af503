package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.StorageCapability;
import io.crmkit.ticket.TicketNumber;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Closing, opening anew, and what the storage says of itself. */
abstract class LifecycleRules extends StorageRules {
    private final OneOfEach records = new OneOfEach(samples);
    private boolean closed;

    /** Opens again what {@link #storage()} kept. */
    abstract CrmStorage reopened();

    @Override
    boolean isOpen() {
        return !closed;
    }

    private void close() {
        closed = true;
        storage().close();
    }

    @Test
    void aClosedStorageRefusesTransactions() {
        close();

        assertThrows(
                IllegalStateException.class,
                () -> write(tx -> {
                    throw new AssertionError("the work must not run");
                }));
    }

    @Test
    void closingAgainDoesNothing() {
        close();

        close();

        assertThrows(IllegalStateException.class, () -> write(records::write));
    }

    @Test
    void theCapabilitiesStayTheSame() {
        Set<StorageCapability> first = Set.copyOf(storage().capabilities());

        write(records::write);

        assertEquals(first, storage().capabilities());
    }

    @Test
    void whatADurableStorageCommittedIsThereAfterOpeningAnew(TestReporter reporter) {
        if (!storage().capabilities().contains(StorageCapability.DURABLE)) {
            reporter.publishEntry("not applicable", "DURABLE is not declared: nothing is opened anew");
            return;
        }
        write(records::write);
        TicketNumber number = read(tx -> tx.tickets().nextNumber());
        close();

        CrmStorage again = reopened();
        closed = false;

        again.inTransaction(tx -> {
            records.assertThere(tx);
            assertEquals(1, Long.compare(tx.tickets().nextNumber().value(), number.value()), "numbers go on");
            return true;
        });
    }
}
