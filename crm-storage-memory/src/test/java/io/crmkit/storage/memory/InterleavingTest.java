package io.crmkit.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Identifier;
import io.crmkit.error.StorageBusyException;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationId;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.Lease;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.StaleVersionException;
import io.crmkit.staff.Team;
import io.crmkit.testkit.CustomerSample;
import io.crmkit.testkit.SampleRecords;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two threads in a forced order: what waits, what does not, and who is refused. */
@Timeout(20)
class InterleavingTest {
    private final MemoryStorage storage = MemoryStorage.create();
    private final SampleRecords samples = new SampleRecords();

    @Test
    void writersOfDifferentCustomersAreInsideAtTheSameTime() {
        Customer first = givenCustomer();
        Customer second = givenCustomer();
        CyclicBarrier inside = new CyclicBarrier(2);

        Other one = Other.start(() -> write(tx -> {
            rename(tx, first, "علی");
            meet(inside);
        }));
        Other two = Other.start(() -> write(tx -> {
            rename(tx, second, "Grace");
            meet(inside);
        }));

        assertThat(one.failure()).isNull();
        assertThat(two.failure()).isNull();
        assertThat(stored(first).names().given()).isEqualTo("علی");
        assertThat(stored(second).names().given()).isEqualTo("Grace");
    }

    @Test
    void aReaderBetweenTwoWritesSeesNeither() {
        Customer first = givenCustomer();
        Customer second = givenCustomer();

        write(tx -> {
            rename(tx, first, "علی");
            assertThat(Other.start(() -> assertThat(stored(first)).isEqualTo(first))
                            .failure())
                    .isNull();
            rename(tx, second, "علی");
            assertThat(Other.start(() -> assertThat(stored(second)).isEqualTo(second))
                            .failure())
                    .isNull();
        });

        assertThat(stored(second).version()).isEqualTo(2);
    }

    @Test
    void aReaderKeepsSeeingWhatItBeganWith() {
        Customer customer = givenCustomer();

        write(tx -> {
            Other writer = Other.start(() -> write(other -> rename(other, customer, "Grace")));
            assertThat(writer.failure()).isNull();
            assertThat(tx.customers().find(customer.id(), Reach.all())).contains(customer);
        });
    }

    @Test
    void theSecondWriterOfARecordWaitsAndIsRefusedAtTheCall() {
        Customer customer = givenCustomer();
        AtomicBoolean wentOn = new AtomicBoolean();
        AtomicReference<Other> second = new AtomicReference<>();

        write(tx -> {
            rename(tx, customer, "علی");
            second.set(Other.start(() -> write(other -> {
                rename(other, customer, "Grace");
                wentOn.set(true);
            })));
            second.get().awaitWaiting();
        });

        assertThat(second.get().failure()).isInstanceOfSatisfying(StaleVersionException.class, e -> {
            assertThat(e.expected()).isEqualTo(1);
            assertThat(e.found()).isEqualTo(2);
        });
        assertThat(wentOn).isFalse();
        assertThat(stored(customer).names().given()).isEqualTo("علی");
    }

