package io.crmkit.servers;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A pool that counts what is sent through it: each execution of a statement or of a batch, and each commit after one.
 * Short transactions about nothing but ticket numbers are left out: they come once for many tickets. For one thread.
 */
public final class CountedStatements {
    /** The table, whose name is quoted, and not the column. */
    private static final Pattern APART = Pattern.compile("ticket_number[\"`]");

    private final List<String> sent = new ArrayList<>();
    private final DataSource dataSource;
    private int commits;

    /** Counts what goes to that pool. */
    public CountedStatements(DataSource pool) {
        dataSource = proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(() -> method.invoke(pool, arguments));
            return result instanceof Connection connection ? watched(connection) : result;
        });
    }

    /** The pool to use. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** The text of each statement since the last {@link #reset}, in order; a batch is one. */
    public List<String> sent() {
        return List.copyOf(sent);
    }

    /** How often something was committed since the last {@link #reset}. */
    public int commits() {
        return commits;
    }

    /** Begins anew. */
    public void reset() {
        sent.clear();
        commits = 0;
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(() -> method.invoke(connection, arguments));
            if (method.getName().equals("commit") && !sent.isEmpty()) {
                commits++;
            }
            if (!(result instanceof Statement statement)) {
                return result;
            }
            String sql = arguments != null && arguments[0] instanceof String text ? text : "";
            return watched(statement, sql);
        });
    }

    private Statement watched(Statement statement, String prepared) {
        Class<? extends Statement> type =
                statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy(type, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                String sql = arguments != null && arguments[0] instanceof String text ? text : prepared;
                if (!APART.matcher(sql).find()) {
                    sent.add(sql);
                }
            }
            return call(() -> method.invoke(statement, arguments));
        });
    }

    @FunctionalInterface
    private interface Call {
        @Nullable
        Object run() throws ReflectiveOperationException;
    }

    private static @Nullable Object call(Call call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw cause == null ? e : cause;
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
