package io.crmkit.storage.jpa.internal.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it is lent to Hibernate: everything works but what ends or redefines the transaction, for that belongs
 * to who opened the connection.
 */
final class BorrowedConnection implements InvocationHandler {
    private static final Set<String> SUPPRESSED = Set.of(
            "commit",
            "setAutoCommit",
            "close",
            "setTransactionIsolation",
            "setReadOnly",
            "setHoldability",
            "setCatalog",
            "setSchema",
            "setNetworkTimeout",
            "abort");

    private final Connection connection;

    private BorrowedConnection(Connection connection) {
        this.connection = connection;
    }

    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                BorrowedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new BorrowedConnection(connection));
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // What is asked is whether it is this very proxy.
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (SUPPRESSED.contains(name)) {
            return null;
        }
        if (name.equals("getAutoCommit")) {
            return false;
        }
        if (name.equals("rollback") && arguments == null) {
            return null;
        }
        if (name.equals("equals")) {
            return arguments != null && proxy == arguments[0];
        }
        try {
            Object result = method.invoke(connection, arguments);
            return result instanceof Statement statement ? Discreet.statement(statement) : result;
        } catch (InvocationTargetException e) {
            throw Discreet.reason(e);
        }
    }
}
