package io.crmkit.storage.jpa;

import io.crmkit.storage.jpa.internal.sql.Database;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** What there is in a schema, as the driver and the database tell it. */
record Structure(DataSource dataSource, Database database, String schema) {
    /** Columns, their collations, keys and indexes, one a line. */
    Set<String> describe() throws SQLException {
        Set<String> lines = new TreeSet<>();
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            try (ResultSet columns = about.getColumns(catalog(), schemaOnly(), "%", "%")) {
                lines.addAll(rows(columns, "TABLE_NAME", "COLUMN_NAME", "TYPE_NAME", "COLUMN_SIZE", "NULLABLE"));
            }
            try (PreparedStatement select = connection.prepareStatement("select table_name, column_name, collation_name"
                    + " from information_schema.columns where table_schema = ?")) {
                select.setString(1, schema);
                try (ResultSet collations = select.executeQuery()) {
                    lines.addAll(rows(collations, "TABLE_NAME", "COLUMN_NAME", "COLLATION_NAME"));
                }
            }
            for (String table : tables(about)) {
                try (ResultSet indexes = about.getIndexInfo(catalog(), schemaOnly(), table, false, true)) {
                    lines.addAll(rows(
                            indexes,
                            "TABLE_NAME",
                            "INDEX_NAME",
                            "NON_UNIQUE",
                            "ORDINAL_POSITION",
                            "COLUMN_NAME",
                            "FILTER_CONDITION"));
                }
            }
        }
        return lines;
    }

    private Set<String> tables(DatabaseMetaData about) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (ResultSet rows = about.getTables(catalog(), schemaOnly(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private String catalog() {
        return database == Database.MARIADB ? schema : null;
    }

    private String schemaOnly() {
        return database == Database.MARIADB ? null : schema;
    }

    /** H2 numbers the names of primary keys. */
    private static List<String> rows(ResultSet rows, String... columns) throws SQLException {
        List<String> lines = new ArrayList<>();
        while (rows.next()) {
            StringBuilder line = new StringBuilder();
            for (String column : columns) {
                line.append(String.valueOf(rows.getString(column)).replaceAll("PRIMARY_KEY_\\w+", "PRIMARY"))
                        .append(' ');
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** The columns of one table as {@code name kind nullable}. */
    Set<String> columns(String table) throws SQLException {
        Set<String> lines = new TreeSet<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet columns = connection.getMetaData().getColumns(catalog(), schemaOnly(), table, "%")) {
            while (columns.next()) {
                boolean nullable = columns.getInt("NULLABLE") == DatabaseMetaData.columnNullable;
                lines.add(columns.getString("COLUMN_NAME") + " " + kind(columns) + (nullable ? " null" : " not null"));
            }
        }
        return lines;
    }

    private static String kind(ResultSet column) throws SQLException {
        String type = column.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
        int size = column.getInt("COLUMN_SIZE");
        int digits = column.getInt("DECIMAL_DIGITS");
        return switch (type) {
            case "uuid" -> "id";
            case "binary" -> size == 16 ? "id" : "binary(" + size + ")";
            case "bigint", "int8" -> "long";
            case "integer", "int", "int4" -> "int";
            case "bool", "boolean", "bit" -> "boolean";
            case "timestamptz", "timestamp with time zone" -> "time(" + digits + ")";
            case "datetime" -> "time(" + (size - "2026-03-01 12:00:00.".length()) + ")";
            case "decimal", "numeric" -> "decimal(" + size + "," + digits + ")";
            case "text", "longtext" -> "text";
            case "varchar", "character varying" -> size >= 1_000_000 ? "text" : "varchar(" + size + ")";
            default -> type;
        };
    }
}
