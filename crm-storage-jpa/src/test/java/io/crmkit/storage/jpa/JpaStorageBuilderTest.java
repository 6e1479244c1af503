package io.crmkit.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.servers.WatchedPool;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class JpaStorageBuilderTest {
    private final TestDatabase database = TestDatabases.h2();

    @AfterEach
    void close() {
        database.close();
    }

    private JpaStorageBuilder builder() {
        return JpaStorage.builder(database.dataSource());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1crm", "a-b", "a.b", "a b", "\"", "`", "';--", "طرح", "வாடிக்கையாளர்"})
    void oddSchemasAreRefused(String schema) {
        assertThatThrownBy(() -> builder().schema(schema).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(" - schema must be 1 to 63 letters, digits, _ and $");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "1_", "crm-", "crm.", "\"", "`", "';--", "پیشوند_", "prefix_of_21_letters_"})
    void oddPrefixesAreRefused(String prefix) {
        assertThatThrownBy(() -> builder().tablePrefix(prefix).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(" - tablePrefix must be at most 20 letters, digits, _ and $");
    }

    @Test
    void allProblemsAreListedAtOnceAndBeforeTheDatabaseIsAsked() {
        WatchedPool pool = new WatchedPool(database.dataSource());

        assertThatThrownBy(() -> JpaStorage.builder(pool.dataSource())
                        .schema("a b")
                        .tablePrefix("c d")
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The storage cannot start:\n - schema must")
                .hasMessageContaining("\n - tablePrefix must");
        assertThat(pool.lent()).isZero();
    }

    @Test
    void theLongestNamesAreTaken() {
        assertThatCode(() -> builder()
                        .schema("s".repeat(63))
                        .tablePrefix("prefix_of_20_letters")
                        .build()
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void eachOptionIsSetOnce() {
        assertThatThrownBy(() -> builder().schema("a").schema("a")).hasMessage("schema is set already: set it once");
        assertThatThrownBy(() -> builder().tablePrefix("").tablePrefix("b"))
                .hasMessage("tablePrefix is set already: set it once");
        assertThatThrownBy(() -> builder().schemaMode(SchemaMode.NONE).schemaMode(SchemaMode.MIGRATE))
                .hasMessage("schemaMode is set already: set it once");
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidToBeOutOfReach() {
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setUrl("jdbc:postgresql://127.0.0.1:1/crm");

        assertThatThrownBy(() -> JpaStorage.builder(nobody).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the database cannot be reached (SQLSTATE 08001)");
    }

    @Test
    void aDatabaseWithoutScriptsIsRefusedByName() {
        assertThatThrownBy(() ->
                        JpaStorage.builder(calledOracle(database.dataSource())).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there are no scripts for Oracle, only for postgresql, mariadb, h2");
    }

    /** The same database under another name. */
    private static DataSource calledOracle(DataSource dataSource) {
        return proxy(DataSource.class, dataSource);
    }

    private static <T> T proxy(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer(target, method, arguments)));
    }

    private static Object answer(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            Object answer = method.invoke(target, arguments);
            return switch (method.getName()) {
                case "getConnection" -> proxy(Connection.class, answer);
                case "getMetaData" -> proxy(DatabaseMetaData.class, answer);
                case "getDatabaseProductName" -> "Oracle";
                default -> answer;
            };
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void anyDataSourceWillDoAndStaysOpen() throws Exception {
        JdbcDataSource plain = new JdbcDataSource();
        plain.setUrl(database.jdbcUrl());
        plain.setUser(database.user());

        JpaStorage.builder(plain).build().close();

        try (Connection connection = plain.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void aClosedStorageRefusesAndMayBeClosedAgain() {
        JpaStorage storage = builder().build();
        storage.close();
        storage.close();

        assertThatThrownBy(() -> storage.inTransaction(tx -> 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the storage is closed");
    }
}
