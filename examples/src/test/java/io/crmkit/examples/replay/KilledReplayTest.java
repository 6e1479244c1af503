package io.crmkit.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.examples.CrmExamples;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** A replay into a database is ended by force again and again, started again with the same arguments, and ends the same. */
class KilledReplayTest {
    private static final int SCALE = Integer.getInteger("crm.proof.scale", 1);
    private static final int KILLS = 6 * SCALE;
    /** The whole month takes minutes. */
    private static final String HISTORY = SCALE == 1 ? "/replay/period-02-start-before-midnight" : "/replay/month";

    @TempDir
    Path folder;

    @Test
    void theReportsAreTheSameAsIfNothingHadHappened(TestReporter reporter)
            throws IOException, URISyntaxException, InterruptedException {
        Path history = Path.of(Objects.requireNonNull(KilledReplayTest.class.getResource(HISTORY))
                .toURI());
        long events = lines(history.resolve("input.jsonl"));
        Random random = new Random(20_261_125);
        Path journal = folder.resolve("out.journal");
        int forgotten = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            long lines = events * kill / (KILLS + 1) + random.nextInt(20);
            Process process = start(history);
            while (process.isAlive() && lines(journal) < lines) {
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(process.isAlive())
                    .as("kill %d at %d: %s", kill, lines, errors())
                    .isTrue();
            process.destroyForcibly().waitFor();
            if (random.nextBoolean()) {
                forget(journal);
                forgotten++;
            }
        }

        Process last = start(history);

        assertThat(last.waitFor()).as(errors()).isZero();
        reporter.publishEntry(
                "kills", KILLS + ", after " + forgotten + " of them the last command was not written down");
        try (Stream<Path> expected = Files.list(history.resolve("expected"))) {
            for (Path file : expected.toList()) {
                assertThat(folder.resolve("out").resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    private Process start(Path history) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It ends before it would be worth compiling much.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrmExamples.class.getName(),
                "replay",
                history.resolve("input.jsonl").toString(),
                "--out",
                folder.resolve("out").toString(),
                "--storage",
                "jpa");
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("errors"));
    }

    private static long lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        return Files.readString(file, StandardCharsets.UTF_8)
                .chars()
                .filter(c -> c == '\n')
                .count();
    }

    /** As if the process had been ended between the command and its line; half a line is left over. */
    private static void forget(Path journal) throws IOException {
        String text = Files.readString(journal, StandardCharsets.US_ASCII);
        int end = text.lastIndexOf('\n', text.lastIndexOf('\n') - 1) + 1;
        Files.writeString(journal, text.substring(0, Math.min(text.length(), end + 2)), StandardCharsets.US_ASCII);
    }
}
