package io.crmkit.verify.contract;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.StorageCapability;
import io.crmkit.storage.memory.MemoryStorage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A storage on the heap some of whose answers are altered; the base of the broken ones. */
class AlteredStorage implements CrmStorage {
    final CrmStorage intact = MemoryStorage.create();

    /** One call to a store. */
    record Call(Object store, Method method, List<Object> arguments) {

        /** Says whether it goes to this store and method. */
        boolean is(Class<?> type, String name) {
            return method.getDeclaringClass() == type && method.getName().equals(name);
        }

        /** Makes it. */
        Object make() throws Throwable {
            try {
                return method.invoke(store, arguments.toArray());
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        /** The same call with every argument changed. */
        Call with(UnaryOperator<Object> change) {
            return new Call(store, method, arguments.stream().map(change).toList());
        }
    }

    /** Answers a call; overridden by what alters calls. */
    Object answer(Call call) throws Throwable {
        return call.make();
    }

    @Override
    public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
        return intact.inTransaction(tx -> work.apply(altered(tx)));
    }

    @Override
    public Set<StorageCapability> capabilities() {
        return intact.capabilities();
    }

    @Override
    public void close() {
        intact.close();
    }

    final CrmTransaction altered(CrmTransaction tx) {
        return proxy(CrmTransaction.class, (getter, nothing) -> {
            Object store = new Call(tx, getter, nothing).make();
            return proxy(getter.getReturnType(), (method, arguments) -> answer(new Call(store, method, arguments)));
        });
    }

    /** What a proxy does. */
    @FunctionalInterface
    interface Answer {
        Object to(Method method, List<Object> arguments) throws Throwable;
    }

    static <S> S proxy(Class<S> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method, arguments == null ? List.of() : List.of(arguments))));
    }
}
