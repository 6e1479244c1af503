package io.crmkit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.servers.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A comparison says something only if both sides do the same work. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SidesTest {
    private static final int CUSTOMERS = 500;
    /** The library puts better matches first, which the hand-written side does not. */
    private static final Set<Operation> RANKED =
            Set.of(Operation.SEARCH_NAME, Operation.SEARCH_PHONE, Operation.SEARCH_EMAIL);

    private Bed bed;

    @BeforeAll
    void load() {
        bed = new Bed(TestDatabases.postgres(), CUSTOMERS, true);
    }

    @AfterAll
    void close() {
        bed.close();
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void bothSidesFindTheSame(Operation operation) {
        List<String> library = operation.run(bed.library(), bed.data(), 7);

        List<String> byHand = operation.run(bed.byHand(), bed.data(), 7);
        if (RANKED.contains(operation)) {
            assertThat(byHand).containsExactlyInAnyOrderElementsOf(library);
        } else {
            assertThat(byHand).isEqualTo(library);
        }
        assertThat(library.isEmpty()).isEqualTo(operation.kind == Operation.Kind.WRITE);
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void bothSidesWriteTheSameRows(Operation operation) throws SQLException {
        Map<String, Integer> library = written(operation, bed.library());

        assertThat(written(operation, bed.byHand())).isEqualTo(library);
        boolean writes = operation.kind == Operation.Kind.WRITE || operation == Operation.CSV;
        assertThat(library.isEmpty()).isEqualTo(!writes);
    }

    @Test
    void theTableHasALineForEachOperation() {
        Comparison comparison = new Comparison(List.of(bed), 0);

        List<Comparison.Pair> pairs = comparison.measure(Operation.LIST);

        assertThat(Table.heading(List.of(bed))).startsWith("| operation |");
        assertThat(Table.line(Operation.LIST, pairs)).startsWith("| I1 ticket list page 1 |");
        assertThat(pairs.get(0).library().statements()).isEqualTo(1);
        assertThat(pairs.get(0).byHand().statements()).isEqualTo(1);
    }

    /** How many rows each table gained, without their ids, times and keys, which differ. */
    private Map<String, Integer> written(Operation operation, Side side) throws SQLException {
        Map<String, Integer> before = rows();
        operation.run(side, bed.data(), 11);
        Map<String, Integer> gained = rows();
        before.forEach((table, count) -> gained.merge(table, -count, Integer::sum));
        gained.values().removeIf(count -> count == 0);
        return gained;
    }

    private Map<String, Integer> rows() throws SQLException {
        Map<String, Integer> rows = new TreeMap<>();
        try (Connection connection = bed.pool().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet result = statement.executeQuery("select count(*) from " + table)) {
                    result.next();
                    rows.put(table, result.getInt(1));
                }
            }
        }
        return rows;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet result =
                statement.executeQuery("select tablename from pg_tables where tablename like 'crm\\_%'")) {
            while (result.next()) {
                tables.add(result.getString(1));
            }
        }
        return tables;
    }
}
