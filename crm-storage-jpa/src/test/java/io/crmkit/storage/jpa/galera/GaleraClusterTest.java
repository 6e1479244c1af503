package io.crmkit.storage.jpa.galera;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.customer.Customer;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.CrmException;
import io.crmkit.page.PageRequest;
import io.crmkit.servers.TestDatabase;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.storage.jpa.JpaStorage;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

@Tag("galera")
class GaleraClusterTest {
    private static final int WRITERS = 4;
    private static final int EACH = 100;

    private final Galera cluster = Galera.shared();

    @Test
    void whatOneNodeAcknowledgedIsReadOnAnother() {
        try (TestDatabase database = cluster.newDatabase(2);
                Crm here = crm(database);
                TestDatabase elsewhere = cluster.open(name(database), 3);
                Crm there = crm(elsewhere)) {
            for (int i = 0; i < 200; i++) {
                Customer customer = desk(here).customers().register(RegisterCustomer.named("علی", "n" + i));

                assertThat(desk(there).customers().get(customer.id())).isEqualTo(customer);
            }
        }
    }

    @Test
    void repliesThatMeetOnTwoNodesAreAllKept(TestReporter reporter) throws Exception {
        try (TestDatabase database = cluster.newDatabase(2);
                Crm here = crm(database);
                TestDatabase elsewhere = cluster.open(name(database), 3);
                Crm there = crm(elsewhere)) {
            Ticket ticket = open(here, "hot");
            AtomicInteger typed = new AtomicInteger();
            inParallel(2, writer -> {
                for (int i = 0; i < 50; i++) {
                    reply(writer == 0 ? here : there, ticket, "r" + writer + "-" + i, typed);
                }
            });

            long replies = desk(there).tickets().history(ticket.id()).stream()
                    .filter(event -> event.kind() == TicketEventKind.HUMAN_REPLY)
                    .count();
            assertThat(replies).isEqualTo(100);
            reporter.publishEntry("conflicts", typed + " calls had to be repeated by the caller");
        }
    }

    /** What a caller does: the same key again until it is done. */
    private static void reply(Crm crm, Ticket ticket, String key, AtomicInteger typed) {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                desk(crm).tickets().reply(ReplyToTicket.to(ticket.id(), "பதில்").once(key));
                return;
            } catch (CrmException e) {
                assertThat(e.retryable()).isTrue();
                typed.incrementAndGet();
            }
        }
        throw new AssertionError("never done");
    }

    @Test
    void nothingAcknowledgedIsLostWhenANodeDies(TestReporter reporter) throws Exception {
        try (TestDatabase database = cluster.newDatabase(1, 2, 3);
                Crm crm = crm(database)) {
            Queue<Ticket> acknowledged = new ConcurrentLinkedQueue<>();
            AtomicInteger failures = new AtomicInteger();
            inParallel(WRITERS, writer -> {
                for (int i = 0; i < EACH; i++) {
                    acknowledged.add(persist(crm, "w" + writer + "-" + i, failures));
                    if (writer == 0 && i == EACH / 3) {
                        cluster.kill(1);
                    }
                }
            });

            try {
                assertThat(acknowledged).hasSize(WRITERS * EACH);
                assertThere(acknowledged, name(database), 2);
                assertThere(acknowledged, name(database), 3);
                reporter.publishEntry("kill", failures + " calls failed and were repeated with their key");
            } finally {
                cluster.join(1);
            }
            assertThere(acknowledged, name(database), 1);
        }
    }

    private static Ticket persist(Crm crm, String key, AtomicInteger failures) {
        for (int attempt = 0; attempt < 200; attempt++) {
            try {
                return open(crm, key);
            } catch (CrmException e) {
                failures.incrementAndGet();
            }
        }
        throw new AssertionError("never done");
    }

    private void assertThere(Queue<Ticket> acknowledged, String database, int node) {
        try (TestDatabase there = cluster.open(database, node);
                Crm crm = crm(there)) {
            for (Ticket ticket : acknowledged) {
                CrmSession desk = desk(crm);
                assertThat(desk.tickets().get(ticket.id())).isEqualTo(ticket);
                assertThat(desk.tickets()
                                .messages(ticket.id(), PageRequest.first())
                                .items())
                        .hasSize(1);
                assertThat(desk.tickets().history(ticket.id())).isNotEmpty();
                assertThat(desk.tickets()
                                .views(ticket.customer(), PageRequest.first())
                                .items())
                        .hasSize(1);
            }
        }
    }

    private static Ticket open(Crm crm, String key) {
        CrmSession desk = desk(crm);
        Customer customer = desk.customers()
                .register(RegisterCustomer.named("முருகன்", key).username(key).once("c" + key));
        return desk.tickets()
                .open(OpenTicket.of(customer.id(), Channel.WEB, "برداشت", "برداشت من انجام نشد")
                        .once("t" + key));
    }

    private interface Work {
        void run(int writer);
    }

    private static void inParallel(int writers, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int number = writer;
                running.add(threads.submit(() -> work.run(number)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String name(TestDatabase database) {
        String path = database.jdbcUrl().substring(0, database.jdbcUrl().indexOf('?'));
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static CrmSession desk(Crm crm) {
        return crm.as(Actor.agent("sara", Role.ADMIN));
    }

    private static Crm crm(TestDatabase database) {
        return Crm.builder()
                .storage(JpaStorage.builder(database.dataSource()).build())
                .rateLimits(RateLimits.none())
                .build();
    }
}
