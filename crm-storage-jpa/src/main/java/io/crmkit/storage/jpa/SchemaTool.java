package io.crmkit.storage.jpa;

import io.crmkit.storage.jpa.internal.schema.Printer;
import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Naming;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prints the SQL that makes the CRM's tables, for somebody who may run it, or for a migration tool of the host's. The
 * scripts also write down that they were run, so that {@link SchemaMode#VALIDATE} is content. Immutable.
 *
 * <pre>{@code java -cp … io.crmkit.storage.jpa.SchemaTool create --db postgresql --schema crm --prefix ""}</pre>
 */
public final class SchemaTool {
    private static final String USAGE = "SchemaTool create|upgrade --db " + Database.names()
            + " [--schema NAME] [--prefix TEXT] [--from VERSION]\n"
            + "  create   prints what makes all tables\n"
            + "  upgrade  prints what is new since schema version --from";

    private final Database database;
    private final Naming naming;

    private SchemaTool(Database database, Naming naming) {
        this.database = database;
        this.naming = naming;
    }

    /**
     * For a database, tables called {@code crm_…} where the connection is.
     *
     * @param name {@code postgresql}, {@code mariadb} or {@code h2}
     * @throws IllegalArgumentException if it is another one
     */
    public static SchemaTool forDatabase(String name) {
        Database database = Database.named(name)
                .orElseThrow(() -> new IllegalArgumentException("--db must be one of " + Database.names()));
        return new SchemaTool(database, new Naming(Optional.empty(), "crm_"));
    }

    /**
     * In that schema, in MariaDB that database.
     *
     * @throws IllegalArgumentException if the name has a form that {@link JpaStorageBuilder#schema} refuses
     */
    public SchemaTool schema(String name) {
        if (!Naming.isSchema(name)) {
            throw new IllegalArgumentException("--schema must be letters, digits, _ and $, not beginning with a digit");
        }
        return new SchemaTool(database, new Naming(Optional.of(name), naming.prefix()));
    }

    /**
     * With that prefix.
     *
     * @throws IllegalArgumentException if it has a form that {@link JpaStorageBuilder#tablePrefix} refuses
     */
    public SchemaTool tablePrefix(String prefix) {
        if (!Naming.isPrefix(prefix)) {
            throw new IllegalArgumentException("--prefix must be at most 20 letters, digits, _ and $");
        }
        return new SchemaTool(database, new Naming(naming.schema(), prefix));
    }

    /** What makes all tables in an empty place. */
    public String create() {
        return Printer.print(database, naming, 0);
    }

    /**
     * What makes the tables of this version out of those of an earlier one; nothing if that is this one.
     *
     * @param from the highest {@code version} in table {@code schema_history}, at least 1
     * @throws IllegalArgumentException if there is no such version
     */
    public String upgrade(int from) {
        int newest = Printer.newest(database);
        if (from < 1 || from > newest) {
            throw new IllegalArgumentException("--from must be 1 to " + newest);
        }
        return Printer.print(database, naming, from);
    }

    /** Prints to standard output; without arguments, says which there are. */
    public static void main(String[] arguments) {
        int status = run(List.of(arguments), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> arguments, PrintStream out, PrintStream problems) {
        try {
            out.print(answer(arguments));
            out.flush();
            return 0;
        } catch (IllegalArgumentException e) {
            problems.println(e.getMessage() + "\n" + USAGE);
            return 2;
        }
    }

    private static String answer(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("say what to print");
        }
        Map<String, String> options = options(arguments.subList(1, arguments.size()));
        SchemaTool tool = forDatabase(options.getOrDefault("--db", ""));
        if (options.containsKey("--schema")) {
            tool = tool.schema(options.get("--schema"));
        }
        if (options.containsKey("--prefix")) {
            tool = tool.tablePrefix(options.get("--prefix"));
        }
        return switch (arguments.get(0)) {
            case "create" -> create(tool, options);
            case "upgrade" -> tool.upgrade(version(options.getOrDefault("--from", "")));
            default -> throw new IllegalArgumentException("say create or upgrade first");
        };
    }

    private static String create(SchemaTool tool, Map<String, String> options) {
        if (options.containsKey("--from")) {
            throw new IllegalArgumentException("--from is for upgrade");
        }
        return tool.create();
    }

    private static int version(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--from must be a number", e);
        }
    }

    private static Map<String, String> options(List<String> arguments) {
        List<String> known = List.of("--db", "--schema", "--prefix", "--from");
        Map<String, String> options = new HashMap<>();
        List<String> left = new ArrayList<>(arguments);
        while (!left.isEmpty()) {
            String name = left.remove(0);
            if (!known.contains(name) || left.isEmpty()) {
                throw new IllegalArgumentException(known.contains(name) ? name + " needs a value" : "unknown: " + name);
            }
            if (options.put(name, left.remove(0)) != null) {
                throw new IllegalArgumentException(name + " is given twice");
            }
        }
        return options;
    }
}
