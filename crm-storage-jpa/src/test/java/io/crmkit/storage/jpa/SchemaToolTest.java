package io.crmkit.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaToolTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();

    private int run(String commandLine) {
        List<String> arguments = commandLine.isEmpty() ? List.of() : List.of(commandLine.split(" ", -1));
        return SchemaTool.run(arguments, stream(out), stream(problems));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String problems() {
        return problems.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "h2", "PostgreSQL"})
    void createPrintsTheWholeScript(String database) {
        assertThat(run("create --db " + database)).isZero();

        assertThat(out())
                .contains("create table if not exists")
                .contains("crm_ticket_event")
                .contains("insert into")
                .contains("crm_schema_history")
                .doesNotContain("{");
        assertThat(problems()).isEmpty();
    }

    @Test
    void schemaAndPrefixAreInEveryName() {
        assertThat(run("create --db postgresql --schema crm --prefix x_")).isZero();

        assertThat(out())
                .startsWith("create schema if not exists \"crm\";")
                .contains("\"crm\".\"x_ticket\"")
                .doesNotContain("crm_ticket");
    }

    @Test
    void anEmptyPrefixIsAPrefix() {
        assertThat(run("create --db postgresql --prefix ")).isZero();

        assertThat(out()).contains("create table if not exists \"ticket\"");
    }

    @Test
    void upgradeFromTheNewestVersionPrintsNothing() {
        assertThat(run("upgrade --db h2 --from 1")).isZero();

        assertThat(out()).isEmpty();
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                    | say what to print",
                "create                                | --db must be one of postgresql, mariadb, h2",
                "create --db oracle                    | --db must be one of postgresql, mariadb, h2",
                "create --db                           | --db needs a value",
                "create --db h2 --colour red           | unknown: --colour",
                "create h2                             | unknown: h2",
                "drop --db h2                          | say create or upgrade first",
                "create --db h2 --schema a-b           | --schema must be letters, digits, _ and $",
                "create --db h2 --prefix a-b           | --prefix must be at most 20 letters, digits, _ and $",
                "upgrade --db h2                       | --from must be a number",
                "upgrade --db h2 --from one            | --from must be a number",
                "upgrade --db h2 --from 0              | --from must be 1 to 1",
                "upgrade --db h2 --from 2              | --from must be 1 to 1",
                "create --db h2 --from 1               | --from is for upgrade",
                "create --db h2 --db mariadb           | --db is given twice"
            })
    void aWrongCommandLineIsAnsweredWithOneSentenceAndTheUsage(String commandLine, String sentence) {
        assertThat(run(commandLine)).isEqualTo(2);

        assertThat(out()).isEmpty();
        assertThat(problems()).startsWith(sentence).contains("\nSchemaTool create|upgrade --db");
    }

    @Test
    void theLibrarysOwnWayRefusesTheSame() {
        assertThatThrownBy(() -> SchemaTool.forDatabase("oracle")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SchemaTool.forDatabase("h2").schema("1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SchemaTool.forDatabase("h2").tablePrefix("-"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SchemaTool.forDatabase("h2").upgrade(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
