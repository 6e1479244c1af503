package io.crmkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path ROOT = root();
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    @Test
    void everyJavaBlockStandsInAProgramThatIsCompiledAndRun() throws IOException {
        String programs = programs();

        Matcher block = JAVA.matcher(readme());
        int blocks = 0;
        while (block.find()) {
            blocks++;
            assertThat(programs).contains(squeezed(block.group(1)));
        }

        assertThat(blocks).isPositive();
    }

    @Test
    void codeBeginsBeforeLineSixty() throws IOException {
        List<String> lines = readme().lines().toList();

        assertThat(lines.indexOf("```java")).isBetween(0, 59);
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        Matcher link = LINK.matcher(readme());
        int links = 0;
        while (link.find()) {
            links++;
            assertThat(ROOT.resolve(link.group(1))).exists();
        }

        assertThat(links).isGreaterThan(5);
    }

    @Test
    void everyProgramOfTheTableIsThereAndNoneIsLeftOut() throws IOException {
        String readme = readme();
        try (Stream<Path> files = Files.list(ROOT.resolve("examples/src/main/java/io/crmkit/examples/features"))) {
            List<String> programs = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Main.java") && !name.equals("FirstTicketMain.java"))
                    .toList();

            assertThat(programs)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(readme).contains(name));
        }
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    private static String programs() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(ROOT.resolve("examples/src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(squeezed(Files.readString(file)));
            }
        }
        return all.toString();
    }

    /** Indentation does not matter. */
    private static String squeezed(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        return Files.exists(folder.resolve("README.md")) ? folder : Objects.requireNonNull(folder.getParent());
    }
}
