package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.customer.Customer;
import io.crmkit.customer.Identifier;
import io.crmkit.error.StorageBusyException;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketNumber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What transactions promise that run at the same time. */
abstract class IsolationRules extends StorageRules {
    private final OneOfEach records = new OneOfEach(samples);

    @Test
    void whatIsNotCommittedIsSeenByNobody() {
        Signal written = new Signal();
        Signal looked = new Signal();
        OtherThread<Boolean> writer = OtherThread.start(() -> {
            write(tx -> {
                records.write(tx);
                written.give();
                looked.await("the reader has looked");
            });
            return true;
        });

        written.await("the writer has written");
        write(records::assertNotThere);
        looked.give();

        writer.result();
        write(records::assertThere);
    }

    @Test
    void changesThatAreNotCommittedAreSeenByNobody() {
        write(records::write);
        Signal written = new Signal();
        Signal looked = new Signal();
        OtherThread<Boolean> writer = OtherThread.start(() -> {
            write(tx -> {
                records.change(tx);
                written.give();
                looked.await("the reader has looked");
            });
            return true;
        });

        written.await("the writer has written");
        write(records::assertThere);
        looked.give();

        writer.result();
    }

    @Test
    void aReaderNeverSeesHalfOfAnotherTransaction() {
        Ticket first = givenTicket();
        Ticket second = givenTicket();
        Signal read = new Signal();
        Signal written = new Signal();
        OtherThread<Set<Long>> reader = OtherThread.start(() -> read(tx -> {
            Set<Long> versions = new TreeSet<>();
            versions.add(tx.tickets().find(first.id(), ALL).orElseThrow().version());
            read.give();
            written.within(Duration.ofSeconds(2));
            versions.add(tx.tickets().find(second.id(), ALL).orElseThrow().version());
            versions.addAll(tx.tickets().list(TicketCriteria.within(ALL), oldest(10)).stream()
                    .map(Ticket::version)
                    .toList());
            return versions;
        }));

        read.await("the reader has read one ticket");
        write(tx -> {
            tx.tickets().update(TicketSample.after(first).build());
            tx.tickets().update(TicketSample.after(second).build());
        });
        written.give();

        assertEquals(1, reader.result().size(), "versions of two tickets that are always changed together");
    }

    @Test
    void whatWasCommittedIsSeenByWhoBeginsLater() {
        OtherThread.start(() -> {
                    write(records::write);
                    return true;
                })
                .result();

        write(records::assertThere);
    }

    @Test
    void writersOfDifferentRecordsDoNotWaitForEachOther() {
        Ticket first = givenTicket();
        Ticket second = givenTicket();
        Signal firstInside = new Signal();
        Signal secondInside = new Signal();

        OtherThread<Boolean> one = OtherThread.start(() -> changeAndMeet(first, firstInside, secondInside));
        OtherThread<Boolean> two = OtherThread.start(() -> changeAndMeet(second, secondInside, firstInside));

        assertTrue(one.result() && two.result());
        assertEquals(2, version(first));
        assertEquals(2, version(second));
    }

    private boolean changeAndMeet(Ticket ticket, Signal mine, Signal others) {
        write(tx -> {
            tx.tickets().update(TicketSample.after(ticket).build());
            tx.ticketEvents().append(List.of(new SampleRecords(ticket.id()::value).event(ticket, 1)));
            mine.give();
            others.await("the other writer is inside too");
        });
        return true;
    }

    @Test
    void newRecordsDoNotWaitForEachOther() {
        Signal firstInside = new Signal();
        Signal secondInside = new Signal();

        OtherThread<Boolean> one = OtherThread.start(() -> insertAndMeet(samples, firstInside, secondInside));
        OtherThread<Boolean> two = OtherThread.start(
                () -> insertAndMeet(new SampleRecords(new SequentialIds(8)), secondInside, firstInside));

        assertTrue(one.result() && two.result());
        assertEquals(2, count(TicketCriteria.within(ALL)));
    }

    private boolean insertAndMeet(SampleRecords mine, Signal inside, Signal others) {
        Customer customer = mine.customer()
                .identifiers(new Identifier("uid", mine.id().toString()))
                .build();
        write(tx -> {
            tx.customers().insert(customer, SampleRecords.index(customer));
            Ticket ticket =
                    mine.ticket(customer.id()).number(tx.tickets().nextNumber()).build();
            tx.tickets().insert(ticket);
            tx.ticketEvents().append(List.of(mine.event(ticket, 1)));
            tx.messages().insert(mine.message(ticket));
            tx.audit().append(mine.auditEntry(customer.id()));
            inside.give();
            others.await("the other writer is inside too");
        });
        return true;
    }

    @Test
    void aWriterWaitsForWhoHasWrittenTheSameRecord() {
        Ticket ticket = givenTicket();
        Signal written = new Signal();
        Signal end = new Signal();
        OtherThread<Boolean> holder = OtherThread.start(() -> {
            write(tx -> {
                tx.tickets().update(TicketSample.after(ticket).build());
                written.give();
                end.await("the other writer has come");
                throw new IllegalStateException("planned");
            });
            return true;
        });
        written.await("the first writer has written");
        OtherThread<Boolean> waiting = OtherThread.start(() -> {
            write(tx ->
                    tx.tickets().update(TicketSample.after(ticket).subject("௨").build()));
            return true;
        });

        assertFalse(waiting.endsInAMoment(), "the second writer waits");
        end.give();

        assertTrue(holder.failure().isPresent());
        waiting.result();
        assertEquals(
                "௨",
                read(tx -> tx.tickets().find(ticket.id(), ALL)).orElseThrow().subject());
    }

    @Test
    void aWriterThatWaitsTooLongIsToldSoAndWritesNothing() {
        Ticket ticket = givenTicket();
        Customer customer = samples.customer().build();
        Signal written = new Signal();
        Signal end = new Signal();
        OtherThread<Boolean> holder = OtherThread.start(() -> {
            write(tx -> {
                tx.tickets().update(TicketSample.after(ticket).build());
                written.give();
                end.await("the other writer has given up");
            });
            return true;
        });
        written.await("the first writer has written");

        Optional<Throwable> failure = OtherThread.start(() -> {
                    write(tx -> {
                        tx.customers().insert(customer, SampleRecords.index(customer));
                        tx.tickets().update(TicketSample.after(ticket).build());
                    });
                    return true;
                })
                .failure();
        end.give();

        assertEquals(Optional.of(StorageBusyException.class), failure.map(Throwable::getClass));
        holder.result();
        assertEquals(Optional.empty(), read(tx -> tx.customers().find(customer.id(), ALL)));
    }

    @Test
    void numbersTakenAtTheSameTimeDiffer() {
        Signal firstTook = new Signal();
        Signal secondTook = new Signal();

        OtherThread<TicketNumber> one = OtherThread.start(() -> takeAndMeet(firstTook, secondTook));
        OtherThread<TicketNumber> two = OtherThread.start(() -> takeAndMeet(secondTook, firstTook));

        assertNotEquals(one.result(), two.result());
    }

    private TicketNumber takeAndMeet(Signal mine, Signal others) {
        return read(tx -> {
            TicketNumber number = tx.tickets().nextNumber();
            mine.give();
            others.awaitAMoment();
            return number;
        });
    }

    private long version(Ticket ticket) {
        return read(tx -> tx.tickets().find(ticket.id(), ALL)).orElseThrow().version();
    }
}
