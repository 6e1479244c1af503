package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.customer.Customer;
import io.crmkit.note.NoteId;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.CustomerStore;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.NoteStore;
import io.crmkit.spi.storage.OutboxStore;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.spi.storage.TicketStore;
import io.crmkit.ticket.MessageId;
import io.crmkit.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What one transaction promises, whoever else is there. */
abstract class TransactionRules extends StorageRules {
    private final OneOfEach records = new OneOfEach(samples);

    @Test
    void everythingIsThereWhenTheWorkHasReturned() {
        write(records::write);

        write(records::assertThere);
    }

    @Test
    void theResultOfTheWorkComesOut() {
        Object result = new Object();

        assertSame(result, read(tx -> result));
    }

    @Test
    void theWorkRunsExactlyOnce() {
        AtomicInteger runs = new AtomicInteger();

        write(tx -> runs.incrementAndGet());
        assertThrows(
                DuplicateKeyException.class,
                () -> write(tx -> {
                    runs.incrementAndGet();
                    throw new DuplicateKeyException("id");
                }));

        assertEquals(2, runs.get());
    }

    @Test
    void theWorkSeesItsOwnWrites() {
        write(tx -> {
            records.assertNotThere(tx);
            records.write(tx);
            records.assertThere(tx);
        });
    }

    @Test
    void nothingIsThereWhenTheWorkThrowsAnException() {
        nothingStays(new IllegalArgumentException("planned"));
    }

    @Test
    void nothingIsThereWhenTheWorkThrowsAnError() {
        nothingStays(new AssertionError("planned"));
    }

    private void nothingStays(Throwable planned) {
        Throwable left = assertThrows(
                planned.getClass(),
                () -> write(tx -> {
                    records.write(tx);
                    throwIt(planned);
                }));

        assertSame(planned, left, "the same throwable leaves");
        write(records::assertNotThere);
    }

    @Test
    void changesAndRemovalsAreUndoneWhenTheWorkThrowsAnException() {
        changesAreUndone(new IllegalStateException("planned"));
    }

    @Test
    void changesAndRemovalsAreUndoneWhenTheWorkThrowsAnError() {
        changesAreUndone(new StackOverflowError("planned"));
    }

    private void changesAreUndone(Throwable planned) {
        write(records::write);

        Throwable left = assertThrows(
                planned.getClass(),
                () -> write(tx -> {
                    records.change(tx);
                    throwIt(planned);
                }));

        assertSame(planned, left, "the same throwable leaves");
        write(records::assertThere);
    }

    @Test
    void whatWasRolledBackCanBeWrittenAgain() {
        assertThrows(
                IllegalStateException.class,
                () -> write(tx -> {
                    records.write(tx);
                    throw new IllegalStateException("planned");
                }));

        write(records::write);

        write(records::assertThere);
    }

    @Test
    void aNestedCallThatReturnsStaysWhenTheOuterOneThrows() {
        Customer outer = samples.customer().build();
        List<Customer> inner = new ArrayList<>();

        assertThrows(
                IllegalStateException.class,
                () -> write(tx -> {
                    tx.customers().insert(outer, SampleRecords.index(outer));
                    inner.add(givenCustomer());
                    throw new IllegalStateException("planned");
                }));

        assertEquals(Optional.empty(), read(tx -> tx.customers().find(outer.id(), ALL)));
        assertEquals(
                Optional.of(inner.get(0)),
                read(tx -> tx.customers().find(inner.get(0).id(), ALL)));
    }

    @Test
    void aNestedCallThatThrowsTakesNothingFromTheOuterOne() {
        Customer outer = samples.customer().build();

        write(tx -> {
            tx.customers().insert(outer, SampleRecords.index(outer));
            nothingStays(new IllegalStateException("planned"));
        });

        assertEquals(Optional.of(outer), read(tx -> tx.customers().find(outer.id(), ALL)));
    }

    @Test
    void aNestedCallDoesNotSeeWhatTheOuterOneHasNotCommitted() {
        write(tx -> {
            records.write(tx);
            write(records::assertNotThere);
            records.assertThere(tx);
        });
    }

    @Test
    void aTransactionThatHasReturnedIsUnusable() {
        KeptTransaction kept = read(KeptTransaction::new);

        kept.assertUnusable();
    }

    @Test
    void aTransactionThatHasThrownIsUnusable() {
        List<KeptTransaction> kept = new ArrayList<>();

        assertThrows(
                IllegalStateException.class,
                () -> write(tx -> {
                    kept.add(new KeptTransaction(tx));
                    throw new IllegalStateException("planned");
                }));

        kept.get(0).assertUnusable();
    }

    @Test
    void anEndedTransactionStaysUnusableWhileAnotherOneRuns() {
        KeptTransaction kept = read(KeptTransaction::new);

        write(tx -> {
            kept.assertUnusable();
            records.write(tx);
        });

        write(records::assertThere);
    }

    @Test
    void anotherThreadIsRefused() {
        write(tx -> {
            KeptTransaction kept = new KeptTransaction(tx);
            OtherThread.start(() -> {
                        kept.assertUnusable();
                        return true;
                    })
                    .result();
            records.write(tx);
        });

        write(records::assertThere);
    }

    @Test
    void theOuterTransactionIsUsableAgainAfterANestedOne() {
        write(tx -> {
            write(inner -> inner.customers().attributes());
            records.write(tx);
        });

        write(records::assertThere);
    }

    private static void throwIt(Throwable planned) {
        if (planned instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) planned;
    }

    /** A transaction and its stores, kept beyond their time. */
    private record KeptTransaction(
            CrmTransaction tx, CustomerStore customers, NoteStore notes, TicketStore tickets, OutboxStore outbox) {
        KeptTransaction(CrmTransaction tx) {
            this(tx, tx.customers(), tx.notes(), tx.tickets(), tx.outbox());
        }

        void assertUnusable() {
            SampleRecords samples = new SampleRecords();
            Customer customer = samples.customer().build();
            List<Runnable> calls = List.of(
                    () -> customers.insert(customer, SampleRecords.index(customer)),
                    () -> customers.find(customer.id(), ALL),
                    () -> notes.find(new NoteId(samples.id()), ALL),
                    () -> tickets.nextNumber(),
                    () -> tickets.count(TicketCriteria.within(ALL)),
                    () -> outbox.next(),
                    () -> tx.ticketEvents().of(new TicketId(samples.id())),
                    () -> tx.messages().find(new MessageId(samples.id())),
                    () -> tx.staff().teams(),
                    () -> tx.rules().rules(),
                    () -> tx.due().next(),
                    () -> tx.audit().append(samples.auditEntry(customer.id())),
                    () -> tx.idempotency().insert(samples.idempotency()),
                    () -> tx.activities().counts(customer.id()));
            for (int i = 0; i < calls.size(); i++) {
                assertThrows(IllegalStateException.class, calls.get(i)::run, "call " + i);
            }
        }
    }
}
