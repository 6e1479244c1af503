package io.crmkit.testkit;

import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.CustomerMatches;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.CustomerStore;
import io.crmkit.spi.storage.StorageCapability;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A storage that compares every answer of another one to a search with that of a {@link SearchReference}. For one thread,
 * and for runs in which nothing that was written is taken back.
 */
public final class ComparedSearchStorage implements CrmStorage {
    private final CrmStorage target;
    private final SearchReference reference = new SearchReference();
    private int compared;
    private boolean paused;

    /** Stands before {@code target}, which is empty, and which it closes when it is closed. */
    public ComparedSearchStorage(CrmStorage target) {
        this.target = target;
    }

    /** How many answers were compared. */
    public int compared() {
        return compared;
    }

    /** Compares no answers until told otherwise, so that the time they take can be measured. */
    public void pause(boolean value) {
        paused = value;
    }

    @Override
    public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
        return target.inTransaction(transaction -> work.apply(WatchedStores.watch(transaction, this::around)));
    }

    @Override
    public Set<StorageCapability> capabilities() {
        return target.capabilities();
    }

    @Override
    public void close() {
        target.close();
    }

    /** @throws AssertionError if an answer differs; it says how many matches are equal, and names nobody */
    private @Nullable Object around(Method method, WatchedStores.Call call) throws Throwable {
        Object result = call.make();
        if (method.getDeclaringClass() != CustomerStore.class) {
            return result;
        }
        switch (method.getName()) {
            case "insert", "update" -> reference.put((Customer) call.argument(0), (CustomerIndex) call.argument(1));
            case "search" ->
                compare((CustomerSearch) call.argument(0), (CustomerMatches) Objects.requireNonNull(result));
            default -> {}
        }
        return result;
    }

    private void compare(CustomerSearch search, CustomerMatches answer) {
        if (paused || answer.partial()) {
            return;
        }
        compared++;
        CustomerMatches expected = reference.answer(search);
        if (!expected.matches().equals(answer.matches())) {
            int equal = 0;
            while (equal < Math.min(expected.matches().size(), answer.matches().size())
                    && expected.matches().get(equal).equals(answer.matches().get(equal))) {
                equal++;
            }
            throw new AssertionError(
                    "search " + compared + " found " + answer.matches().size() + " customers, expected "
                            + expected.matches().size() + ", of which the first " + equal + " are equal");
        }
    }
}
