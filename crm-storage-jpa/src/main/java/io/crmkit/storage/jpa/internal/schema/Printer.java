package io.crmkit.storage.jpa.internal.schema;

import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Naming;
import java.util.List;

/** The scripts as one text for a person or another tool to run, and to look at first. */
public final class Printer {
    private Printer() {}

    /**
     * All that makes the tables of a version out of those of an earlier one, and writes it down in their history.
     *
     * @param from the version that is there; 0 for none
     */
    public static String print(Database database, Naming naming, int from) {
        StringBuilder text = new StringBuilder();
        if (from == 0) {
            naming.schema()
                    .ifPresent(schema -> text.append("create schema if not exists ")
                            .append(database.quoted(schema))
                            .append(";\n\n"));
            text.append(Script.history(database).resolved(database, naming)).append('\n');
        }
        History history = new History(database, naming);
        for (Script script : Script.all(database)) {
            if (script.version() > from) {
                List<String> statements = script.statements(database, naming);
                text.append(script.resolved(database, naming))
                        .append('\n')
                        .append(history.asSql(script, statements.size()))
                        .append(";\n");
            }
        }
        return text.toString();
    }

    /** The newest version that there is a script for. */
    public static int newest(Database database) {
        return Script.all(database).size();
    }
}
