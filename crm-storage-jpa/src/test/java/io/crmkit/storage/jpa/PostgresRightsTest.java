package io.crmkit.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.actor.Actor;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host whose user may read and write rows, and make nothing. */
class PostgresRightsTest {
    private static final String USER = "crm_runtime";

    private final TestDatabase owners = TestDatabases.postgres();
    private final Schemas schemas = new Schemas(owners, Database.POSTGRESQL);
    private TestDatabase users;

    @BeforeEach
    void makeUser() {
        owners.execute("do $$ begin create role " + USER + " login; exception when duplicate_object then null; end $$");
        owners.execute("revoke create on schema public from public");
        users = TestDatabase.at(owners.jdbcUrl(), USER);
    }

    @AfterEach
    void close() {
        users.close();
        owners.close();
    }

    private JpaStorageBuilder asUser(SchemaMode mode) {
        return JpaStorage.builder(users.dataSource()).schemaMode(mode);
    }

    private void grant(String schema) {
        owners.execute("grant usage on schema " + schema + " to " + USER);
        owners.execute("grant select, insert, update, delete on all tables in schema " + schema + " to " + USER);
    }

    @ParameterizedTest
    @EnumSource(SchemaMode.class)
    void withTheTablesOfADbaEveryModeWorks(SchemaMode mode) throws Exception {
        schemas.runAsOneText(SchemaTool.forDatabase("postgresql").create());
        grant("public");

        try (Crm crm = Crm.builder().storage(asUser(mode).build()).build()) {
            var desk = crm.as(Actor.host("exchange"));
            var ali = desk.customers().register(RegisterCustomer.named("علی", "رضایی"));
            var ticket = desk.tickets().open(OpenTicket.of(ali.id(), Channel.WEB, "برداشت", "از دیروز منتظرم."));

            assertThat(desk.tickets().get(ticket.id())).isEqualTo(ticket);
        }
    }

    @ParameterizedTest
    @EnumSource(value = SchemaMode.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void withTheTablesInASchemaOfTheirOwnToo(SchemaMode mode) throws Exception {
        schemas.runAsOneText(SchemaTool.forDatabase("postgresql")
                .schema("crm")
                .tablePrefix("")
                .create());
        grant("crm");

        try (JpaStorage storage = asUser(mode).schema("crm").tablePrefix("").build()) {
            assertThat(storage.<Integer>inTransaction(tx -> tx.staff().teams().size()))
                    .isZero();
        }
    }

    @Test
    void migrateSaysWhatTheDatabaseRefusedAndWhatPrintsTheScript() {
        assertThatThrownBy(() -> asUser(SchemaMode.MIGRATE).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the CRM's tables could not be made (SQLSTATE 42501: ERROR: permission denied for"
                        + " schema public")
                .hasMessageContaining("start with SchemaMode.VALIDATE")
                .hasMessageContaining("SchemaTool create --db postgresql --prefix 'crm_'");
    }

    @Test
    void validateSaysWhatIsMissing() {
        assertThatThrownBy(() -> asUser(SchemaMode.VALIDATE).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("table crm_ticket is missing")
                .hasMessageContaining("SchemaTool create --db postgresql --prefix 'crm_'");
    }

    @ParameterizedTest
    @EnumSource(value = SchemaMode.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aConnectionThatIsInNoSchemaIsToldToNameOne(SchemaMode mode) {
        owners.execute("revoke usage on schema public from public");

        assertThatThrownBy(() -> asUser(mode).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("name the schema of the tables");
    }
}
