package io.crmkit.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is not the right one learns neither the password nor what is in a file. */
class FtpTrustTest {
    private static final FileName NAME = new FileName("aB3dE6gH9jK2mN5pQ8sT-sara-c9.pdf");

    @TempDir
    static Path folder;

    private static TestKeys keys;

    @BeforeAll
    static void makeKeys() {
        keys = TestKeys.make(folder);
    }

    @Test
    void dataConnectionsResumeTheSessionAsManyServersDemand() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(keys)) {
            server.demandsResumption = true;
            try (FileStore store = builder(server).trusted(keys.trusted()).build()) {
                for (int i = 0; i < 5; i++) {
                    byte[] bytes = new byte[100_000 + i];
                    store.put(NAME, bytes.length, new ByteArrayInputStream(bytes));
                    try (InputStream in = store.open(NAME, 0)) {
                        assertThat(in.readAllBytes()).hasSize(bytes.length);
                    }
                }
                assertThat(store.list(Optional.empty(), 10)).containsExactly(NAME);
            }

            assertThat(server.connections).as("one connection for all").hasValue(1);
            assertThat(server.fullHandshakes)
                    .as("data connections that began a session of their own")
                    .hasValue(0);
        }
    }

    @Test
    void withoutTheDemandTls13WorksToo() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(keys);
                FileStore store =
                        builder(server).trusted(keys.trusted()).allowTls13().build()) {
            for (int i = 0; i < 5; i++) {
                store.put(NAME, 3, new ByteArrayInputStream(new byte[3]));
            }
            assertThat(store.size(NAME)).hasValue(3);
        }
    }

    @Test
    void aCertificateThatNobodyKnowsIsRefused() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(keys)) {
            assertRefusedBeforeTheLogin(server, builder(server));
        }
    }

    @Test
    void aCertificateOfAnotherServerIsRefused() throws Exception {
        TestKeys others = TestKeys.make(folder, "dns:elsewhere.example", 30);
        try (ScriptedServer server = ScriptedServer.start(others)) {
            assertRefusedBeforeTheLogin(server, builder(server).trusted(others.trusted()));
        }
    }

    /** The platform does not look at the dates of a certificate that is trusted by itself. */
    @Test
    void aCertificateThatIsOverIsRefusedAlsoIfItIsTrusted() throws Exception {
        TestKeys old = TestKeys.make(folder, "dns:localhost,ip:127.0.0.1", -2);
        try (ScriptedServer server = ScriptedServer.start(old)) {
            assertRefusedBeforeTheLogin(server, builder(server).trusted(old.trusted()));
        }
    }

    @Test
    void aServerWithoutTlsIsRefused() throws Exception {
        try (ScriptedServer server = ScriptedServer.start()) {
            assertRefusedBeforeTheLogin(server, builder(server).trusted(keys.trusted()));
        }
    }

    @Test
    void anotherCertificateOnTheDataConnectionIsRefused() throws Exception {
        TestKeys others = TestKeys.make(folder, "dns:localhost,dns:second.example", 30);
        KeyStore both = keys.trusted();
        both.setCertificateEntry("other", others.trusted().getCertificate("server"));
        try (ScriptedServer server = ScriptedServer.start(keys, others);
                FileStore store = builder(server).trusted(both).build()) {
            server.files.put("crm/aB/" + NAME, new byte[10]);

            assertThatExceptionOfType(FileStoreException.class)
                    .isThrownBy(() -> store.put(NAME, 3, new ByteArrayInputStream(new byte[3])))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
            assertThat(server.files).as("nothing was sent").containsOnlyKeys("crm/aB/" + NAME);
        }
    }

    @Test
    void dataNeverGoToAnotherHostThatTheServerNames() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(keys);
                FileStore store = builder(server).trusted(keys.trusted()).build()) {
            server.fault = Fault.of("PASV", Fault.Kind.FOREIGN_ADDRESS);

            store.put(NAME, 3, new ByteArrayInputStream(new byte[3]));

            assertThat(server.files).as("it came here all the same").containsOnlyKeys("crm/aB/" + NAME);
        }
    }

    @Test
    void thePasswordIsInNoLogAndNoFailure() throws Exception {
        RecordedLog.LINES.clear();
        List<Throwable> failures = new ArrayList<>();
        try (ScriptedServer server = ScriptedServer.start(keys)) {
            for (String command : List.of("USER", "PASS", "PBSZ", "PROT", "TYPE", "SIZE")) {
                for (Fault.Kind kind : List.of(Fault.Kind.NONSENSE, Fault.Kind.HANG_UP, Fault.Kind.ENDLESS)) {
                    server.fault = Fault.of(command, kind);
                    try (FileStore store =
                            builder(server).trusted(keys.trusted()).build()) {
                        failures.add(catchThrowable(() -> store.size(NAME)));
                    }
                }
            }
            assertThat(server.commands).contains("PASS " + ApacheServer.PASSWORD);
        }

        assertThat(failures).hasSize(18).doesNotContainNull();
        for (Throwable failure : failures) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain(ApacheServer.PASSWORD, ApacheServer.USER);
            }
        }
        assertThat(RecordedLog.LINES).isEmpty();
    }

    private static void assertRefusedBeforeTheLogin(ScriptedServer server, FtpFileStoreBuilder builder) {
        try (FileStore store = builder.build()) {
            assertThatExceptionOfType(FileStoreException.class)
                    .isThrownBy(() -> store.size(NAME))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
        }
        assertThat(server.commands).noneMatch(line -> line.startsWith("USER") || line.startsWith("PASS"));
    }

    private static FtpFileStoreBuilder builder(ScriptedServer server) {
        return FtpFileStore.builder("localhost")
                .port(server.port())
                .login(ApacheServer.USER, () -> ApacheServer.PASSWORD)
                .callTimeout(Duration.ofSeconds(20));
    }
}
