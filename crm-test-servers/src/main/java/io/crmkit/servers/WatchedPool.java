package io.crmkit.servers;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A pool that writes down what is sent through it, counts what it lends and commits, and fails where a test wants it to.
 * Thread-safe.
 */
public final class WatchedPool {
    /** What a {@link Fault} sees instead of a statement when a connection commits. */
    public static final String COMMIT = "commit";

    private final DataSource target;
    private final AtomicInteger lent = new AtomicInteger();
    private final AtomicInteger executions = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private volatile Fault fault = (sql, moment) -> {};

    /** When a statement or commit is looked at. */
    public enum Moment {
        /** It was not sent yet. */
        BEFORE,
        /** It had its effect. */
        AFTER
    }

    /** Decides whether a statement or commit fails. */
    @FunctionalInterface
    public interface Fault {
        /**
         * Looks at one.
         *
         * @throws SQLException to let it fail
         */
        void look(String sql, Moment moment) throws SQLException;
    }

    /** Watches that pool. */
    public WatchedPool(DataSource target) {
        this.target = target;
    }

    /** Lets statements and commits fail from now on. */
    public WatchedPool failing(Fault when) {
        fault = when;
        return this;
    }

    /** How many connections were asked for. */
    public int lent() {
        return lent.get();
    }

    /** How often a statement or a batch was sent since the beginning, failed ones included. */
    public int executions() {
        return executions.get();
    }

    /** How often somebody committed since the beginning, failed attempts included. */
    public int commits() {
        return commits.get();
    }

    /** The text of each statement since the last {@link #reset}, in order; a batch is one. */
    public List<String> statements() {
        return List.copyOf(statements);
    }

    /** The same without those whose text has this part. */
    public List<String> statementsWithout(String part) {
        return statements().stream().filter(sql -> !sql.contains(part)).toList();
    }

    /** Forgets the texts of statements. */
    public void reset() {
        statements.clear();
    }

    /** The pool to use. */
    public DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            boolean lends = method.getName().equals("getConnection");
            if (lends) {
                lent.incrementAndGet();
            }
            Object result = call(target, method, arguments);
            return result instanceof Connection connection && lends ? watched(connection) : result;
        });
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            boolean commits = method.getName().equals(COMMIT);
            if (commits) {
                this.commits.incrementAndGet();
                fault.look(COMMIT, Moment.BEFORE);
            }
            Object result = call(connection, method, arguments);
            if (commits) {
                fault.look(COMMIT, Moment.AFTER);
            }
            if (result instanceof PreparedStatement prepared) {
                return watched(PreparedStatement.class, prepared, text(arguments, ""));
            }
            return result instanceof Statement plain ? watched(Statement.class, plain, "") : result;
        });
    }

    private <S extends Statement> S watched(Class<S> type, S statement, String prepared) {
        return proxy(type, (method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            String sql = text(arguments, prepared);
            executions.incrementAndGet();
            statements.add(sql);
            fault.look(sql, Moment.BEFORE);
            Object result = call(statement, method, arguments);
            fault.look(sql, Moment.AFTER);
            return result;
        });
    }

    private static String text(@Nullable Object @Nullable [] arguments, String otherwise) {
        return arguments != null && arguments[0] instanceof String text ? text : otherwise;
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw cause == null ? e : cause;
        }
    }

    @FunctionalInterface
    private interface Handler {
        @Nullable
        Object handle(Method method, @Nullable Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.handle(method, arguments)));
    }
}
