package io.crmkit.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.servers.WatchedPool;
import io.crmkit.storage.jpa.internal.store.Mapping;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each mode does, and what it refuses. */
abstract class SchemaModeRules {
    abstract Schemas schemas();

    @Test
    void migrateMakesWhatValidateAsksFor() {
        schemas().builder(SchemaMode.MIGRATE).build().close();

        assertThatCode(() -> schemas().builder(SchemaMode.VALIDATE).build().close())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(SchemaMode.class)
    void onCompleteTablesNoModeSendsAnythingThatNeedsARightToChange(SchemaMode mode) {
        schemas().migrate(Schemas.USUAL);
        WatchedPool pool = new WatchedPool(schemas().database().dataSource());

        JpaStorage.builder(pool.dataSource()).schemaMode(mode).build().close();

        assertThat(pool.statements())
                .allMatch(sql -> sql.toLowerCase(Locale.ROOT).startsWith("select"));
    }

    @Test
    void noneLooksAtNoTable() {
        WatchedPool pool = new WatchedPool(schemas().database().dataSource());

        JpaStorage.builder(pool.dataSource())
                .schemaMode(SchemaMode.NONE)
                .build()
                .close();

        assertThat(pool.statements())
                .as("beside what the connections come with")
                .allMatch(sql -> sql.contains("from pg_settings"));
    }

    @Test
    void validateNamesEveryMissingTableAndTheCommandThatPrintsThem() {
        var refused = assertThatThrownBy(() -> schemas()
                        .builder(SchemaMode.VALIDATE)
                        .schema(Schemas.ODD_SCHEMA)
                        .tablePrefix(Schemas.ODD_PREFIX)
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("io.crmkit.storage.jpa.SchemaTool create --db "
                        + schemas().kind().word() + " --schema 'odd$1' --prefix 'x_'");

        Mapping.columns(schemas().kind())
                .keySet()
                .forEach(table -> refused.hasMessageContaining("table x_" + table + " is missing\n"));
    }

    @Test
    void aMissingColumnIsNamedByValidateAndByMigrate() {
        schemas().migrate(Schemas.USUAL);
        schemas()
                .database()
                .execute("alter table " + schemas().table("ticket") + " drop column "
                        + schemas().column("rating_comment"));

        for (SchemaMode mode : new SchemaMode[] {SchemaMode.VALIDATE, SchemaMode.MIGRATE}) {
            assertThatThrownBy(() -> schemas().builder(mode).build())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(" - table crm_ticket lacks rating_comment\n");
        }
    }

    @Test
    void aMissingTableIsNamedByValidateAndByMigrate() {
        schemas().migrate(Schemas.USUAL);
        schemas().database().execute("drop table " + schemas().table("note_subject"));

        for (SchemaMode mode : new SchemaMode[] {SchemaMode.VALIDATE, SchemaMode.MIGRATE}) {
            assertThatThrownBy(() -> schemas().builder(mode).build())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(" - table crm_note_subject is missing\n");
        }
    }

    @Test
    void tablesOfAnotherScriptAreRefused() {
        schemas().migrate(Schemas.USUAL);
        schemas()
                .database()
                .execute("update " + schemas().table("schema_history") + " set checksum = 'of another file'");

        for (SchemaMode mode : new SchemaMode[] {SchemaMode.VALIDATE, SchemaMode.MIGRATE}) {
            assertThatThrownBy(() -> schemas().builder(mode).build())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the tables were made by another V1__tables.sql than the one in this jar");
        }
    }

    @Test
    void aScriptThatWasNotRunToItsEndIsNamedByValidate() {
        schemas().migrate(Schemas.USUAL);
        schemas()
                .database()
                .execute("update " + schemas().table("schema_history") + " set statements_done = statements_done - 1");

        assertThatThrownBy(() -> schemas().validate(Schemas.USUAL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(" - script V1__tables.sql was not run\n");
    }

    @Test
    void tablesUnderAnotherPrefixDoNotCount() {
        schemas().migrate(Schemas.USUAL);

        assertThatThrownBy(() -> schemas()
                        .builder(SchemaMode.VALIDATE)
                        .tablePrefix("crm__")
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("table crm__ticket is missing");
    }
}
