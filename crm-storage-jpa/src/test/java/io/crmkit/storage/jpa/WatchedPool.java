package io.crmkit.storage.jpa;

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

/** A pool that counts what it lends, writes down each statement, and fails where a test wants it to. */
final class WatchedPool {
    /** When a statement is looked at. */
    enum Moment {
        BEFORE,
        AFTER
    }

    /** Decides whether a statement fails. */
    @FunctionalInterface
    interface Fault {
        void look(String sql, Moment moment) throws SQLException;
    }

    private final DataSource target;
    private final AtomicInteger lent = new AtomicInteger();
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private volatile Fault fault = (sql, moment) -> {};

    WatchedPool(DataSource target) {
        this.target = target;
    }

    WatchedPool failing(Fault when) {
        fault = when;
        return this;
    }

    /** How many connections were asked for. */
    int lent() {
        return lent.get();
    }

    /** What was sent, in order. */
    List<String> statements() {
        return List.copyOf(statements);
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            boolean lends = method.getName().equals("getConnection");
            if (lends) {
                lent.incrementAndGet();
            }
            Object result = call(target, method, arguments);
            return lends ? connection((Connection) result) : result;
        });
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = call(connection, method, arguments);
            if (result instanceof PreparedStatement prepared) {
                return statement(PreparedStatement.class, prepared, (String) arguments[0]);
            }
            return result instanceof Statement plain ? statement(Statement.class, plain, "") : result;
        });
    }

    private <S extends Statement> S statement(Class<S> type, S statement, String prepared) {
        return proxy(type, (method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            String sql = arguments == null ? prepared : String.valueOf(arguments[0]);
            statements.add(sql);
            fault.look(sql, Moment.BEFORE);
            Object result = call(statement, method, arguments);
            fault.look(sql, Moment.AFTER);
            return result;
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @FunctionalInterface
    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.handle(method, arguments)));
    }
}
