package io.crmkit.verify.contract;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.error.StorageBusyException;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.CustomerStore;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.StaleVersionException;
import io.crmkit.spi.storage.TicketStore;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Storages that break what transactions promise, as adapters do that take the easy way. */
final class BrokenTransactions {
    private BrokenTransactions() {}

    /** Commits although the work threw. */
    static class NoRollback extends AlteredStorage {
        boolean commits(Throwable thrown) {
            return true;
        }

        @Override
        public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
            List<Throwable> kept = new ArrayList<>();
            T result = super.inTransaction(tx -> {
                try {
                    return work.apply(tx);
                } catch (RuntimeException | Error e) {
                    if (!commits(e)) {
                        throw e;
                    }
                    kept.add(e);
                    return null;
                }
            });
            kept.forEach(BrokenTransactions::rethrow);
            return result;
        }
    }

    /** Rolls back on exceptions only. */
    static class CommitOnError extends NoRollback {
        @Override
        boolean commits(Throwable thrown) {
            return thrown instanceof Error;
        }
    }

    /** Wraps what the work threw. */
    static class WrappedThrowable extends AlteredStorage {
        @Override
        public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
            try {
                return super.inTransaction(work);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }

    /** Runs the work again when it failed. */
    static class SecondRun extends AlteredStorage {
        @Override
        public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
            try {
                return super.inTransaction(work);
            } catch (DuplicateKeyException e) {
                return super.inTransaction(work);
            }
        }
    }

    /** Does not look at how many rows an update changed. */
    static class NoVersionCheck extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            try {
                return call.make();
            } catch (StaleVersionException e) {
                return null;
            }
        }
    }

    /** Finds out at the commit what it should find out at the call. */
    static class LateRefusal extends AlteredStorage {
        private final Class<? extends RuntimeException> refusal;
        private final Map<Thread, RuntimeException> late = new ConcurrentHashMap<>();

        LateRefusal(Class<? extends RuntimeException> refusal) {
            this.refusal = refusal;
        }

        @Override
        Object answer(Call call) throws Throwable {
            try {
                return call.make();
            } catch (RuntimeException e) {
                if (!refusal.isInstance(e)) {
                    throw e;
                }
                late.put(Thread.currentThread(), e);
                return null;
            }
        }

        @Override
        public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
            return super.inTransaction(tx -> {
                T result = work.apply(tx);
                rethrow(late.remove(Thread.currentThread()));
                return result;
            });
        }
    }

    /** Goes on working after its end, each call for itself. */
    static class LeakedTransaction extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            try {
                return call.make();
            } catch (IllegalStateException e) {
                return intact.inTransaction(tx -> onAnother(tx, call));
            }
        }

        private static Object onAnother(CrmTransaction tx, Call call) {
            try {
                for (var getter : CrmTransaction.class.getMethods()) {
                    if (getter.getReturnType() == call.method().getDeclaringClass()) {
                        return new Call(getter.invoke(tx), call.method(), call.arguments()).make();
                    }
                }
                throw new AssertionError(call.method());
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Shows customers that another transaction has not committed. */
    static class DirtyReads extends AlteredStorage {
        private final Map<CustomerId, Customer> written = new ConcurrentHashMap<>();

        @Override
        Object answer(Call call) throws Throwable {
            Object result = call.make();
            if (call.is(CustomerStore.class, "insert")) {
                Customer customer = (Customer) call.arguments().get(0);
                written.put(customer.id(), customer);
            }
            boolean missed = call.is(CustomerStore.class, "find") && result.equals(Optional.empty());
            return missed
                    ? Optional.ofNullable(
                            written.get((CustomerId) call.arguments().get(0)))
                    : result;
        }

        @Override
        public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
            try {
                return super.inTransaction(work);
            } finally {
                written.clear();
            }
        }
    }

    /** Reads a ticket as it was committed last, whenever the transaction began. */
    static class ReadCommitted extends AlteredStorage {
        @Override
        @SuppressWarnings("unchecked")
        Object answer(Call call) throws Throwable {
            Object result = call.make();
            if (!call.is(TicketStore.class, "find") || !(call.arguments().get(0) instanceof TicketId id)) {
                return result;
            }
            Optional<Ticket> own = (Optional<Ticket>) result;
            Optional<Ticket> now = intact.inTransaction(
                    tx -> tx.tickets().find(id, (Reach) call.arguments().get(1)));
            boolean changedByOthers = own.isPresent()
                    && now.isPresent()
                    && now.get().version() > own.get().version();
            return changedByOthers ? now : own;
        }
    }

    /** Takes numbers back when a transaction fails. */
    static class NumbersRolledBack extends AlteredStorage {
        private final AtomicLong next = new AtomicLong(1);

        @Override
        Object answer(Call call) throws Throwable {
            Object result = call.make();
            return call.is(TicketStore.class, "nextNumber") ? new TicketNumber(next.getAndIncrement()) : result;
        }

        @Override
        public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
            long before = next.get();
            try {
                return super.inTransaction(work);
            } catch (RuntimeException e) {
                next.set(before);
                throw e;
            }
        }
    }

    /** Lets one transaction write at a time. */
    static class OneWriter extends AlteredStorage {
        private final AtomicReference<Thread> writer = new AtomicReference<>();

        @Override
        Object answer(Call call) throws Throwable {
            boolean writes = call.method().getReturnType() == void.class;
            Thread mine = Thread.currentThread();
            if (writes && !mine.equals(writer.get()) && !writer.compareAndSet(null, mine)) {
                throw new StorageBusyException("somebody else writes");
            }
            return call.make();
        }

        @Override
        public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
            try {
                return super.inTransaction(work);
            } finally {
                writer.compareAndSet(Thread.currentThread(), null);
            }
        }
    }

    private static void rethrow(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
