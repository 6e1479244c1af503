package io.crmkit.storage.jpa.internal.sql;

import io.crmkit.spi.storage.Reach;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A statement in the database's own language, put together from parts. Values are always parameters. */
public final class Sql {
    private final Database database;
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** An empty statement. */
    public Sql(Database database) {
        this.database = database;
    }

    /** Goes on with a text, which has a question mark for each of these values. */
    public Sql add(String part, @Nullable Object... more) {
        text.append(part);
        for (Object value : more) {
            values.add(value instanceof UUID id ? database.toColumn(id) : value);
        }
        return this;
    }

    /** Goes on with another statement and its values. */
    public Sql add(Sql part) {
        text.append(part.text);
        values.addAll(part.values);
        return this;
    }

    /** Goes on with the condition that a column has one of these values, at least one. */
    public Sql among(String column, Collection<?> some) {
        add(column + " in (" + String.join(", ", Collections.nCopies(some.size(), "?")) + ")");
        return add("", some.toArray());
    }

    /** Goes on with the condition that a text has this part. */
    public Sql contains(String column, String part) {
        return add(database.place(column) + " > 0", part);
    }

    /** Goes on with the condition that a record is in reach. */
    public Sql within(Reach reach, String team, String owner, String customer) {
        if (reach.everything()) {
            return add("1 = 1");
        }
        List<String> teams =
                reach.teams().stream().map(Object::toString).sorted().toList();
        String or = "(";
        if (!teams.isEmpty()) {
            add(or).among(team, teams);
            or = " or ";
        }
        if (reach.owner().isPresent()) {
            add(or + owner + " = ?", reach.owner().get().value());
            or = " or ";
        }
        if (reach.customer().isPresent()) {
            add(or + customer + " = ?", reach.customer().get().value());
            or = " or ";
        }
        return or.equals("(") ? add("1 = 0") : add(")");
    }

    /** Its text so far. */
    public String text() {
        return text.toString();
    }

    List<@Nullable Object> values() {
        return values;
    }
}
