package io.crmkit.verify.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.page.PageRequest;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.storage.jpa.JpaStorage;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** How many statements each public operation sends to a database: a reviewed table, which a change must change too. */
class StatementCountTest {
    /** Operations that do something between their transactions: write a file, look at one. */
    private static final Map<String, Integer> COMMITS =
            Map.of("ReportService.export", 2, "AttachmentService.attach", 5, "AttachmentService.sweep", 2);

    private static final String TABLE = "statements.csv";

    @Test
    void eachOperationSendsAsManyStatementsAsTheTableSays() throws IOException {
        Map<String, Integer> counted = new TreeMap<>();
        new Commands().all().forEach((name, command) -> counted.putAll(count(Map.of(name, command))));
        counted.putAll(count(new Reads(PageRequest.first(50)).all()));

        String text = counted.entrySet().stream()
                .map(entry -> entry.getKey() + "," + entry.getValue() + "\n")
                .collect(Collectors.joining("", "operation,statements\n", ""));
        assertThat(text).isEqualTo(table());
    }

    @Test
    void aLongPageOfManyRecordsCostsAsMuchAsAShortOneOfFew() {
        assertThat(count(new Reads(PageRequest.first(50)).all(), 60))
                .isEqualTo(count(new Reads(PageRequest.first(1)).all()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = Mode.EXCLUDE,
            names = {"SALES_MANAGER", "MARKETER", "CUSTOMER"})
    void whatStandsBesideATicketTakesSixStatementsAtMost(Role role) {
        withDesk((desk, jdbc) -> {
            CrmSession sara = desk.crm.as(Actor.agent("sara", role));
            int before = jdbc.statements();
            sara.tickets().context(desk.ticket.id());
            assertThat(jdbc.statements() - before).isLessThanOrEqualTo(6);
        });
    }

    @Test
    void noOperationIsForgotten() {
        Set<String> operations = new TreeSet<>();
        for (RecordComponent service : CrmSession.class.getRecordComponents()) {
            Arrays.stream(service.getType().getMethods())
                    .forEach(method -> operations.add(service.getType().getSimpleName() + "." + method.getName()));
        }
        Set<String> counted = new TreeSet<>(new Commands().all().keySet());
        counted.addAll(new Reads(PageRequest.first()).all().keySet());

        assertThat(counted.stream().map(name -> name.split("[ (]")[0])).containsAll(operations);
    }

    /** On a desk of their own, whose block of ticket numbers was fetched before. */
    private static Map<String, Integer> count(Map<String, Commands.Command> operations) {
        return count(operations, 0);
    }

    private static Map<String, Integer> count(Map<String, Commands.Command> operations, int records) {
        Map<String, Integer> counted = new TreeMap<>();
        withDesk((desk, jdbc) -> {
            desk.fill(records);
            operations.forEach((name, operation) -> {
                int before = jdbc.statements();
                int commits = jdbc.commits();
                assertThat(operation.run(desk, desk.desk, desk.host)).isNotNull();
                counted.put(name, jdbc.statements() - before);
                assertThat(jdbc.commits() - commits)
                        .as("commits of " + name)
                        .isLessThanOrEqualTo(COMMITS.getOrDefault(name, 1));
            });
        });
        return counted;
    }

    private static void withDesk(BiConsumer<FaultDesk, FaultyJdbc> work) {
        try (TestDatabase database = TestDatabases.h2()) {
            FaultyJdbc jdbc = new FaultyJdbc(database.dataSource());
            FaultDesk desk = new FaultDesk(JpaStorage.builder(jdbc.dataSource()).build());
            work.accept(desk, jdbc);
            desk.crm.close();
        }
    }

    private static String table() throws IOException {
        try (InputStream in = Objects.requireNonNull(StatementCountTest.class.getResourceAsStream(TABLE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
