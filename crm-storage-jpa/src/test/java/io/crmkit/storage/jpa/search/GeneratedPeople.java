package io.crmkit.storage.jpa.search;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.IndexedCustomer;
import io.crmkit.staff.Team;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.MutableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Made-up customers of three scripts in two teams, and what people type to find them. */
final class GeneratedPeople {
    static final TeamId OTHER = TeamId.of("vip");

    private static final List<String> GIVEN =
            List.of("علی", "علی‌رضا", "محمد", "سارا", "கவிதா", "முருகன்", "Grace", "José", "Ali", "Sara");
    private static final List<String> FAMILY =
            List.of("رضایی", "كريمي", "محمدی", "رئیسی", "சண்முகம்", "குமார்", "O’Neill", "Müller", "Reza", "Kumar");
    private static final int OF_A_TRANSACTION = 500;

    private final Random random;
    private final List<String> values = new ArrayList<>();

    GeneratedPeople(long seed) {
        random = new Random(seed);
    }

    /** One for searching: its clock stands still, so that a slow machine ends no search between two statements. */
    static Crm crm(CrmStorage storage) {
        return builder(storage).clock(new MutableClock(Instant.now())).build();
    }

    private static CrmBuilder builder(CrmStorage storage) {
        return Crm.builder().storage(storage).phoneRegion("IR").rateLimits(RateLimits.none());
    }

    /** Registered on the heap, and written as the storage writes them, many in one transaction. */
    void store(int count, CrmStorage storage) {
        for (int i = 0; i < count; ) {
            try (CrmStorage heap = MemoryStorage.create();
                    Crm crm = builder(heap).build()) {
                CrmSession host = crm.as(Actor.host("exchange"));
                host.staff().save(new Team(OTHER, Optional.empty()));
                for (int end = Math.min(count, i + OF_A_TRANSACTION); i < end; i++) {
                    host.customers().register(next(i));
                }
                List<IndexedCustomer> some =
                        heap.inTransaction(tx -> tx.customerIndex().list(Optional.empty(), OF_A_TRANSACTION));
                storage.inTransaction(tx -> {
                    some.forEach(each ->
                            tx.customers().insert(each.customer(), each.index().orElseThrow()));
                    return some;
                });
            }
        }
    }

    private RegisterCustomer next(int i) {
        String given = pick(GIVEN);
        String family = pick(FAMILY);
        String phone = "0912" + (1_000_000 + random.nextInt(9_000_000));
        String name = "user" + random.nextInt(1_000) + "x" + i;
        if (i % 10 == 0) {
            values.addAll(List.of(given, family, given + " " + family, phone, name, name + "@example.com", "level 3"));
        }
        return RegisterCustomer.named(given, family)
                .phone(phone)
                .email(name + "@example.com")
                .username(name)
                .attribute("kyc.level", i % 5 == 0 ? phone : "level " + i % 4)
                .with(new CustomerEdit.SetCare(Optional.empty(), i % 50 == 0 ? OTHER : TeamId.SUPPORT));
    }

    /** A value, a part of one, or two of them; now and then with a slip. */
    String typed() {
        StringBuilder typed = new StringBuilder(part(pick(values)));
        if (random.nextInt(4) == 0) {
            typed.append(' ').append(part(pick(values)));
        }
        if (random.nextInt(4) == 0) {
            typed.setCharAt(
                    random.nextInt(typed.length()),
                    pick(List.of("a", "ر", "ன", "7")).charAt(0));
        }
        return typed.toString();
    }

    /** The log-in name of one of them. */
    String name() {
        return values.stream()
                .filter(value -> value.matches("user\\d+x\\d+"))
                .findFirst()
                .orElseThrow();
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    private String part(String value) {
        int from = random.nextBoolean() ? 0 : random.nextInt(value.length());
        int to = random.nextBoolean() ? value.length() : from + 1 + random.nextInt(value.length() - from);
        return value.substring(from, to);
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
