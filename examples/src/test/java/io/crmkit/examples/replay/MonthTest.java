package io.crmkit.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.examples.features.Screen;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MonthTest {
    private static final int SCALE = Integer.getInteger("crm.proof.scale", 1);

    @TempDir
    Path folder;

    /** Histories with the reports that an independent program computed from the rules of the format. */
    static List<Path> histories() throws IOException, URISyntaxException {
        Path root = Path.of(
                Objects.requireNonNull(MonthTest.class.getResource("/replay")).toURI());
        try (Stream<Path> found = Files.list(root)) {
            return found.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void theReportsAreThoseThatWereComputedIndependently(Path history) throws IOException {
        replay(history, "--storage", "memory");
    }

    @Test
    void aFileOfH2GivesTheSame() throws IOException, URISyntaxException {
        replay(month(), "--storage", "jpa");
    }

    @Test
    void postgresGivesTheSame() throws IOException, URISyntaxException {
        try (TestDatabase database = TestDatabases.postgres()) {
            replay(month(), "--storage", "jpa", "--url", database.jdbcUrl(), "--user", database.user());
        }
    }

    /** The whole month with {@code -Dcrm.proof.scale=10}: MariaDB takes longest. */
    @Test
    void mariaDbGivesTheSame() throws IOException, URISyntaxException {
        String name = SCALE == 1 ? "period-02-start-before-midnight" : "month";
        try (TestDatabase database = TestDatabases.mariadb()) {
            replay(history(name), "--storage", "jpa", "--url", database.jdbcUrl(), "--user", database.user());
        }
    }

    private static Path month() throws IOException, URISyntaxException {
        return history("month");
    }

    private static Path history(String name) throws IOException, URISyntaxException {
        return histories().stream()
                .filter(path -> path.endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private void replay(Path history, String... storage) throws IOException {
        Screen screen = new Screen();
        List<String> options =
                new ArrayList<>(List.of(history.resolve("input.jsonl").toString()));
        options.addAll(List.of("--out", folder.resolve("out").toString()));
        options.addAll(List.of(storage));

        int code = ReplayCommand.run(options, screen.console());

        assertThat(screen.err()).isEmpty();
        assertThat(code).isZero();
        try (Stream<Path> expected = Files.list(history.resolve("expected"))) {
            List<Path> files = expected.toList();
            assertThat(files).hasSize(9);
            for (Path file : files) {
                assertThat(folder.resolve("out").resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }
}
