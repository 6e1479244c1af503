package io.crmkit.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.ftp.Fault.Kind;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.file.FileStoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a server does wrong, and wherever: the caller gets what it asked for or a failure of a known kind, in time,
 * and under no name there is ever a part of a file.
 */
class FtpFaultTest {
    private static final FileName OLD = new FileName("oLd4dE6gH9jK2mN5pQ8s-sara-c9.png");
    private static final FileName NEW = new FileName("nEw4dE6gH9jK2mN5pQ8s-sara-c9.png");
    private static final String FOLDER = "crm/files/";
    private static final byte[] OLD_BYTES = bytes(1, 300_000);
    private static final byte[] NEW_BYTES = bytes(2, 3_000_000);

    private static final Duration CALL = Duration.ofSeconds(1);
    /** This machine may be busy with other things. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final List<String> LOGIN = List.of("GREETING", "USER", "PASS", "TYPE", "FEAT");
    private static final List<Kind> ANYWHERE = List.of(
            Kind.SILENCE,
            Kind.HANG_UP,
            Kind.LOSE_ANSWER,
            Kind.DO_SILENTLY,
            Kind.NONSENSE,
            Kind.ENDLESS,
            Kind.TRICKLE,
            Kind.TWICE);
    private static final List<Integer> ANSWERS = List.of(200, 421, 450, 452, 500, 530, 550, 552, 999);

    /** What a caller does, and the commands that this takes. */
    enum Call {
        PUT(List.of("MKD", "MLSD", "PASV", "STOR", "SIZE", "RNFR", "RNTO")) {
            @Override
            void make(FileStore store) throws FileStoreException {
                store.put(NEW, NEW_BYTES.length, new ByteArrayInputStream(NEW_BYTES));
            }

            @Override
            boolean isDone(ScriptedServer server) {
                return Arrays.equals(NEW_BYTES, server.files.get(path(NEW)));
            }
        },
        REPLACE(List.of("STOR", "SIZE", "RNFR", "RNTO")) {
            @Override
            void make(FileStore store) throws FileStoreException {
                store.put(OLD, NEW_BYTES.length, new ByteArrayInputStream(NEW_BYTES));
            }

            @Override
            boolean isDone(ScriptedServer server) {
                return Arrays.equals(NEW_BYTES, server.files.get(path(OLD)));
            }
        },
        READ(List.of("SIZE", "PASV", "RETR")) {
            @Override
            void make(FileStore store) throws FileStoreException, IOException {
                try (InputStream in = store.open(OLD, 0)) {
                    assertThat(in.readAllBytes()).isEqualTo(OLD_BYTES);
                }
            }

            @Override
            boolean isDone(ScriptedServer server) {
                return true;
            }
        },
        READ_FROM(List.of("REST", "RETR")) {
            @Override
            void make(FileStore store) throws FileStoreException, IOException {
                try (InputStream in = store.open(OLD, 100_000)) {
                    assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(OLD_BYTES, 100_000, OLD_BYTES.length));
                }
            }

            @Override
            boolean isDone(ScriptedServer server) {
                return true;
            }
        },
        DELETE(List.of("DELE", "SIZE")) {
            @Override
            void make(FileStore store) throws FileStoreException {
                store.delete(OLD);
            }

            @Override
            boolean isDone(ScriptedServer server) {
                return !server.files.containsKey(path(OLD));
            }
        },
        LIST(List.of("PASV", "MLSD")) {
            @Override
            void make(FileStore store) throws FileStoreException {
                assertThat(store.list(Optional.empty(), 10)).isEqualTo(List.of(OLD));
            }

            @Override
            boolean isDone(ScriptedServer server) {
                return true;
            }
        };

        private final List<String> commands;

        Call(List<String> commands) {
            this.commands = commands;
        }

        abstract void make(FileStore store) throws FileStoreException, IOException;

        abstract boolean isDone(ScriptedServer server);

