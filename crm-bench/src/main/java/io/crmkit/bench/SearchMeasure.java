package io.crmkit.bench;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.bench.Growth.Measured;
import io.crmkit.internal.text.Folding;
import io.crmkit.spi.limit.LimitDecision;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.IndexedCustomer;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.ComparedSearchStorage;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** How long suggestions take, and whether they are those of a scan. */
final class SearchMeasure {
    private static final int MOST = 20;
    private static final int OF_EACH_KIND = 100;
    /** To warm up: a process that serves agents is warm, too. */
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    /** To measure: machines have slow moments. */
    private static final Duration LONG = Duration.ofSeconds(3);

    private static final Duration ONCE = Duration.ZERO;
    /** Scans are slow, and all alike. */
    private static final int SCANS = 10;

    private static final int OF_A_TRANSACTION = 1_000;

    private final People people = new People();
    private final List<People.Person> known = new ArrayList<>();
    private final Searched searched;
    private final int customers;

    SearchMeasure(Searched searched, int customers) {
        this.searched = searched;
        this.customers = customers;
    }

    /** Loads the customers, measures each kind of query, then compares some answers with a scan. */
    Map<People.Kind, Measured> run(int compared) {
        Map<People.Kind, Measured> measured = new EnumMap<>(People.Kind.class);
        try (Crm crm = crm(searched.storage())) {
            long began = System.nanoTime();
            searched.beforeLoading();
            CrmStorage loading = searched.loading();
            load(loading);
            if (loading != searched.storage()) {
                loading.close();
            }
            searched.afterLoading();
            System.out.printf(
                    Locale.ROOT,
                    "%,d customers, loaded in %d s, %,d MB to search in%n",
                    customers,
                    (System.nanoTime() - began) / 1_000_000_000,
                    searched.size() >> 20);
            CrmSession host = crm.as(Actor.host("exchange"));
            boolean otherwise = searched.indexOtherwise();
            System.out.println("query, ms p50 / p95 / p99 | with another index | by a scan");
            for (People.Kind kind : People.Kind.values()) {
                measured.put(kind, measure(host, kind, otherwise));
            }
            if (compared > 0) {
                compare(compared);
            }
        }
        return measured;
    }

    private static Crm crm(CrmStorage storage) {
        return Crm.builder()
                .storage(storage)
                .phoneRegion("IR")
                .rateLimiter((key, cost) -> LimitDecision.allow())
                .build();
    }

    /** Registered on the heap, some at a time, and written by the storage's own means while the next ones are registered. */
    private void load(CrmStorage storage) {
        CompletableFuture<List<IndexedCustomer>> next = CompletableFuture.supplyAsync(() -> register(0));
        for (int k = 0; k < customers; ) {
            List<IndexedCustomer> some = next.join();
            k += some.size();
            int from = k;
            next = CompletableFuture.supplyAsync(() -> register(from));
            storage.inTransaction(tx -> {
                some.forEach(each ->
                        tx.customers().insert(each.customer(), each.index().orElseThrow()));
                return some;
            });
        }
    }

    /** The next ones from that one on; none at the end. */
    private List<IndexedCustomer> register(int from) {
        int step = Math.max(1, customers / 10_000);
        try (CrmStorage heap = MemoryStorage.create();
                Crm crm = crm(heap)) {
            CrmSession host = crm.as(Actor.host("exchange"));
            for (int k = from; k < Math.min(customers, from + OF_A_TRANSACTION); k++) {
                People.Person person = people.next(k);
                host.customers().register(person.command());
                if (k % step == 0) {
                    known.add(person);
                }
            }
            return heap.inTransaction(tx -> tx.customerIndex().list(Optional.empty(), OF_A_TRANSACTION));
        }
    }

    /** Prints a line, and gives what grows. */
    private Measured measure(CrmSession host, People.Kind kind, boolean otherwise) {
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < OF_EACH_KIND; i++) {
            queries.add(typed(kind, i));
        }
        LongSupplier clock =
                searched.isRemote() ? System::nanoTime : ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
        StringBuilder line = new StringBuilder(String.format("%-16s", kind));
        IntSummaryStatistics found = new IntSummaryStatistics();
        Consumer<String> suggest = typed ->
                found.accept(host.customers().suggest(typed, MOST).hits().size());
        warmUp(queries, suggest, WARM_UP);
        Times own = times(queries, suggest, LONG, clock);
        line.append(own);
        if (searched.hasDatabase()) {
            List<String> folded = queries.stream().map(Folding::fold).toList();
            line.append(" | ").append(otherwise ? otherwise(folded, clock) : "-");
            List<String> few = folded.subList(0, SCANS);
            line.append(" | ").append(times(few, typed -> searched.part(typed, false), ONCE, clock));
        }
        System.out.println(line);
        return new Measured(own.of(50), found.getAverage());
    }

    private Times otherwise(List<String> folded, LongSupplier clock) {
        Consumer<String> search = typed -> searched.part(typed, true);
        folded.forEach(search);
        return times(folded, search, ONCE, clock);
    }

    /** In nanoseconds, the shortest first. */
    private record Times(List<Long> sorted) {
        double of(int percentile) {
            return sorted.get(sorted.size() * percentile / 100) / 1e6;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, " %8.3f / %8.3f / %8.3f", of(50), of(95), of(99));
        }
    }

    private static void warmUp(List<String> queries, Consumer<String> search, Duration time) {
        long began = System.nanoTime();
        for (int i = 0; System.nanoTime() - began < time.toNanos(); i++) {
            search.accept(queries.get(i % queries.size()));
        }
    }

    /** Of all queries again and again for so long, at least once. */
    private static Times times(List<String> queries, Consumer<String> search, Duration time, LongSupplier clock) {
        List<Long> times = new ArrayList<>();
        long began = System.nanoTime();
        do {
            for (String typed : queries) {
                long before = clock.getAsLong();
                search.accept(typed);
                times.add(clock.getAsLong() - before);
            }
        } while (System.nanoTime() - began < time.toNanos());
        return new Times(times.stream().sorted().toList());
    }

    private void compare(int count) {
        ComparedSearchStorage comparing = new ComparedSearchStorage(searched.storage());
        if (comparing.customers() != customers) {
            throw new IllegalStateException(comparing.customers() + " of " + customers + " customers are stored");
        }
        CrmSession host = crm(comparing).as(Actor.host("exchange"));
        People.Kind[] kinds = People.Kind.values();
        for (int i = 0; i < count; i++) {
            host.customers().suggest(typed(kinds[i % kinds.length], i), MOST);
        }
        System.out.printf(Locale.ROOT, "%d answers equal those of a scan%n", comparing.compared());
    }

    private String typed(People.Kind kind, int i) {
        return people.typed(kind, known.get((i * 7919) % known.size()));
    }
}
