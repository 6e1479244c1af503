package io.crmkit.bench;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.spi.limit.LimitDecision;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.ComparedSearchStorage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long suggestions take on the heap, and whether they are those of a scan. */
final class SearchMeasure {
    private static final int MOST = 20;
    private static final int OF_EACH_KIND = 100;
    private static final int WARM_UPS = 3;
    /** Others who use the machine do not count. */
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private final People people = new People();
    private final List<People.Person> known = new ArrayList<>();
    private final int customers;

    SearchMeasure(int customers) {
        this.customers = customers;
    }

    /** Registers the customers, measures each kind of query, then compares some answers with a scan. */
    void run(int compared) {
        ComparedSearchStorage storage = new ComparedSearchStorage(MemoryStorage.create());
        try (Crm crm = Crm.builder()
                .storage(storage)
                .phoneRegion("IR")
                .rateLimiter((key, cost) -> LimitDecision.allow())
                .build()) {
            CrmSession host = crm.as(Actor.host("exchange"));
            long began = System.nanoTime();
            register(host);
            System.out.printf(
                    Locale.ROOT,
                    "%,d customers, registered in %d s%n",
                    customers,
                    (System.nanoTime() - began) / 1_000_000_000);
            storage.pause(true);
            measure(host);
            storage.pause(false);
            compare(host, compared);
            System.out.printf(Locale.ROOT, "%d answers equal those of a scan%n", storage.compared());
        }
    }

    private void register(CrmSession host) {
        int step = Math.max(1, customers / 10_000);
        for (int k = 0; k < customers; k++) {
            People.Person person = people.next(k);
            host.customers().register(person.command());
            if (k % step == 0) {
                known.add(person);
            }
        }
    }

    private void measure(CrmSession host) {
        System.out.printf("%-16s %8s %8s %8s   ms of this thread's processor%n", "query", "p50", "p95", "max");
        for (People.Kind kind : People.Kind.values()) {
            List<String> queries = new ArrayList<>();
            for (int i = 0; i < OF_EACH_KIND; i++) {
                queries.add(typed(kind, i));
            }
            long[] times = new long[0];
            for (int run = 0; run <= WARM_UPS; run++) {
                times = queries.stream()
                        .mapToLong(typed -> time(host, typed))
                        .sorted()
                        .toArray();
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %8.3f %8.3f %8.3f%n",
                    kind,
                    times[times.length / 2] / 1e6,
                    times[times.length * 95 / 100] / 1e6,
                    Arrays.stream(times).max().orElse(0) / 1e6);
        }
    }

    private static long time(CrmSession host, String typed) {
        long began = PROCESSOR.getCurrentThreadCpuTime();
        host.customers().suggest(typed, MOST);
        return PROCESSOR.getCurrentThreadCpuTime() - began;
    }

    private void compare(CrmSession host, int count) {
        People.Kind[] kinds = People.Kind.values();
        for (int i = 0; i < count; i++) {
            host.customers().suggest(typed(kinds[i % kinds.length], i), MOST);
        }
    }

    private String typed(People.Kind kind, int i) {
        return people.typed(kind, known.get((i * 7919) % known.size()));
    }
}
