package io.crmkit.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.crmkit.servers.TestDatabase;
import io.crmkit.storage.jpa.internal.store.Mapping;
import io.crmkit.storage.jpa.internal.store.SearchTables;
import jakarta.persistence.Column;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The scripts are the only authority: what is printed, what is run and what is mapped agree. */
abstract class SchemaScriptRules {
    private static final int LONGEST_VARCHAR = 1_000;

    abstract Schemas schemas();

    private SchemaTool tool() {
        return SchemaTool.forDatabase(schemas().kind().word());
    }

    @Test
    void thePrintedScriptMakesWhatMigrateMakes() throws SQLException {
        schemas().runAsOneText(tool().tablePrefix("crm_").create());
        schemas().validate(Schemas.USUAL);
        Set<String> printed = schemas().structure(Schemas.USUAL).describe();
        int numbers = schemas().count(schemas().table("ticket_number"));

        schemas().runAsOneText(dropAll());
        schemas().migrate(Schemas.USUAL);

        assertThat(printed).isEqualTo(schemas().structure(Schemas.USUAL).describe());
        assertThat(printed).hasSizeGreaterThan(300);
        assertThat(numbers).isEqualTo(1);
    }

    private String dropAll() {
        StringBuilder script = new StringBuilder();
        Mapping.columns(schemas().kind()).keySet().forEach(name -> script.append(drop(name)));
        return script.append(drop("schema_history")).append(drop("schema_lock")).toString();
    }

    private String drop(String name) {
        return "drop table " + schemas().table(name) + ";\n";
    }

    @Test
    void thePrintedScriptWithOddNamesIsEnoughForAStorage() throws SQLException {
        schemas()
                .runAsOneText(tool().schema(Schemas.ODD_SCHEMA)
                        .tablePrefix(Schemas.ODD_PREFIX)
                        .create());

        assertThatCode(() -> schemas()
                        .builder(SchemaMode.VALIDATE)
                        .schema(Schemas.ODD_SCHEMA)
                        .tablePrefix(Schemas.ODD_PREFIX)
                        .build()
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void thePrintedScriptMayBeRunOnTablesThatAreThereButSaysOnceThatItWasRun() throws SQLException {
        schemas().migrate(Schemas.USUAL);

        assertThat(schemas().count(schemas().table("schema_history"))).isEqualTo(1);
        assertThat(tool().upgrade(1)).isEmpty();
    }

    @Test
    void theMappingAndTheScriptsAgreeOnEveryColumn() throws SQLException {
        TestDatabase database = schemas().database();
        schemas().migrate(Schemas.USUAL);
        Structure structure = schemas().structure(Schemas.USUAL);
        int columns = 0;

        try (EntityManagerFactory factory =
                Mapping.open(database.dataSource(), schemas().kind(), Schemas.USUAL)) {
            for (EntityType<?> entity : factory.getMetamodel().getEntities()) {
                String table = entity.getJavaType().getAnnotation(Table.class).name();
                Set<String> mapped = mapped(entity.getJavaType());

                assertThat(structure.columns("crm_" + table)).as(table).isEqualTo(mapped);
                columns += mapped.size();
            }
            assertThat(factory.getMetamodel().getEntities())
                    .hasSize(Mapping.columns(schemas().kind()).size()
                            - SearchTables.columns(schemas().kind()).size());
        }
        assertThat(columns).isGreaterThan(150);
    }

    private Set<String> mapped(Class<?> row) {
        Set<String> lines = new TreeSet<>();
        for (Field field : row.getDeclaredFields()) {
            Column column = field.getAnnotation(Column.class);
            if (column != null) {
                boolean nullable = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
                lines.add(schemas().column(column.name()) + " " + kind(field.getType(), column)
                        + (nullable ? " null" : " not null"));
            }
        }
        return lines;
    }

    private static String kind(Class<?> type, Column column) {
        if (type == String.class) {
            return column.length() > LONGEST_VARCHAR ? "text" : "varchar(" + column.length() + ")";
        }
        if (type == BigDecimal.class) {
            return "decimal(" + column.precision() + "," + column.scale() + ")";
        }
        if (type == UUID.class) {
            return "id";
        }
        if (type == Instant.class) {
            return "time(6)";
        }
        return type == Integer.class ? "int" : type.getName();
    }
}
