package io.crmkit.storage.jpa.internal.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Statements whose failures hold no data. Drivers put values of rows into their messages, Hibernate writes those to the
 * log, and hosts print causes; so the message is replaced at the source, and what tells failures apart is kept.
 */
final class Discreet implements InvocationHandler {
    /** The endings of the names of unique keys that it matters to tell apart. */
    private static final List<String> UNIQUE_KEYS = List.of(
            "ticket_number_uq",
            "ticket_event_uq",
            "notification_uq",
            "rule_execution_uq",
            "attachment_uq",
            "customer_merge_uq");

    private final Statement statement;

    private Discreet(Statement statement) {
        this.statement = statement;
    }

    static Object statement(Statement statement) {
        Class<?> kind = statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return Proxy.newProxyInstance(Discreet.class.getClassLoader(), new Class<?>[] {kind}, new Discreet(statement));
    }

    /** A failure with state, code and the name of a unique key, and where it happened, but without the driver's words. */
    static SQLException failure(SQLException failure) {
        String key = UNIQUE_KEYS.stream()
                .filter(name -> Failures.isAbout(failure, name))
                .findFirst()
                .map(name -> ", " + name)
                .orElse("");
        SQLException discreet = new SQLException(
                "SQLSTATE " + failure.getSQLState() + ", code " + failure.getErrorCode() + key,
                failure.getSQLState(),
                failure.getErrorCode());
        discreet.setStackTrace(failure.getStackTrace());
        return discreet;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // What is asked is whether it is this very proxy.
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("equals")) {
            return arguments != null && proxy == arguments[0];
        }
        try {
            return method.invoke(statement, arguments);
        } catch (InvocationTargetException e) {
            throw reason(e);
        }
    }

    /** What a call of a driver failed with. */
    static Throwable reason(InvocationTargetException failure) {
        Throwable reason = Optional.ofNullable(failure.getCause()).orElse(failure);
        return reason instanceof SQLException sql ? failure(sql) : reason;
    }
}
