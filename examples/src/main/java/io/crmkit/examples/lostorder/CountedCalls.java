package io.crmkit.examples.lostorder;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.StorageCapability;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts the calls to the stores of another storage; what one search asks of them is one statement of a database each. */
final class CountedCalls implements CrmStorage {
    private final CrmStorage target;
    private int calls;

    CountedCalls(CrmStorage target) {
        this.target = target;
    }

    int calls() {
        return calls;
    }

    @Override
    public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
        return target.inTransaction(tx -> work.apply(proxy(CrmTransaction.class, (proxy, getter, nothing) -> {
            Object store = Objects.requireNonNull(call(tx, getter, nothing));
            return proxy(getter.getReturnType(), (self, method, arguments) -> {
                calls++;
                return call(store, method, arguments);
            });
        })));
    }

    private static @Nullable Object call(Object on, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <S> S proxy(Class<S> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public Set<StorageCapability> capabilities() {
        return target.capabilities();
    }

    @Override
    public void close() {
        target.close();
    }
}
