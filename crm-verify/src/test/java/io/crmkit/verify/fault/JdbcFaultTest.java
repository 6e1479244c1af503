package io.crmkit.verify.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.error.CrmException;
import io.crmkit.error.OutcomeUnknownException;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.storage.jpa.JpaStorage;
import io.crmkit.verify.fault.FaultyJdbc.Place;
import io.crmkit.verify.fault.FaultyJdbc.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a driver fails with at whichever statement or commit: done once and wholly, or not at all and a typed error. */
class JdbcFaultTest {
    private static final Map<String, Commands.Command> COMMANDS = new Commands().all();
    private static final List<String> STATES =
            List.of("40001", "40P01", "55P03", "57P01", "08006", "25006", "25S03", "23505");
    /** After these nobody knows what became of a commit; the others say that nothing did, so that they cannot follow one. */
    private static final Set<String> LOST = Set.of("57P01", "08006", "25006", "25S03");

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabases.h2();
    private final FaultyJdbc jdbc = new FaultyJdbc(database.dataSource());
    private FaultDesk desk;
    private List<String> beginning;
    private int faults;
    private int repeated;

    @BeforeEach
    void openTheDesk() {
        desk = new FaultDesk(JpaStorage.builder(jdbc.dataSource()).build());
        database.execute("script drop to '" + folder.resolve("beginning.sql") + "'");
        beginning = rows();
    }

    @AfterEach
    void close() {
        desk.crm.close();
        database.close();
    }

    @Test
    void eachCommandHappensWhollyOrNotAtAll(TestReporter reporter) {
        for (String name : COMMANDS.keySet()) {
            int before = jdbc.statements();
            perform(name);
            int statements = jdbc.statements() - before;
            Map<String, Long> done = counts(rows());
            restore();
            for (String state : STATES) {
                for (int n = 1; n <= statements; n++) {
                    check(name, new Plan(Place.STATEMENT, n, state, false), done);
                }
                check(name, new Plan(Place.BEFORE_COMMIT, 0, state, false), done);
                if (LOST.contains(state) || (Commands.KEYED.contains(name) && !state.equals("23505"))) {
                    check(name, new Plan(Place.AFTER_COMMIT, 0, state, false), done);
                }
            }
        }

        reporter.publishEntry("JDBC faults", faults + ", of which " + repeated + " were mended by doing it again");
        assertThat(faults).isGreaterThanOrEqualTo(1_500);
        assertThat(repeated).isGreaterThan(faults / 4);
    }

    private void check(String name, Plan plan, Map<String, Long> done) {
        String what = name + " with " + plan;
        int before = jdbc.statements();
        jdbc.fail(plan);
        CrmException failure = attempt(name);
        if (!jdbc.heal()) {
            // Fewer statements than the first time, which had to fetch numbers for tickets.
            assertThat(jdbc.statements() - before).as(what).isLessThan(plan.statement());
            assertThat(failure).as(what).isNull();
            restore();
            return;
        }
        faults++;
        assertThat(active()).as(what + " gave its connection back").isZero();
        List<String> rows = rows();
        if (failure == null) {
            repeated++;
            assertThat(counts(rows)).as(what).isEqualTo(done);
            if (Commands.KEYED.contains(name)) {
                perform(name);
                assertThat(rows()).as(what + ", again").isEqualTo(rows);
            }
        } else if (plan.place() == Place.AFTER_COMMIT) {
            // The commit took effect; whoever has a key finds that out, others are told that it is not known.
            assertThat(Commands.KEYED).as(what).doesNotContain(name);
            assertThat(counts(rows)).as(what).isEqualTo(done);
            assertThat(failure).as(what).isInstanceOf(OutcomeUnknownException.class);
        } else {
            assertThat(rows).as(what).isEqualTo(beginning);
        }
        if (!rows.equals(beginning)) {
            restore();
        }
    }

    private CrmException attempt(String name) {
        try {
            perform(name);
            return null;
        } catch (CrmException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                assertThat(String.valueOf(cause.getMessage())).doesNotContain(FaultyJdbc.CANARY);
            }
            return e;
        }
    }

    @Test
    void aDatabaseThatAlwaysFailsIsGivenUpWithATypedError() {
        for (String state : STATES) {
            for (Place place : List.of(Place.STATEMENT, Place.BEFORE_COMMIT)) {
                jdbc.fail(new Plan(place, 1, state, true));
                int before = jdbc.statements();

                assertThat(attempt("TicketService.open"))
                        .as(state + " " + place)
                        .isNotNull();

                assertThat(jdbc.statements() - before).isLessThan(400);
                jdbc.heal();
                assertThat(rows()).isEqualTo(beginning);
                assertThat(active()).isZero();
            }
        }
    }

    private void perform(String name) {
        assertThat(COMMANDS.get(name).run(desk, desk.desk, desk.host)).isNotNull();
    }

    private int active() {
        return ((HikariDataSource) database.dataSource()).getHikariPoolMXBean().getActiveConnections();
    }

    private void restore() {
        database.execute("runscript from '" + folder.resolve("beginning.sql") + "'");
    }

    /** All rows as statements that would insert them; the counter of ticket numbers may have gaps. */
    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("script simple nopasswords nosettings")) {
            while (lines.next()) {
                String line = lines.getString(1);
                if (line.startsWith("INSERT") && !line.contains("crm_ticket_number")) {
                    rows.add(line);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        rows.sort(null);
        return rows;
    }

    private static Map<String, Long> counts(List<String> rows) {
        Map<String, Long> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.substring(0, row.indexOf('(')), 1L, Long::sum));
        return counts;
    }

    @Test
    void theScriptHoldsWhatItShould() throws IOException {
        assertThat(Files.readString(folder.resolve("beginning.sql"))).contains("crm_ticket_event");
        assertThat(counts(beginning)).hasSizeGreaterThan(12);
    }
}
