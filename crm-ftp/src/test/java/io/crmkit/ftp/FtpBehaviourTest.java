package io.crmkit.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.crmkit.error.InvalidRequestException;
import io.crmkit.ftp.Fault.Kind;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.file.FileStoreException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FtpBehaviourTest {
    private static final FileName NAME = new FileName("aB3dE6gH9jK2mN5pQ8sT-sara-c9.pdf");

    private ScriptedServer server;

    @BeforeEach
    void start() {
        server = ScriptedServer.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    static List<String> namesThatMeanMore() {
        return List.of(
                "a.png\r\nDELE victim.png",
                "a\nQUIT",
                "a\rb",
                "a\u0085b",
                "a\u2028b",
                "a\0b",
                "a\0.png",
                "\u00ff\u00f4\u00f2ABOR",
                "../a",
                "a/../b",
                "..\\a",
                "a/b",
                "a\\b",
                "..",
                ".",
                "/etc/passwd",
                "a b",
                "-la",
                ".part",
                "a.",
                "a*",
                "a?",
                "a;b",
                "a|b",
                "a\u202egnp.exe",
                "a\u200b.png",
                "a\ufeff",
                "a\u00ffb",
                "",
                "~root",
                "a..b",
                "n".repeat(249),
                "n".repeat(296) + ".png",
                "நா".repeat(127) + "ம",
                "நா.pdf",
                "نام");
    }

    @ParameterizedTest
    @MethodSource("namesThatMeanMore")
    void namesThatMeanMoreAreRefusedBeforeTheServerHearsOfThem(String name) throws Exception {
        try (FileStore store = builder().build()) {
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> store.put(new FileName(name), 1, new ByteArrayInputStream(new byte[1])))
                    .satisfies(
                            e -> assertThat(e.getMessage()).hasSizeLessThan(200).doesNotContain("victim", "passwd"));
        }

        assertThat(server.connections).hasValue(0);
        assertThat(server.commands).isEmpty();
    }

    @Test
    void brokenReadingGoesOnAtTheSamePlace() throws Exception {
        byte[] bytes = new byte[1_000_000];
        bytes[999_999] = 7;
        try (FileStore store = builder().build()) {
            store.put(NAME, bytes.length, new ByteArrayInputStream(bytes));
            server.fault = Fault.of("RETR", Kind.HALF);
            byte[] read;
            try (InputStream in = store.open(NAME, 0)) {
                byte[] first = in.readNBytes(1_000);
                server.fault = Fault.NONE;
                read = in.readAllBytes();
                assertThat(first).hasSize(1_000);
            }

            assertThat(read).hasSize(999_000).endsWith(7);
            assertThat(server.commands).contains("REST 500000");
        }
    }

    @Test
    void oneConnectionServesManyCallsAndStreamsThatWereClosed() throws Exception {
        try (FileStore store = builder().build()) {
            for (int i = 0; i < 20; i++) {
                store.put(NAME, 3, new ByteArrayInputStream(new byte[3]));
                try (InputStream in = store.open(NAME, 0)) {
                    assertThat(in.readNBytes(3)).hasSize(3);
                }
            }
        }

        assertThat(server.connections).hasValue(1);
    }

    @Test
    void aConnectionThatDiedMeanwhileIsReplaced() throws Exception {
        try (FileStore store = builder().build()) {
            store.put(NAME, 3, new ByteArrayInputStream(new byte[3]));
            server.cutAll();

            assertThat(store.size(NAME)).hasValue(3);
            server.cutAll();
            store.put(NAME, 4, new ByteArrayInputStream(new byte[4]));
            assertThat(store.size(NAME)).hasValue(4);
        }
    }

    @Test
    void whoFindsAllConnectionsBusyIsToldInTime() throws Exception {
        byte[] bytes = new byte[5_000_000];
        try (FileStore store =
                builder().connections(1).callTimeout(Duration.ofSeconds(2)).build()) {
            store.put(NAME, bytes.length, new ByteArrayInputStream(bytes));
            try (InputStream in = store.open(NAME, 0)) {
                assertThat(in.read()).isZero();
                assertThatExceptionOfType(FileStoreException.class)
                        .isThrownBy(() -> store.size(NAME))
                        .withMessageContaining("busy");
            }
            assertThat(store.size(NAME)).hasValue(bytes.length);
        }
    }

    @Test
    void serversWithoutMlsdAreListedByNames() throws Exception {
        server.facts = false;
        try (FileStore store = builder().build()) {
            assertThat(store.list(Optional.empty(), 10)).isEmpty();
            store.put(NAME, 3, new ByteArrayInputStream(new byte[3]));
            server.files.put("crm/aB/of others.txt", new byte[1]);

            assertThat(store.list(Optional.empty(), 10)).containsExactly(NAME);
        }
    }

    @Test
    void whatWasNeverFinishedIsRemovedAfterADayAndNothingElse() throws Exception {
        String old = "crm/unfinished/00000000-0000-0000-0000-000000000000.part";
        server.files.put(old, new byte[1]);
        server.files.put("crm/unfinished/notes.txt", new byte[1]);
        try (FileStore store = builder().build()) {
            store.put(NAME, 3, new ByteArrayInputStream(new byte[3]));
        }

        assertThat(server.files).doesNotContainKey(old).containsOnlyKeys("crm/unfinished/notes.txt", "crm/aB/" + NAME);
    }

    @Test
    void plaintextIsSaidInTheLogOnce() throws Exception {
        RecordedLog.LINES.clear();
        try (FileStore store = builder().build()) {
            store.put(NAME, 3, new ByteArrayInputStream(new byte[3]));
            store.delete(NAME);
        }

        assertThat(RecordedLog.LINES)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("WARNING")
                        .contains("without TLS")
                        .doesNotContain(ApacheServer.USER, ApacheServer.PASSWORD));
    }

    @Test
    void allThatIsWrongInTheSettingsIsSaidAtOnce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> FtpFileStore.builder("host\r\nQUIT")
                        .port(0)
                        .directory("../etc")
                        .connections(0)
                        .callTimeout(Duration.ZERO)
                        .build())
                .withMessageContainingAll("host", "login", "port", "directory", "connections", "timeout");
        assertThatIllegalStateException().isThrownBy(() -> builder().port(1)).withMessageContaining("set it once");
    }

    @Test
    void aClosedStoreSaysSo() {
        FileStore store = builder().build();
        store.close();

        assertThatIllegalStateException().isThrownBy(() -> store.size(NAME));
    }

    private FtpFileStoreBuilder builder() {
        return FtpFileStore.builder("127.0.0.1")
                .port(server.port())
                .login(ApacheServer.USER, () -> ApacheServer.PASSWORD)
                .allowPlaintext();
    }
}
