package io.crmkit.storage.jpa.internal.store;

import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Naming;
import jakarta.persistence.Column;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.cfg.Configuration;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;

/** How rows are mapped to tables. All names of tables and columns are written out, so that no strategy guesses. */
public final class Mapping {
    private static final List<Class<?>> ROWS = List.of(
            CustomerRow.class,
            CustomerIdentifierRow.class,
            CustomerContactRow.class,
            CustomerAttributeRow.class,
            CustomerMergeRow.class,
            MergedRecordRow.class,
            MergedActivityRow.class,
            AttributeRow.class,
            NoteRow.class,
            NoteSubjectRow.class,
            NoteRevisionRow.class,
            TextReferenceRow.class,
            TicketRow.class,
            TicketNumberRow.class,
            TicketEventRow.class,
            MessageRow.class,
            AgentRow.class,
            TeamRow.class,
            ShiftRow.class,
            RuleRow.class,
            RuleExecutionRow.class,
            DueItemRow.class,
            NotificationRow.class,
            AuditRow.class,
            IdempotencyRow.class,
            ActivityRow.class,
            AttachmentRow.class,
            UploadCountRow.class);

    private Mapping() {}

    /** All kinds of rows. */
    static List<Class<?>> rows() {
        return ROWS;
    }

    /** The columns of each table, without prefix; those that Hibernate does not know of, too. */
    public static Map<String, Set<String>> columns(Database database) {
        Map<String, Set<String>> tables = new TreeMap<>(SearchTables.columns(database));
        for (Class<?> row : ROWS) {
            Set<String> columns = new TreeSet<>();
            for (Field field : row.getDeclaredFields()) {
                Column column = field.getAnnotation(Column.class);
                if (column != null) {
                    columns.add(column.name());
                }
            }
            tables.put(row.getAnnotation(Table.class).name(), columns);
        }
        return tables;
    }

    /**
     * The CRM's own session factory over the host's pool: it never makes tables, has no cache, and leaves alone what else
     * is on the class path.
     */
    public static SessionFactory open(DataSource dataSource, Database database, Naming naming) {
        Configuration configuration = new Configuration();
        ROWS.forEach(configuration::addAnnotatedClass);
        configuration.setPhysicalNamingStrategy(new Names(naming));
        configuration.setStatementInspector(database::inspect);
        Map<Object, Object> settings = configuration.getProperties();
        settings.put("hibernate.connection.datasource", dataSource);
        settings.put("hibernate.hbm2ddl.auto", "none");
        settings.put("hibernate.jdbc.time_zone", "UTC");
        settings.put("hibernate.cache.use_second_level_cache", "false");
        settings.put("hibernate.cache.use_query_cache", "false");
        settings.put("jakarta.persistence.validation.mode", "none");
        settings.put("hibernate.integration.envers.enabled", "false");
        settings.put("hibernate.search.enabled", "false");
        naming.schema()
                .ifPresent(schema -> settings.put(
                        database == Database.MARIADB ? "hibernate.default_catalog" : "hibernate.default_schema",
                        "`" + schema + "`"));
        if (database == Database.MARIADB) {
            // The server's own type orders the older kinds of UUIDs by parts of them.
            settings.put("hibernate.type.preferred_uuid_jdbc_type", "BINARY");
        }
        return configuration.buildSessionFactory();
    }

    /** Puts the prefix before the names of tables. */
    private static final class Names extends PhysicalNamingStrategyStandardImpl {
        private final transient Naming naming;

        Names(Naming naming) {
            this.naming = naming;
        }

        @Override
        public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment environment) {
            return Identifier.toIdentifier(naming.table(name.getText()), true);
        }
    }
}
