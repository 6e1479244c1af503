package io.crmkit.examples.ftpdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.examples.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The file server is down, the process dies, and the file arrives. */
class FtpDownTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));

    @Test
    void theFileArrivesAlthoughTheProcessWasKilled() {
        int code = FtpDownCommand.run(List.of(), console);

        String told = out.toString(StandardCharsets.UTF_8);
        assertThat(told)
                .contains("✔  runDue delivers the file", "All of it held.")
                .doesNotContain("✘");
        assertThat(told.lines().filter(line -> line.startsWith("✔"))).hasSize(11);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(code).isZero();
    }

    @Test
    void optionsAreRefused() {
        assertThat(FtpDownCommand.run(List.of("--fast"), console)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("takes no options");
    }
}
