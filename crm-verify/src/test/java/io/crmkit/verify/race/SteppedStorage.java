package io.crmkit.verify.race;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.StorageCapability;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Function;

/** A storage that lets the threads of a schedule go on from call to call only when it is their turn. */
final class SteppedStorage implements CrmStorage {
    private final CrmStorage target;
    private final Runnable beforeCall;

    SteppedStorage(CrmStorage target, Runnable beforeCall) {
        this.target = target;
        this.beforeCall = beforeCall;
    }

    @Override
    public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
        beforeCall.run();
        return target.inTransaction(transaction -> {
            T result = work.apply(stepped(CrmTransaction.class, transaction));
            beforeCall.run();
            return result;
        });
    }

    /** The same object, but each call to a store waits for its turn. */
    private <S> S stepped(Class<S> type, S real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (type != CrmTransaction.class) {
                        beforeCall.run();
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        return type == CrmTransaction.class ? store(method.getReturnType(), result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private <S> Object store(Class<S> type, Object store) {
        return stepped(type, type.cast(store));
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
