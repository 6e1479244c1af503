package io.crmkit.testkit;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.CustomerMatch;
import io.crmkit.spi.storage.CustomerMatches;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.CustomerStore;
import io.crmkit.spi.storage.IndexedCustomer;
import io.crmkit.spi.storage.StorageCapability;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A storage that compares the answers of another one to searches with those of a {@link SearchReference}: all of them in one
 * go, when a customer changes, when it is asked how many there were, and when it is closed. An answer that differs is an
 * {@link AssertionError}, which says how many matches are equal, and names nobody. For one thread, and for runs in which
 * nothing that was written is taken back.
 */
public final class ComparedSearchStorage implements CrmStorage {
    private static final int PAGE = 1_000;

    private final CrmStorage target;
    private final SearchReference reference = new SearchReference();
    private final List<CustomerSearch> searches = new ArrayList<>();
    private final List<CustomerMatches> answers = new ArrayList<>();
    private int compared;

    /** Stands before {@code target}, learns of all customers in it, and closes it when it is closed. */
    public ComparedSearchStorage(CrmStorage target) {
        this.target = target;
        List<IndexedCustomer> page = page(Optional.empty());
        while (!page.isEmpty()) {
            page.forEach(this::learn);
            page = page(Optional.of(page.get(page.size() - 1).customer().id()));
        }
    }

    private void learn(IndexedCustomer one) {
        reference.put(
                one.customer(),
                one.index().orElseThrow(() -> new IllegalStateException("The index is stale: rebuild it first")));
    }

    private List<IndexedCustomer> page(Optional<CustomerId> after) {
        return target.inTransaction(tx -> tx.customerIndex().list(after, PAGE));
    }

    /** How many customers there are. */
    public int customers() {
        return reference.size();
    }

    /** How many answers were compared. */
    public int compared() {
        compare();
        return compared;
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
        try (target) {
            compare();
        }
    }

    private @Nullable Object around(Method method, WatchedStores.Call call) throws Throwable {
        Object result = call.make();
        if (method.getDeclaringClass() != CustomerStore.class) {
            return result;
        }
        switch (method.getName()) {
            case "insert", "update" -> {
                compare();
                reference.put((Customer) call.argument(0), (CustomerIndex) call.argument(1));
            }
            case "search" ->
                remember((CustomerSearch) call.argument(0), (CustomerMatches) Objects.requireNonNull(result));
            default -> {}
        }
        return result;
    }

    private void remember(CustomerSearch search, CustomerMatches answer) {
        if (!answer.partial()) {
            searches.add(search);
            answers.add(answer);
        }
    }

    private void compare() {
        if (searches.isEmpty()) {
            return;
        }
        List<CustomerMatches> expected = reference.answers(searches);
        List<CustomerMatches> found = List.copyOf(answers);
        searches.clear();
        answers.clear();
        for (int i = 0; i < expected.size(); i++) {
            compared++;
            compare(expected.get(i).matches(), found.get(i).matches());
        }
    }

    private void compare(List<CustomerMatch> expected, List<CustomerMatch> found) {
        int equal = 0;
        while (equal < Math.min(expected.size(), found.size())
                && expected.get(equal).equals(found.get(equal))) {
            equal++;
        }
        if (equal < expected.size() || equal < found.size()) {
            throw new AssertionError("search " + compared + " found " + found.size() + " customers, expected "
                    + expected.size() + ", of which the first " + equal + " are equal");
        }
    }
}