        /** Every way to go wrong at every command. */
        List<Fault> faults() {
            List<Fault> faults = new ArrayList<>();
            Stream.concat(LOGIN.stream(), commands.stream()).forEach(command -> {
                ANYWHERE.forEach(kind -> faults.add(Fault.of(command, kind)));
                ANSWERS.forEach(code -> faults.add(Fault.answer(command, code)));
            });
            for (Kind kind : List.of(Kind.HALF, Kind.HALF_AND_SAY_SO, Kind.HALF_AND_STALL, Kind.MORE, Kind.NO_ROOM)) {
                commands.stream()
                        .filter(command -> List.of("STOR", "RETR").contains(command))
                        .forEach(command -> faults.add(Fault.of(command, kind)));
            }
            for (Kind kind : List.of(Kind.FOREIGN_ADDRESS, Kind.CLOSED_PORT, Kind.IMPOSSIBLE_PORT)) {
                faults.add(Fault.of("PASV", kind));
            }
            faults.add(Fault.of("SIZE", Kind.WRONG_NUMBER));
            return faults;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theCallerGetsTheFileOrAFailureInTime(Call call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Map<Fault, Future<Boolean>> runs = new LinkedHashMap<>();
            call.faults().forEach(fault -> runs.put(fault, threads.submit(() -> survives(call, fault))));
            int done = 0;
            for (Future<Boolean> run : runs.values()) {
                done += run.get() ? 1 : 0;
            }
            assertThat(runs.size()).isGreaterThan(100);
            assertThat(done).as("some faults do no harm, most do").isBetween(1, runs.size() - 50);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Says whether the call was carried out all the same. */
    private static boolean survives(Call call, Fault fault) throws Exception {
        try (ScriptedServer server = ScriptedServer.start()) {
            prepare(server);
            server.fault = fault;
            boolean done = true;
            long start = System.nanoTime();
            try (FileStore store = store(server, CALL)) {
                call.make(store);
            } catch (FileStoreException | IOException e) {
                done = false;
                assertDiscreet(fault, e);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(call + " with " + fault, e);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("%s", fault)
                    .isLessThan(PATIENCE);
            assertWhole(call, fault, server, done);
            recovers(call, fault, server);
            return done;
        }
    }

    private static void prepare(ScriptedServer server) {
        server.folders.addAll(List.of("crm", "crm/files", "crm/files/oL", "crm/files/unfinished"));
        server.files.put(path(OLD), OLD_BYTES);
    }

    private static void assertWhole(Call call, Fault fault, ScriptedServer server, boolean done) {
        if (done) {
            assertThat(call.isDone(server))
                    .as("%s with %s says that it is done", call, fault)
                    .isTrue();
        }
        server.files.forEach((path, bytes) -> {
            if (!path.startsWith(FOLDER + "unfinished/")) {
                assertThat(Arrays.equals(bytes, OLD_BYTES) || Arrays.equals(bytes, NEW_BYTES))
                        .as("%s with %s leaves %s whole", call, fault, path)
                        .isTrue();
            }
        });
    }

    /** The failure names neither the login nor what the server said, which had the password in it. */
    private static void assertDiscreet(Fault fault, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString())
                    .as("%s", fault)
                    .doesNotContain(ApacheServer.PASSWORD, ApacheServer.USER, "planned", "nonsense");
        }
    }

    /** The same call does what it should when the server is well again. */
    private static void recovers(Call call, Fault fault, ScriptedServer server) throws Exception {
        server.fault = Fault.NONE;
        server.files.putIfAbsent(path(OLD), OLD_BYTES);
        if (call == Call.LIST) {
            server.files.remove(path(NEW));
        }
        try (FileStore store = store(server, PATIENCE)) {
            call.make(store);
        }
        assertThat(call.isDone(server)).as("%s after %s", call, fault).isTrue();
    }

    @Test
    void anUploadWhoseConfirmationIsLostIsLookedAtAndCounts() throws Exception {
        Map<Kind, Boolean> done = new EnumMap<>(Kind.class);
        for (Kind kind : List.of(Kind.LOSE_ANSWER, Kind.DO_SILENTLY)) {
            for (String command : List.of("STOR", "RNTO")) {
                try (ScriptedServer server = ScriptedServer.start();
                        FileStore store = store(server, PATIENCE)) {
                    server.mendsItself = true;
                    server.fault = Fault.of(command, kind);
                    Call.PUT.make(store);
                    assertThat(server.fault).as("it happened").isEqualTo(Fault.NONE);
                    done.put(kind, Call.PUT.isDone(server));
                }
            }
        }

        assertThat(done).containsOnly(Map.entry(Kind.LOSE_ANSWER, true), Map.entry(Kind.DO_SILENTLY, true));
    }

    private static FtpFileStore store(ScriptedServer server, Duration call) {
        Duration step = call.dividedBy(4);
        return FtpFileStore.builder("127.0.0.1")
                .port(server.port())
                .login(ApacheServer.USER, () -> ApacheServer.PASSWORD)
                .directory("crm/files")
                .allowPlaintext()
                .connectTimeout(step)
                .replyTimeout(step)
                .dataTimeout(step)
                .callTimeout(call)
                .build();
    }

    private static String path(FileName name) {
        return FOLDER + name.value().substring(0, 2) + "/" + name;
    }

    private static byte[] bytes(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
