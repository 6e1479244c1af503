package io.crmkit.storage.jpa.internal.sql;

import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.time.TimeRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.query.SelectionQuery;

/**
 * A statement in Hibernate's query language, put together from conditions that all must hold. Values are always
 * parameters. Texts of one shape are equal, so that Hibernate and the database prepare each shape once.
 */
public final class Hql {
    private String beginning;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Map<String, String> parts = new HashMap<>();
    private String end = "";
    private int limit;

    private Hql(String beginning) {
        this.beginning = beginning;
    }

    /** A statement that begins so, up to its conditions. */
    public static Hql of(String beginning) {
        return new Hql(beginning);
    }

    /** Goes on with the beginning, which may ask this statement for conditions of its own. */
    public Hql goOn(String more) {
        beginning += more;
        return this;
    }

    /** A value for a parameter named in the text. */
    public Hql with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /** One more condition. */
    public Hql and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** One more condition: that a path has this value. */
    public Hql is(String path, Object value) {
        conditions.add(path + " = :" + parameter(value));
        return this;
    }

    /** One more condition, if there is a value. */
    public Hql is(String path, Optional<?> value) {
        value.ifPresent(present -> is(path, present));
        return this;
    }

    /** One more condition: that a path has one of these values. */
    public Hql in(String path, Collection<?> values) {
        return and(among(path, values));
    }

    /**
     * A condition for use in others: that a path has one of these values. Each is a parameter, and one alone is not a
     * list, since Hibernate keeps no plan where a parameter may be a list; the first is repeated up to a power of two, so
     * that there are few shapes.
     */
    public String among(String path, Collection<?> values) {
        List<String> names = new ArrayList<>();
        values.forEach(value -> names.add(":" + parameter(value)));
        if (names.size() == 1) {
            return path + " = " + names.get(0);
        }
        while (Integer.bitCount(names.size()) > 1) {
            names.add(names.get(0));
        }
        return path + " in (" + String.join(", ", names) + ")";
    }

    /** One more condition: that a text has this part. */
    public Hql contains(String path, String part) {
        conditions.add(containing(path, part));
        return this;
    }

    /** A condition for use in others: that a text has this part. */
    public String containing(String path, String part) {
        return place(path, part) + " > 0";
    }

    /** An expression for use in others: where a text has this part, from 1, or 0. The same part is one parameter. */
    public String place(String path, String part) {
        return "locate(:" + parts.computeIfAbsent(part, this::parameter) + ", " + path + ")";
    }

    /** A condition for use in others: that a path has a greater value. */
    public String above(String path, Object value) {
        return path + " > :" + parameter(value);
    }

    /** A condition for use in others: that a path has a value from the first to below the second. */
    public String between(String path, Object from, Object to) {
        return "(" + path + " >= :" + parameter(from) + " and " + path + " < :" + parameter(to) + ")";
    }

    /** One more condition: that an instant lies within a time. */
    public Hql during(String path, TimeRange range) {
        conditions.add(path + " >= :" + parameter(range.from()) + " and " + path + " < :" + parameter(range.to()));
        return this;
    }

    /** One more condition, if there is a time. */
    public Hql during(String path, Optional<TimeRange> range) {
        range.ifPresent(present -> during(path, present));
        return this;
    }

    /** One more condition: that a record is in reach by the columns given; an empty path means that there is none. */
    public Hql reach(Reach reach, String team, String owner, String customer) {
        if (!reach.everything()) {
            conditions.add(within(reach, team, owner, customer));
        }
        return this;
    }

    /** A condition for use in others: that a record is in reach. */
    public String within(Reach reach, String team, String owner, String customer) {
        if (reach.everything()) {
            return "1 = 1";
        }
        List<String> ways = new ArrayList<>();
        if (!reach.teams().isEmpty() && !team.isEmpty()) {
            List<String> teams =
                    reach.teams().stream().map(Object::toString).sorted().toList();
            ways.add(among(team, teams));
        }
        if (!owner.isEmpty()) {
            reach.owner().ifPresent(agent -> ways.add(owner + " = :" + parameter(agent.value())));
        }
        if (!customer.isEmpty()) {
            reach.customer().ifPresent(id -> ways.add(customer + " = :" + parameter(id.value())));
        }
        return ways.isEmpty() ? "1 = 0" : "(" + String.join(" or ", ways) + ")";
    }

    /** Ordered by time and id, from a position on, so many. The first condition alone is a range of the index. */
    public Hql slice(Slice slice, String at, String id) {
        boolean forward = slice.order() == SortOrder.OLDEST_FIRST;
        slice.after().ifPresent(after -> {
            String time = parameter(after.at());
            String beyond = forward ? " > :" : " < :";
            conditions.add(at + (forward ? " >= :" : " <= :") + time + " and (" + at + beyond + time + " or " + id
                    + beyond + parameter(after.id()) + ")");
        });
        String direction = forward ? "" : " desc";
        return orderBy(at + direction + ", " + id + direction).limit(slice.limit());
    }

    /** In groups of equal values of these paths. */
    public Hql groupBy(String paths) {
        end = " group by " + paths;
        return this;
    }

    /** Ordered by these paths. */
    public Hql orderBy(String paths) {
        end = " order by " + paths;
        return this;
    }

    /** So many rows at most. */
    public Hql limit(int most) {
        limit = most;
        return this;
    }

    private String parameter(Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return name;
    }

    String text() {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return beginning + where + end;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    <R> SelectionQuery<R> bindTo(SelectionQuery<R> query) {
        parameters.forEach(query::setParameter);
        return limit == 0 ? query : query.setMaxResults(limit);
    }
}
