package io.crmkit.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.crmkit.servers.WatchedPool;
import io.crmkit.servers.WatchedPool.Moment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Starters that die, and several at once. */
abstract class SchemaRestartRules {
    private static final int NODES = 8;

    abstract Schemas schemas();

    /** A process that dies at its first statement of a kind: no later one is sent, not even to give back the lock. */
    private static final class Death implements WatchedPool.Fault {
        private final Predicate<String> where;
        private final Moment moment;
        private boolean dead;

        Death(Predicate<String> where, Moment moment) {
            this.where = where;
            this.moment = moment;
        }

        @Override
        public void look(String sql, Moment now) throws SQLException {
            dead |= now == moment && where.test(sql);
            if (dead) {
                throw new SQLException("planted: the process is dead", "08006");
            }
        }
    }

    private static boolean isOfScript(String sql) {
        return isCreation(sql) || (sql.startsWith("insert") && sql.contains("ticket_number"));
    }

    private static boolean isCreation(String sql) {
        return sql.startsWith("create") && !sql.contains("schema_history") && !sql.contains("schema_lock");
    }

    private static boolean isAdvance(String sql) {
        return sql.startsWith("update") && sql.contains("schema_history");
    }

    @Test
    void aStarterThatDiesAfterEachStatementAndBeforeItIsWrittenDownGetsToTheEnd() throws SQLException {
        int deaths = 0;
        boolean complete = false;
        while (!complete) {
            Predicate<String> where = deaths % 2 == 0 ? SchemaRestartRules::isOfScript : SchemaRestartRules::isAdvance;
            WatchedPool pool =
                    new WatchedPool(schemas().database().dataSource()).failing(new Death(where, Moment.AFTER));
            complete = catchThrowable(() ->
                            schemas().schema(pool.dataSource(), Schemas.USUAL).migrate())
                    == null;
            if (!complete) {
                deaths++;
                schemas().expireLock(Schemas.USUAL);
            }
        }

        schemas().validate(Schemas.USUAL);
        assertThat(deaths).isGreaterThan(2 * 55).isEven();
        assertThat(schemas().count(schemas().table("ticket_number"))).isEqualTo(1);
        Set<String> structure = schemas().structure(Schemas.USUAL).describe();
        schemas().migrate(Schemas.USUAL);
        assertThat(schemas().structure(Schemas.USUAL).describe()).isEqualTo(structure);
    }

    @Test
    void aStatementThatFailsGivesTheLockBackSoThatTheNextStartGoesOn() throws SQLException {
        WatchedPool pool = new WatchedPool(schemas().database().dataSource()).failing((sql, moment) -> {
            if (isCreation(sql) && sql.contains("ticket_event")) {
                throw new SQLException("planted: the disk is full", "53100");
            }
        });

        assertThatThrownBy(
                        () -> schemas().schema(pool.dataSource(), Schemas.USUAL).migrate())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the CRM's tables could not be made (SQLSTATE 53100");

        assertThat(schemas().count(schemas().table("schema_lock"))).isZero();
        schemas().migrate(Schemas.USUAL);
        schemas().validate(Schemas.USUAL);
    }

    @Test
    void nodesThatStartAtOnceRunEachStatementOnce() throws Exception {
        WatchedPool pool = new WatchedPool(schemas().database().dataSource());
        CyclicBarrier line = new CyclicBarrier(NODES);
        fill(pool);
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        try {
            List<Future<Boolean>> started = new ArrayList<>();
            for (int node = 0; node < NODES; node++) {
                Callable<Boolean> start = () -> {
                    line.await();
                    schemas().schema(pool.dataSource(), Schemas.ODD).migrate();
                    schemas().validate(Schemas.ODD);
                    return true;
                };
                started.add(nodes.submit(start));
            }
            for (Future<Boolean> node : started) {
                assertThat(node.get()).isTrue();
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(pool.statements().stream().filter(sql -> isOfScript(sql) && !sql.startsWith("create schema")))
                .hasSizeGreaterThan(55)
                .doesNotHaveDuplicates();
        assertThat(schemas().count(Schemas.ODD.qualified(schemas().kind(), "schema_history")))
                .isEqualTo(1);
        assertThat(schemas().count(Schemas.ODD.qualified(schemas().kind(), "schema_lock")))
                .isZero();
    }

    /** Opens the connections before, so that no node has to wait for one. */
    private static void fill(WatchedPool pool) throws SQLException {
        List<Connection> connections = new ArrayList<>();
        for (int node = 0; node < NODES; node++) {
            connections.add(pool.dataSource().getConnection());
        }
        for (Connection connection : connections) {
            connection.close();
        }
    }

    @Test
    void theLockOfAnOwnerWhoDiedIsTakenOverWhenItHasRunOut() throws SQLException {
        WatchedPool dying = new WatchedPool(schemas().database().dataSource())
                .failing(new Death(SchemaRestartRules::isOfScript, Moment.BEFORE));
        assertThatThrownBy(() ->
                        schemas().schema(dying.dataSource(), Schemas.USUAL).migrate())
                .isInstanceOf(IllegalStateException.class);
        assertThat(schemas().count(schemas().table("schema_lock"))).isEqualTo(1);
        schemas().expireLock(Schemas.USUAL);

        schemas().migrate(Schemas.USUAL);

        schemas().validate(Schemas.USUAL);
        assertThat(schemas().count(schemas().table("schema_lock"))).isZero();
    }

    @Test
    void whoLosesTheLockStops() {
        WatchedPool pool = new WatchedPool(schemas().database().dataSource()).failing((sql, moment) -> {
            if (isCreation(sql) && sql.contains("ticket_event") && moment == Moment.AFTER) {
                schemas().database().execute("delete from " + schemas().table("schema_lock"));
            }
        });

        assertThatThrownBy(
                        () -> schemas().schema(pool.dataSource(), Schemas.USUAL).migrate())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "the lock on the CRM's tables was lost: start again, it goes on where it stopped");
    }
}
