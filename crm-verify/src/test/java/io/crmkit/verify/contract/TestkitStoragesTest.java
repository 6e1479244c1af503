package io.crmkit.verify.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.customer.Customer;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.StorageBusyException;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CustomerMatches;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.ComparedSearchStorage;
import io.crmkit.testkit.CountingStorage;
import io.crmkit.testkit.FaultyStorage;
import io.crmkit.testkit.SampleRecords;
import io.crmkit.testkit.TripwireStorage;
import io.crmkit.ticket.Ticket;
import io.crmkit.verify.Desk;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The storages that tests of services stand on. */
class TestkitStoragesTest {
    private final SampleRecords samples = new SampleRecords();
    private final Customer customer = samples.customer().build();
    private final Ticket ticket = samples.ticket(customer.id()).build();

    @Nested
    class Faulty {
        private final FaultyStorage storage = new FaultyStorage(MemoryStorage.create());
        private final StorageBusyException planned = new StorageBusyException("planned");

        @Test
        void nothingStaysWhicheverCallFails() {
            for (FaultyStorage.Moment moment : FaultyStorage.Moment.values()) {
                for (int call = 1; call <= 2; call++) {
                    storage.failAtCall(call, moment, planned);

                    assertThatThrownBy(() -> open(storage)).isSameAs(planned);
                    assertThat(tickets(storage)).isZero();
                }
            }
            open(storage);
            assertThat(tickets(storage)).isEqualTo(1);
        }

        @Test
        void theCallAfterwardsTakesEffectBeforeItFails() {
            storage.failAtCall(1, FaultyStorage.Moment.AFTER, planned);

            boolean there = storage.inTransaction(tx -> {
                assertThatThrownBy(() -> tx.customers().insert(customer, SampleRecords.index(customer)))
                        .isSameAs(planned);
                return tx.customers().find(customer.id(), Reach.all()).isPresent();
            });

            assertThat(there).isTrue();
        }

        @Test
        void nothingStaysWhenTheCommitFails() {
            AssertionError error = new AssertionError("planned");
            storage.failAtCommit(error);

            assertThatThrownBy(() -> open(storage)).isSameAs(error);

            assertThat(tickets(storage)).isZero();
            assertThat(storage.armed()).isFalse();
        }

        @Test
        void callsAreCountedOverAllTransactions() {
            open(storage);
            tickets(storage);

            assertThat(storage.calls()).isEqualTo(3);
        }

        @Test
        void aFaultThatIsTakenBackDoesNotHappen() {
            storage.failAtCall(1, FaultyStorage.Moment.BEFORE, planned);

            storage.heal();

            open(storage);
            assertThat(tickets(storage)).isEqualTo(1);
        }

        @Test
        void checkedExceptionsAreRefused() {
            assertThatThrownBy(() -> storage.failAtCommit(new Exception()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> storage.failAtCall(0, FaultyStorage.Moment.AFTER, planned))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void callsAreCountedByStoreAndMethod() {
        CountingStorage storage = new CountingStorage(MemoryStorage.create());

        open(storage);
        tickets(storage);
        tickets(storage);

        assertThat(storage.calls())
                .containsExactlyEntriesOf(new TreeMap<>(
                        Map.of("CustomerStore.insert", 1, "TicketStore.count", 2, "TicketStore.insert", 1)));
        assertThat(storage.total()).isEqualTo(4);
        assertThat(storage.transactions()).isEqualTo(3);
        storage.reset();
        assertThat(storage.total()).isZero();
        assertThat(storage.transactions()).isZero();
    }

    @Test
    void theTripwireFailsBeforeTheWorkBegins() {
        TripwireStorage storage = new TripwireStorage();

        assertThatThrownBy(() -> open(storage)).isInstanceOf(AssertionError.class);
        storage.close();

        assertThat(storage.touched()).isEqualTo(1);
        assertThat(storage.capabilities()).isEmpty();
    }

    @Test
    void answersAreComparedWithThoseOfAScanOfCustomersFromBefore() {
        CrmStorage filled = MemoryStorage.create();
        new Desk(filled).host().customers().register(RegisterCustomer.named("علی", "رضایی"));
        ComparedSearchStorage storage = new ComparedSearchStorage(filled);
        CrmSession host = new Desk(storage).host();

        assertThat(host.customers().suggest("رضا", 5).hits()).hasSize(1);
        assertThat(storage.compared()).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsNotThatOfAScanIsNoticed() {
        ComparedSearchStorage storage = new ComparedSearchStorage(new BrokenSearch() {
            @Override
            CustomerMatches altered(CustomerMatches answer) {
                return new CustomerMatches(List.of(), false);
            }
        });
        CrmSession host = new Desk(storage).host();
        host.customers().register(RegisterCustomer.named("علی", "رضایی"));

        host.customers().suggest("رضا", 5);

        assertThatThrownBy(storage::compared)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("found 0 customers, expected 1")
                .hasMessageNotContaining("رضا");
    }

    private void open(CrmStorage storage) {
        storage.inTransaction(tx -> {
            tx.customers().insert(customer, SampleRecords.index(customer));
            tx.tickets().insert(ticket);
            return true;
        });
    }

    private static long tickets(CrmStorage storage) {
        return storage.<Long>inTransaction(tx -> tx.tickets().count(TicketCriteria.within(Reach.all())));
    }
}
