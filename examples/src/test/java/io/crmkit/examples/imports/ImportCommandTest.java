package io.crmkit.examples.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.examples.CrmExamples;
import io.crmkit.examples.features.Screen;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private static final String FIRST = "2000 rows: 1800 created, 60 known, 80 candidates, 60 rejected";
    private static final String AGAIN = "2000 rows: 0 created, 1860 known, 80 candidates, 60 rejected";

    @TempDir
    Path folder;

    private String[] inDatabase(String name) {
        return new String[] {
            folder.resolve("people.csv").toString(),
            "--storage",
            "jpa",
            "--url",
            "jdbc:h2:file:" + folder.resolve(name).toAbsolutePath()
        };
    }

    private static List<String> run(String... options) {
        Screen screen = new Screen();
        assertThat(ImportCommand.run(List.of(options), screen.console()))
                .as(screen.err())
                .isZero();
        return screen.out().lines().toList();
    }

    @Test
    void dirtyRowsAreAccountedForAndASecondRunCreatesNobody() throws IOException {
        SampleFile.write(folder.resolve("people.csv"), 2_000);

        String[] memory = inDatabase("one");
        memory[memory.length - 1] = "jdbc:h2:mem:people;DB_CLOSE_DELAY=-1";
        List<String> first = run(memory);
        List<String> second = run(memory);

        assertThat(first).hasSize(141).endsWith(FIRST);
        assertThat(first.get(0)).matches("line 92 may be [0-9A-Z]{26}");
        assertThat(first)
                .contains("line 99 is rejected: contact.PHONE must be a telephone number:"
                        + " digits, with or without the country's code; names are missing");
        assertThat(second).endsWith(AGAIN);
        assertThat(second.subList(0, 140)).isEqualTo(first.subList(0, 140));
    }

    /** Each time the process is ended by force while rows are being written. */
    @Test
    void anImportThatIsKilledAgainAndAgainAndRepeatedEndsTheSame() throws IOException, InterruptedException {
        SampleFile.write(folder.resolve("people.csv"), 1_000);
        int left = 0;
        for (int kill = 1; kill <= 3; kill++) {
            Process process = start();
            long lines = kill * 15L;
            while (process.isAlive() && lines(folder.resolve("out")) < lines) {
                LockSupport.parkNanos(1_000_000);
            }
            left += process.isAlive() ? 1 : 0;
            process.destroyForcibly().waitFor();
        }
        assertThat(left).as("processes that were killed before their end").isEqualTo(3);

        List<String> last = run(inDatabase("killed"));
        List<String> whole = run(inDatabase("whole"));

        assertThat(last.get(last.size() - 1)).matches("1000 rows: [0-9]+ created, [1-9][0-9]* known, .*");
        assertThat(run(inDatabase("killed"))).endsWith("1000 rows: 0 created, 930 known, 40 candidates, 30 rejected");
        assertThat(whole).endsWith("1000 rows: 900 created, 30 known, 40 candidates, 30 rejected");
        assertThat(withoutIds(last)).isEqualTo(withoutIds(whole));
    }

    private static List<String> withoutIds(List<String> lines) {
        return lines.subList(0, lines.size() - 1).stream()
                .map(line -> line.replaceAll("[0-9A-Z]{26}", "ID"))
                .toList();
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It ends before it would be worth compiling much.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrmExamples.class.getName(),
                "import"));
        command.addAll(List.of(inDatabase("killed")));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    private static long lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file).lines().count() : 0;
    }

    @Test
    void aDryRunAndABadFileAreTold() throws IOException {
        Path file = folder.resolve("people.csv");
        assertThat(run(file.toString(), "--sample", "100", "--dry-run"))
                .endsWith(
                        "100 rows: 97 would be created (duplicates within the file are among them), 0 known, 0 candidates, 3 rejected");

        Files.write(file, "id,given,family\n1,علي,رضايي".getBytes(Charset.forName("windows-1256")));
        Screen screen = new Screen();
        assertThat(ImportCommand.run(List.of(file.toString()), screen.console()))
                .isEqualTo(2);
        assertThat(screen.err()).startsWith("The import ends here:");
        assertThat(ImportCommand.run(List.of("--dry-run"), screen.console())).isEqualTo(2);
        assertThat(ImportCommand.run(List.of(file.toString(), "--sample", "x"), screen.console()))
                .isEqualTo(2);
    }
}
