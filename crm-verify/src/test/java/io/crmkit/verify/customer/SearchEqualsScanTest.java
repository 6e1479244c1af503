package io.crmkit.verify.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.ComparedSearchStorage;
import io.crmkit.verify.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The index finds what looking at every customer finds, in the same order. */
class SearchEqualsScanTest {
    private static final int CUSTOMERS = 3_000;
    private static final int QUERIES = 1_000;
    private static final List<String> GIVEN =
            List.of("علی", "علی‌رضا", "محمد", "سارا", "கவிதா", "முருகன்", "Grace", "José", "Ali", "Sara");
    private static final List<String> FAMILY =
            List.of("رضایی", "كريمي", "محمدی", "رئیسی", "சண்முகம்", "குமார்", "O’Neill", "Müller", "Reza", "Kumar");

    private final Random random = new Random(23);
    private final ComparedSearchStorage storage = new ComparedSearchStorage(MemoryStorage.create());

    @Test
    void everyAnswerIsThatOfAScan(TestReporter reporter) {
        Desk desk = new Desk(storage);
        CrmSession host = desk.host();
        List<String> values = register(host);
        int found = 0;
        for (int i = 0; i < QUERIES; i++) {
            CrmSession who = i % 5 == 0 ? desk.kavitha() : host;
            found += who.customers()
                            .suggest(typed(values), 1 + random.nextInt(30))
                            .hits()
                            .isEmpty()
                    ? 0
                    : 1;
            desk.clock.advance(java.time.Duration.ofSeconds(10));
        }

        reporter.publishEntry("queries that found somebody", Integer.toString(found));
        assertThat(storage.compared()).isGreaterThanOrEqualTo(QUERIES);
        assertThat(found).isGreaterThan(QUERIES / 2);
    }

    /** What a query may be a part of. */
    private List<String> register(CrmSession host) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            String given = pick(GIVEN);
            String family = pick(FAMILY);
            String phone = "0912" + (1_000_000 + random.nextInt(9_000_000));
            String name = "user" + random.nextInt(1_000) + "x" + i;
            Customer customer = host.customers()
                    .register(RegisterCustomer.named(given, family)
                            .phone(phone)
                            .email(name + "@example.com")
                            .username(name)
                            .attribute("kyc.level", "level " + i % 4));
            if (i % 7 == 0) {
                host.customers()
                        .update(UpdateCustomer.of(customer).with(new CustomerEdit.Rename(pick(GIVEN), "Changed" + i)));
            }
            values.addAll(List.of(given, family, given + " " + family, phone, name, name + "@example.com", "level 3"));
        }
        return values;
    }

    /** A value, a part of one, or two of them; now and then with a slip. */
    private String typed(List<String> values) {
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

    private String part(String value) {
        int from = random.nextBoolean() ? 0 : random.nextInt(value.length());
        int to = random.nextBoolean() ? value.length() : from + 1 + random.nextInt(value.length() - from);
        return value.substring(from, to);
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
