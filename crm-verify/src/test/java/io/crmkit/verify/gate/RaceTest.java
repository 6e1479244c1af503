package io.crmkit.verify.gate;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.actor.CustomerId;
import io.crmkit.error.ConflictException;
import io.crmkit.error.StorageBusyException;
import io.crmkit.page.PageRequest;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.StaleVersionException;
import io.crmkit.spi.storage.StorageCapability;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.verify.Desk;
import io.crmkit.verify.Together;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lost races are run again; when too many are lost the caller may simply try again. */
class RaceTest {
    @ParameterizedTest
    @MethodSource("races")
    void aLostRaceIsRunAgain(RuntimeException race) {
        LosingStorage storage = new LosingStorage();
        Desk desk = Desk.staffed(storage);
        CustomerId customer = desk.ali().id();

        storage.lose(4, race);
        Ticket ticket = desk.open(customer);

        assertThat(desk.admin()
                        .tickets()
                        .list(TicketQuery.all(), PageRequest.first(10))
                        .items())
                .containsExactly(ticket);
    }

    @ParameterizedTest
    @MethodSource("races")
    void whoLosesTooOftenIsToldToTryAgain(RuntimeException race) {
        LosingStorage storage = new LosingStorage();
        Desk desk = Desk.staffed(storage);
        Ticket ticket = desk.open(desk.ali().id());

        storage.lose(1_000, race);
        StorageBusyException busy = refusal(StorageBusyException.class, () -> desk.reply(ticket));

        storage.lose(0, race);
        assertThat(busy.retryable()).isTrue();
        assertThat(desk.stored(ticket)).isEqualTo(ticket);
    }

    static Stream<RuntimeException> races() {
        return Stream.of(new StaleVersionException("ticket X", 1, 2), new StorageBusyException("planned"));
    }

    @Test
    void anythingElseIsNotRunAgain() {
        LosingStorage storage = new LosingStorage();
        Desk desk = Desk.staffed(storage);
        Ticket ticket = desk.open(desk.ali().id());

        storage.lose(1, new IllegalStateException("planned"));

        assertThatThrownBy(() -> desk.reply(ticket)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void manyWhoWorkOnOneTicketAllGetThrough() throws Exception {
        Desk desk = Desk.staffed();
        Ticket ticket = desk.open(desk.ali().id());

        Together.call(4, () -> {
            for (int i = 0; i < 10; i++) {
                desk.reply(ticket);
            }
            return ticket;
        });

        assertThat(desk.stored(ticket).humanReplies()).isEqualTo(40);
        assertThat(desk.sara().tickets().history(ticket.id()))
                .extracting(TicketEvent::sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, desk.stored(ticket).events())
                                .boxed()
                                .toList());
    }

    @Test
    void ofTwoWhoSawTheSameVersionOneWins() throws Exception {
        Desk desk = Desk.staffed();
        Ticket ticket = desk.open(desk.ali().id());

        List<Boolean> won = Together.call(4, () -> {
            try {
                desk.sara()
                        .tickets()
                        .assign(AssignTicket.to(ticket.id(), "omid").seen(ticket.version()));
                return true;
            } catch (ConflictException e) {
                return false;
            }
        });

        assertThat(won).containsOnlyOnce(true);
        assertThat(desk.stored(ticket).version()).isEqualTo(2);
    }

    /** Loses the next transactions when they have done their work. */
    private static final class LosingStorage implements CrmStorage {
        private final CrmStorage target = MemoryStorage.create();
        private int losses;
        private RuntimeException race = new IllegalStateException();

        void lose(int times, RuntimeException with) {
            losses = times;
            race = with;
        }

        @Override
        public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
            return target.inTransaction(tx -> {
                T result = work.apply(tx);
                if (losses-- > 0) {
                    throw race;
                }
                return result;
            });
        }

        @Override
        public Set<StorageCapability> capabilities() {
            return target.capabilities();
        }

        @Override
        public void close() {
            target.close();
        }
    }
}
