package io.crmkit.storage.jpa.internal.sql;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the CRM's tables are called; scripts and mapping ask here and nowhere else.
 *
 * @param schema where they are; empty means where the connection is. In MariaDB this is the database
 * @param prefix what their names begin with
 */
public record Naming(Optional<String> schema, String prefix) {
    private static final Pattern SCHEMA = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]{0,62}");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z_][A-Za-z0-9_$]{0,19})?");

    /** Says whether this may be a schema: others would need rules of quoting that databases do not share. */
    public static boolean isSchema(String text) {
        return SCHEMA.matcher(text).matches();
    }

    /** Says whether this may be a prefix. */
    public static boolean isPrefix(String text) {
        return PREFIX.matcher(text).matches();
    }

    /** A table's own name. */
    public String table(String name) {
        return prefix + name;
    }

    /** A table as it stands in SQL. */
    public String qualified(Database database, String name) {
        return schema.map(outer -> database.quoted(outer) + ".").orElse("") + database.quoted(table(name));
    }
}
