package io.crmkit.verify.race;

import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.storage.jpa.JpaStorage;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The same on a database, with fewer schedules, since each begins with an empty one; all of them at a higher scale. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresRaceTest extends RaceRules {
    /** A thread that waits for a lock of the database looks busy; one that takes so long for a call is held to wait. */
    private static final Duration WAITS = Duration.ofMillis(50);

    private static final String EMPTY = """
            do $$ begin execute (
              select 'truncate ' || string_agg(quote_ident(tablename), ', ') from pg_tables
              where tablename like 'crm\\_%' and tablename not in ('crm_schema_history', 'crm_schema_lock', 'crm_ticket_number'));
            end $$""";

    private TestDatabase database;
    private JpaStorage storage;

    @BeforeAll
    void open() {
        database = TestDatabases.postgres();
        storage = JpaStorage.builder(database.dataSource()).build();
    }

    @AfterAll
    void close() {
        storage.close();
        database.close();
    }

    @Override
    RaceDesk desk() {
        database.execute(EMPTY);
        return new RaceDesk(storage, new Schedule(WAITS));
    }

    @Override
    int switched() {
        return 6;
    }

    @Override
    int switchedAnywhere() {
        return 2;
    }
}