    @Test
    void theSecondWriterGoesOnWhenTheFirstRollsBack() {
        Customer customer = givenCustomer();
        AtomicReference<Other> second = new AtomicReference<>();

        assertThatThrownBy(() -> write(tx -> {
                    rename(tx, customer, "علی");
                    second.set(Other.start(() -> write(other -> rename(other, customer, "Grace"))));
                    second.get().awaitWaiting();
                    throw new AssertionError("planned");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("planned");

        assertThat(second.get().failure()).isNull();
        assertThat(stored(customer).names().given()).isEqualTo("Grace");
    }

    @Test
    void ofCrossingWritersOneIsRefusedAtOnceAndTheOtherCommits() {
        Customer first = givenCustomer();
        Customer second = givenCustomer();
        AtomicReference<Other> other = new AtomicReference<>();

        assertThatThrownBy(() -> write(tx -> {
                    rename(tx, first, "علی");
                    other.set(Other.start(() -> write(tx2 -> {
                        rename(tx2, second, "Grace");
                        rename(tx2, first, "Grace");
                    })));
                    other.get().awaitWaiting();
                    long before = System.nanoTime();
                    try {
                        rename(tx, second, "علی");
                    } finally {
                        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
                    }
                }))
                .isInstanceOf(StorageBusyException.class);

        assertThat(other.get().failure()).isNull();
        assertThat(stored(first).names().given()).isEqualTo("Grace");
        assertThat(stored(second).names().given()).isEqualTo("Grace");
    }

    @Test
    void aNestedTransactionIsRefusedAtOnceWhatTheOuterOneHasWritten() {
        Customer customer = givenCustomer();

        write(tx -> {
            rename(tx, customer, "علی");
            assertThatThrownBy(() -> write(nested -> rename(nested, customer, "Grace")))
                    .isInstanceOf(StorageBusyException.class);
        });

        assertThat(stored(customer).names().given()).isEqualTo("علی");
    }

    @Test
    void whoWaitsIsServedInTheOrderOfArrival() {
        List<String> served = new CopyOnWriteArrayList<>();
        List<Other> waiters = new ArrayList<>();

        write(tx -> {
            saveTeam(tx, "sara");
            for (String lead : List.of("kumar", "mehdi", "grace")) {
                waiters.add(Other.start(() -> write(tx2 -> {
                    saveTeam(tx2, lead);
                    served.add(lead);
                })));
                waiters.get(waiters.size() - 1).awaitWaiting();
            }
        });

        assertThat(waiters).allSatisfy(waiter -> assertThat(waiter.failure()).isNull());
        assertThat(served).containsExactly("kumar", "mehdi", "grace");
    }

    private static void saveTeam(CrmTransaction tx, String lead) {
        tx.staff().save(Team.ledBy(TeamId.SUPPORT, lead));
    }

    @Test
    void aWaiterThatIsInterruptedGivesUp() {
        Customer customer = givenCustomer();

        write(tx -> {
            rename(tx, customer, "علی");
            Other other = Other.start(() -> write(tx2 -> rename(tx2, customer, "Grace")));
            other.awaitWaiting();
            other.interrupt();
            assertThat(other.failure()).isInstanceOf(StorageBusyException.class);
        });

        assertThat(stored(customer).names().given()).isEqualTo("علی");
    }

    @Test
    void anIdentifierThatIsGivenUpIsTakenOnlyAfterTheCommit() {
        Customer first = givenCustomer();
        Identifier identifier = first.identifiers().get(0);
        Customer second = samples.customer().identifiers(identifier).build();
        AtomicReference<Other> other = new AtomicReference<>();

        write(tx -> {
            Customer without = CustomerSample.after(first).identifiers().build();
            tx.customers().update(without, SampleRecords.index(without));
            other.set(Other.start(() -> write(tx2 -> tx2.customers().insert(second, SampleRecords.index(second)))));
            other.get().awaitWaiting();
        });

        assertThat(other.get().failure()).isNull();
        assertThat(storage.<Optional<Customer>>inTransaction(
                        tx -> tx.customers().findByIdentifier("uid:" + identifier.value(), Reach.all())))
                .contains(second);
    }

    @Test
    void aUniqueKeyThatWasTakenMeanwhileIsRefusedAtTheCall() {
        CustomerId customer = givenCustomer().id();
        TicketNumber number = new TicketNumber(5);
        Ticket mine = samples.ticket(customer).number(number).build();
        Ticket others = samples.ticket(customer).number(number).build();

        write(tx -> {
            Other other = Other.start(() -> write(tx2 -> tx2.tickets().insert(others)));
            assertThat(other.failure()).isNull();
            assertThatThrownBy(() -> tx.tickets().insert(mine))
                    .isInstanceOfSatisfying(
                            DuplicateKeyException.class,
                            e -> assertThat(e.key()).isEqualTo("number"));
        });
    }

    @Test
    void leasesAtTheSameTimeTakeDifferentNotifications() {
        Ticket ticket = samples.ticket(givenCustomer().id()).build();
        List<Notification> all = Stream.generate(
                        () -> samples.notification(ticket).build())
                .limit(5)
                .toList();
        write(tx -> all.forEach(notification -> tx.outbox().append(notification)));
        List<NotificationId> taken = new CopyOnWriteArrayList<>();

        write(tx -> {
            lease(tx, 2).forEach(taken::add);
            Other other = Other.start(() -> write(tx2 -> lease(tx2, 9).forEach(taken::add)));
            assertThat(other.failure()).isNull();
            assertThat(lease(tx, 9)).isEmpty();
        });

        assertThat(taken)
                .containsExactlyElementsOf(all.stream().map(Notification::id).toList());
    }

    @Test
    void aLeaseLooksAtWhatWasCommittedMeanwhile() {
        Ticket ticket = samples.ticket(givenCustomer().id()).build();
        write(tx -> tx.outbox().append(samples.notification(ticket).build()));

        write(tx -> {
            Other other =
                    Other.start(() -> write(tx2 -> assertThat(lease(tx2, 9)).hasSize(1)));
            assertThat(other.failure()).isNull();
            assertThat(lease(tx, 9)).isEmpty();
        });
    }

    @Test
    void aTransactionUnderWayFailsOnceTheStorageIsClosed() {
        Customer customer = samples.customer().build();

        assertThatThrownBy(() -> write(tx -> {
                    tx.customers().insert(customer, SampleRecords.index(customer));
                    storage.close();
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private static List<NotificationId> lease(CrmTransaction tx, int limit) {
        Instant now = SampleRecords.START.plus(Duration.ofDays(1));
        return tx.outbox().lease(new Lease("run", now, now.plusSeconds(60), limit)).stream()
                .map(Notification::id)
                .toList();
    }

    private static void rename(CrmTransaction tx, Customer customer, String name) {
        Customer next = CustomerSample.after(customer).names(name, "").build();
        tx.customers().update(next, SampleRecords.index(next));
    }

    private Customer givenCustomer() {
        Customer customer = samples.customer().build();
        write(tx -> tx.customers().insert(customer, SampleRecords.index(customer)));
        return customer;
    }

    private Customer stored(Customer customer) {
        return storage.inTransaction(
                tx -> tx.customers().find(customer.id(), Reach.all()).orElseThrow());
    }

    private void write(Consumer<CrmTransaction> work) {
        storage.inTransaction(tx -> {
            work.accept(tx);
            return true;
        });
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("the other writer is not inside", e);
        }
    }
}
