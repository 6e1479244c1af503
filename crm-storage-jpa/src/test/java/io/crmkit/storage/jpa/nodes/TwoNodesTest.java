package io.crmkit.storage.jpa.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.customer.Customer;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.notification.NotificationState;
import io.crmkit.page.PageRequest;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.storage.jpa.JpaStorage;
import io.crmkit.testkit.RecordingNotifier;
import io.crmkit.testkit.SampleRecords;
import io.crmkit.ticket.Ticket;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Two processes on one database deliver the same outbox. */
class TwoNodesTest {
    private static final int MANY = 10_000;
    private static final int SOME = 2_000;
    private static final int BATCH = 500;

    /** One process and what it printed so far. */
    private record Running(Process process, BufferedReader output, List<String> delivered) {
        static Running start(TestDatabase database) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            // It ends before it would be worth compiling much.
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Node.class.getName(),
                            database.jdbcUrl(),
                            database.user())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Running(
                    process,
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII)),
                    new ArrayList<>());
        }

        void awaitReady() throws IOException {
            assertThat(output.readLine()).isEqualTo("ready");
        }

        /** Reads until so many were delivered in all, or the process ends. */
        void readUntil(int count) throws IOException {
            String line = "";
            while (delivered.size() < count && line != null) {
                line = output.readLine();
                if (line != null) {
                    delivered.add(line);
                }
            }
        }
    }

    @Test
    void eachNoticeIsSentOnceWhenNobodyCrashes(TestReporter reporter) throws IOException, InterruptedException {
        try (TestDatabase database = filled(SOME)) {
            Running one = Running.start(database);
            Running two = Running.start(database);
            one.awaitReady();
            two.awaitReady();
            long begun = System.nanoTime();
            Thread reader = new Thread(() -> readAll(two));
            reader.start();
            one.readUntil(SOME);
            reader.join();
            Duration time = Duration.ofNanos(System.nanoTime() - begun);

            assertThat(one.process().waitFor() + two.process().waitFor()).isZero();
            List<String> all = Stream.concat(one.delivered().stream(), two.delivered().stream())
                    .toList();
            assertThat(all).hasSize(SOME);
            assertThat(new HashSet<>(all)).hasSize(SOME);
            assertThat(one.delivered()).isNotEmpty();
            assertThat(two.delivered()).isNotEmpty();
            assertThat(left(database)).isZero();
            reporter.publishEntry(
                    "two nodes",
                    one.delivered().size() + " and " + two.delivered().size() + " in " + time.toMillis() + " ms");
        }
    }

    @Test
    void allAreSentWhenOneNodeDiesAndOnlyWhatItHeldIsSentAgain(TestReporter reporter)
            throws IOException, InterruptedException {
        try (TestDatabase database = filled(MANY)) {
            Running one = Running.start(database);
            Running two = Running.start(database);
            one.awaitReady();
            two.awaitReady();
            Thread reader = new Thread(() -> readAll(two));
            reader.start();
            one.readUntil(MANY / 5);
            // Not through the process itself, which would close its output.
            assertThat(one.process().toHandle().destroyForcibly()).isTrue();
            one.readUntil(MANY);
            reader.join();
            assertThat(two.process().waitFor()).isZero();

            List<String> all = new ArrayList<>(one.delivered());
            all.removeIf(line -> line.length() < 26);
            all.addAll(two.delivered());
            List<String> late = deliverAnHourLater(database);
            all.addAll(late);

            assertThat(new HashSet<>(all)).hasSize(MANY);
            Set<String> held = new HashSet<>(late);
            assertThat(all.size() - MANY)
                    .as("duplicates are among what the dead node held")
                    .isLessThanOrEqualTo(held.size());
            assertThat(left(database)).isZero();
            reporter.publishEntry("a dead node", late.size() + " taken over, " + (all.size() - MANY) + " sent twice");
        }
    }

    private static void readAll(Running node) {
        try {
            node.readUntil(MANY);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> deliverAnHourLater(TestDatabase database) {
        RecordingNotifier notifier = new RecordingNotifier();
        InstantSource later = InstantSource.offset(InstantSource.system(), Duration.ofHours(1));
        try (Crm crm = Crm.builder()
                .storage(JpaStorage.builder(database.dataSource()).build())
                .clock(later)
                .notifier(NoticeChannel.SMS, notifier)
                .notifier(NoticeChannel.EMAIL, notifier)
                .build()) {
            crm.runDue();
        }
        return notifier.sent().stream().map(notice -> notice.id().toString()).toList();
    }

    private static long left(TestDatabase database) {
        try (Crm crm = Crm.builder()
                .storage(JpaStorage.builder(database.dataSource()).build())
                .build()) {
            return Stream.of(
                            NotificationState.PENDING,
                            NotificationState.RETRY,
                            NotificationState.LEASED,
                            NotificationState.DEAD)
                    .mapToLong(state -> crm.as(Actor.agent("sara", Role.ADMIN))
                            .notifications()
                            .list(NotificationQuery.all().in(state), PageRequest.first())
                            .items()
                            .size())
                    .sum();
        }
    }

    /** A database with an outbox of notices that are due. */
    private static TestDatabase filled(int notices) {
        TestDatabase database = TestDatabases.postgres();
        SampleRecords samples = new SampleRecords();
        try (JpaStorage storage = JpaStorage.builder(database.dataSource()).build()) {
            Customer customer = samples.customer().build();
            Ticket ticket = samples.ticket(customer.id()).build();
            storage.inTransaction(tx -> {
                tx.customers().insert(customer, SampleRecords.index(customer));
                tx.tickets().insert(ticket);
                return true;
            });
            for (int begun = 0; begun < notices; begun += BATCH) {
                storage.inTransaction(tx -> {
                    for (int i = 0; i < BATCH; i++) {
                        tx.outbox().append(samples.notification(ticket).build());
                    }
                    return true;
                });
            }
        }
        return database;
    }
}
