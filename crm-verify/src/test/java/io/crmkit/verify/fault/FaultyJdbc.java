package io.crmkit.verify.fault;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A pool whose connections fail where it was planned, as a driver would: with a state and somebody's name in the message. */
final class FaultyJdbc {
    /** Where. */
    enum Place {
        STATEMENT,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    /** What the messages hold that must get nowhere. */
    static final String CANARY = "canary@example.com";

    /** A fault: for statements, the n-th from now on, from 1; once or for ever. */
    record Plan(Place place, int statement, String state, boolean forEver) {}

    private final DataSource target;
    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();
    private Plan plan;
    private int beginning;

    FaultyJdbc(DataSource target) {
        this.target = target;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, target);
    }

    int statements() {
        return statements.get();
    }

    int commits() {
        return commits.get();
    }

    void fail(Plan next) {
        plan = next;
        beginning = statements.get();
    }

    /** Takes the plan back; says whether it had happened. */
    boolean heal() {
        boolean happened = plan == null || plan.forEver();
        plan = null;
        return happened;
    }

    private <T> T proxy(Class<T> type, T object) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            String name = method.getName();
            if (object instanceof Statement && name.startsWith("execute")) {
                statements.incrementAndGet();
                failIf(Place.STATEMENT);
            }
            boolean commit = object instanceof Connection && name.equals("commit");
            if (commit) {
                commits.incrementAndGet();
                failIf(Place.BEFORE_COMMIT);
            }
            Object result;
            try {
                result = method.invoke(object, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (commit) {
                failIf(Place.AFTER_COMMIT);
            }
            return wrapped(result);
        }));
    }

    private Object wrapped(Object result) {
        if (result instanceof PreparedStatement prepared) {
            return proxy(PreparedStatement.class, prepared);
        } else if (result instanceof Statement statement) {
            return proxy(Statement.class, statement);
        }
        return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
    }

    private void failIf(Place place) throws SQLException {
        Plan planned = plan;
        boolean now = planned != null
                && planned.place() == place
                && (place != Place.STATEMENT || statements.get() - beginning >= planned.statement());
        if (now) {
            plan = planned.forEver() ? planned : null;
            throw new SQLException("planned, about " + CANARY, planned.state());
        }
    }
}
