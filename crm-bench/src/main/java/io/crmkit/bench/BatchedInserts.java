package io.crmkit.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source for filling tables: it keeps what is inserted until the commit or another statement, and then sends it in
 * batches, so that the rows are the storage's own and come as fast as rows can. An insert that fails does so late.
 */
final class BatchedInserts {
    /** One call such as {@code setString(1, "x")}. */
    @FunctionalInterface
    private interface Setting {
        void on(PreparedStatement insert) throws Throwable;
    }

    private final Connection target;
    private final Map<String, List<List<Setting>>> waiting = new LinkedHashMap<>();

    private BatchedInserts(Connection target) {
        this.target = target;
    }

    static DataSource over(DataSource target) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = call(target, method, arguments);
            return result instanceof Connection connection ? new BatchedInserts(connection).connection() : result;
        });
    }

    private Connection connection() {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("prepareStatement")
                    && String.valueOf(arguments[0]).startsWith("insert into")) {
                return new Insert(String.valueOf(arguments[0])).statement();
            }
            if (List.of("prepareStatement", "createStatement", "commit").contains(method.getName())) {
                send();
            } else if (method.getName().equals("rollback")) {
                waiting.clear();
            }
            return call(target, method, arguments);
        });
    }

    private void send() throws Throwable {
        for (Map.Entry<String, List<List<Setting>>> each : waiting.entrySet()) {
            try (PreparedStatement insert = target.prepareStatement(each.getKey())) {
                for (List<Setting> row : each.getValue()) {
                    for (Setting setting : row) {
                        setting.on(insert);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        waiting.clear();
    }

    /** Collects rows instead of sending them. */
    private final class Insert {
        private final String sql;
        private final List<Setting> row = new ArrayList<>();
        private int batch;

        Insert(String sql) {
            this.sql = sql;
        }

        PreparedStatement statement() {
            return proxy(PreparedStatement.class, (method, arguments) -> {
                switch (method.getName()) {
                    case "executeUpdate" -> {
                        keep();
                        return 1;
                    }
                    case "addBatch" -> {
                        keep();
                        batch++;
                        return null;
                    }
                    case "executeBatch" -> {
                        int[] counts = new int[batch];
                        Arrays.fill(counts, 1);
                        batch = 0;
                        return counts;
                    }
                    case "close",
                            "clearBatch",
                            "clearParameters",
                            "clearWarnings",
                            "getWarnings",
                            "setQueryTimeout" -> {
                        return null;
                    }
                    case "isClosed" -> {
                        return false;
                    }
                    default -> {
                        if (!method.getName().startsWith("set")) {
                            throw new SQLException("not for inserts: " + method.getName());
                        }
                        row.add(insert -> call(insert, method, arguments));
                        return null;
                    }
                }
            });
        }

        private void keep() {
            waiting.computeIfAbsent(sql, none -> new ArrayList<>()).add(List.copyOf(row));
            row.clear();
        }
    }

    @FunctionalInterface
    private interface Answer {
        @Nullable
        Object to(Method method, @Nullable Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader() == null ? BatchedInserts.class.getClassLoader() : type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    default -> answer.to(method, arguments == null ? new Object[0] : arguments);
                }));
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
