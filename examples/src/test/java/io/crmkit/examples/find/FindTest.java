package io.crmkit.examples.find;

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
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindTest {
    private static final Path CUSTOMERS = file("customers.csv");
    private static final Path QUERIES = file("queries.csv");

    @TempDir
    private Path folder;

    @Test
    void exactAndPartQueriesAreInTheTopThreeAndNearlyAllWithASlip() throws IOException {
        List<Map<String, String>> queries = CsvRows.of(QUERIES, "query", "expected_id", "kind");
        Screen screen = new Screen();

        assertThat(FindCommand.run(List.of(CUSTOMERS.toString(), QUERIES.toString()), screen.console()))
                .isZero();

        List<String> lines = screen.out().lines().toList();
        assertThat(queries).hasSizeGreaterThanOrEqualTo(200);
        assertThat(lines).hasSize(queries.size() + 1);
        List<String> missed = new ArrayList<>();
        int crowded = 0;
        int slips = 0;
        int found = 0;
        for (int i = 0; i < queries.size(); i++) {
            boolean isTop = lines.get(i).matches("[123]\t.*");
            if (queries.get(i).get("kind").equals("approximate")) {
                slips++;
                found += isTop ? 1 : 0;
            } else if (!isTop && lines.get(i).matches("(4|5|6|7|8|9|1.|20)\t.*")) {
                crowded++;
            } else if (!isTop) {
                missed.add(lines.get(i));
            }
            assertThat(lines.get(i)).contains(queries.get(i).get("expected_id") + "\t");
        }
        assertThat(missed).isEmpty();
        assertThat(crowded).as("four digits that many numbers begin with").isLessThanOrEqualTo(2);
        assertThat(slips).isGreaterThanOrEqualTo(40);
        assertThat(found).isGreaterThanOrEqualTo((slips * 95 + 99) / 100);
        assertThat(lines.get(queries.size())).startsWith(queries.size() + " queries, ");
    }

    @Test
    void everyDatabaseFindsTheSame() {
        String heap = found();

        assertThat(found("--storage", "jpa")).isEqualTo(heap);
        try (TestDatabase postgres = TestDatabases.postgres();
                TestDatabase mariadb = TestDatabases.mariadb()) {
            assertThat(foundIn(postgres)).isEqualTo(heap);
            assertThat(foundIn(mariadb)).isEqualTo(heap);
        }
    }

    private static String foundIn(TestDatabase database) {
        return found("--storage", "jpa", "--url", database.jdbcUrl(), "--user", database.user());
    }

    private static String found(String... storage) {
        Screen screen = new Screen();
        List<String> options = new ArrayList<>(List.of(CUSTOMERS.toString(), QUERIES.toString()));
        options.addAll(List.of(storage));
        assertThat(FindCommand.run(options, screen.console())).as(screen.err()).isZero();
        return screen.out();
    }

    @Test
    void aLineTellsRankIdQueryAndReason() throws IOException {
        Path customers = write(
                "customers.csv",
                "id,given,family,username,phone,email,wallet\n"
                        + "7,\"علی‌رضا\",كريمي,ali_k,۰۹۱۲ ۳۴۵ ۶۷۸۹,ali@example.com,TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t\n"
                        + "8,\"Grace \"\"G\"\"\",O’Neill,grace,,not an address,\n");
        Path queries = write("queries.csv", "\ufeffquery,expected_id\r\n\"کریمی 6789\",7\r\nnobody,8\r\nan addr,8\r\n");
        Screen screen = new Screen();

        FindCommand.run(List.of(customers.toString(), queries.toString()), screen.console());

        assertThat(screen.out().lines())
                .containsExactly(
                        "1\t7\tکریمی 6789\tfamily, value; phone, word",
                        "-\t8\tnobody\t-",
                        "1\t8\tan addr\tmessenger, word; messenger, prefix",
                        "3 queries, 2 in top 1, 2 in top 3");
        assertThat(screen.err()).contains("8 is kept in part");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Two files are needed",
        "a.csv, Two files are needed",
        "a.csv b.csv, cannot be read",
        "a.csv b.csv --storage disk, must be memory or jpa"
    })
    void whatIsWrongIsSaidInASentence(String options, String sentence) {
        Screen screen = new Screen();

        assertThat(FindCommand.run(options.isEmpty() ? List.of() : List.of(options.split(" ")), screen.console()))
                .isEqualTo(2);
        assertThat(screen.err()).contains(sentence);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Path file(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(FindTest.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
