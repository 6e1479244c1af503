package io.crmkit.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.examples.features.Screen;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MonthTest {
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
        Screen screen = new Screen();
        String input = history.resolve("input.jsonl").toString();

        int code = ReplayCommand.run(List.of(input, "--out", folder.toString()), screen.console());

        assertThat(screen.err()).isEmpty();
        assertThat(code).isZero();
        try (Stream<Path> expected = Files.list(history.resolve("expected"))) {
            List<Path> files = expected.toList();
            assertThat(files).hasSize(9);
            for (Path file : files) {
                assertThat(folder.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }
}
