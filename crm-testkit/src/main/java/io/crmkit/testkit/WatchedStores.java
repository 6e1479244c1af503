package io.crmkit.testkit;

import io.crmkit.spi.storage.CrmTransaction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a watcher between a transaction and whoever uses it: it sees every call to every store. */
final class WatchedStores {
    private WatchedStores() {}

    /** Decides what becomes of one call. */
    @FunctionalInterface
    interface Watcher {
        /** Returns what the caller gets; {@code call} makes the real call. */
        @Nullable
        Object around(Method method, Call call) throws Throwable;
    }

    /** The real call. */
    static final class Call {
        private final Object store;
        private final Method method;
        private final Object @Nullable [] arguments;

        private Call(Object store, Method method, Object @Nullable [] arguments) {
            this.store = store;
            this.method = method;
            this.arguments = arguments;
        }

        /** Makes it; what the store throws comes out as it is. */
        @Nullable
        Object make() throws Throwable {
            return invoke(store, method, arguments);
        }

        /** What the caller gave, from 0 on. */
        Object argument(int index) {
            return Objects.requireNonNull(arguments, "a call with arguments")[index];
        }
    }

    /** The same transaction, watched. */
    static CrmTransaction watch(CrmTransaction transaction, Watcher watcher) {
        return proxy(CrmTransaction.class, (proxy, method, arguments) -> {
            Object result = invoke(transaction, method, arguments);
            return result != null && isStore(method) ? store(method.getReturnType(), result, watcher) : result;
        });
    }

    private static <S> S store(Class<S> type, Object store, Watcher watcher) {
        return proxy(
                type,
                (proxy, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? invoke(store, method, arguments)
                        : watcher.around(method, new Call(store, method, arguments)));
    }

    private static boolean isStore(Method method) {
        return method.getDeclaringClass() == CrmTransaction.class
                && method.getReturnType().isInterface();
    }

    private static <S> S proxy(Class<S> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
