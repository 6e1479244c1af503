package io.crmkit.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** What the servers have in common. */
final class Databases {
    private Databases() {}

    /** A name that also a server which was stopped and started again has not seen. */
    static String newName() {
        return "crm_" + UUID.randomUUID().toString().substring(0, 18).replace('-', '_');
    }

    /** One statement on a connection of its own. */
    static void execute(String jdbcUrl, String user, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
