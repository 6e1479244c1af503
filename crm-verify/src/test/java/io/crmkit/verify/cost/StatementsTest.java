package io.crmkit.verify.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.TimelineQuery;
import io.crmkit.note.AddNote;
import io.crmkit.note.NoteQuery;
import io.crmkit.page.PageRequest;
import io.crmkit.servers.CountedStatements;
import io.crmkit.servers.H2;
import io.crmkit.servers.TestDatabase;
import io.crmkit.storage.jpa.JpaStorage;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.verify.Desk;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What each operation of the public interface costs the database: the table is statements.csv, reviewed by people. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsTest {
    private static final String TABLE = "statements.csv";
    /** Answers from what is in the jar. */
    private static final String WITHOUT_STORAGE = "ReportService.catalog()";

    private final Map<String, Integer> table = table();
    private final Map<String, Deeds.Deed> deeds = new Deeds().byOperation();
    private TestDatabase database;
    private CountedStatements counted;
    private JpaStorage storage;
    private Desk desk;
    private CustomerId customer;

    @BeforeAll
    void open() {
        database = H2.newDatabase();
        counted = new CountedStatements(database.dataSource());
        storage = JpaStorage.builder(counted.dataSource()).build();
        desk = Desk.staffed(storage);
        customer = desk.ali().id();
    }

    @AfterAll
    void close() {
        storage.close();
        database.close();
    }

    @Test
    void theTableNamesEveryOperation() {
        assertThat(table.keySet()).isEqualTo(operations());
        assertThat(deeds.keySet()).isEqualTo(operations());
    }

    @Test
    void everyOperationCostsWhatTheTableSays() {
        Map<String, String> others = new TreeMap<>();
        deeds.forEach((operation, deed) -> {
            count(operation, desk::as);
            List<String> sent = counted.sent();
            if (sent.size() != table.getOrDefault(operation, -1)) {
                others.put(operation, sent.size() + "\n" + String.join("\n", sent) + "\n");
            }
        });

        assertThat(others).isEmpty();
    }

    @Test
    void everyOperationIsOneTransaction() {
        deeds.keySet().forEach(operation -> {
            count(operation, desk::as);
            assertThat(counted.commits()).as(operation).isEqualTo(operation.equals(WITHOUT_STORAGE) ? 0 : 1);
        });
    }

    @Test
    void nothingIsCommittedInTheHostsTransaction() throws SQLException {
        try (Connection connection = counted.dataSource().getConnection()) {
            for (String operation : deeds.keySet()) {
                connection.setAutoCommit(true);
                Crm joined = desk.crm().joining(storage.host(connection));
                count(operation, actor -> {
                    begin(connection);
                    return joined.as(actor);
                });
                assertThat(counted.commits()).as(operation).isZero();
                connection.rollback();
            }
        }
    }

    @Test
    void longListsCostWhatShortOnesCost() {
        Ticket ticket = desk.open(customer);
        fill(ticket, 5);
        List<String> few = sent(() -> readAll(ticket));

        fill(ticket, 45);

        assertThat(sent(() -> readAll(ticket))).isEqualTo(few);
    }

    private void fill(Ticket ticket, int records) {
        for (int i = 0; i < records; i++) {
            desk.clock.advance(Duration.ofMinutes(1));
            desk.open(ticket.customer());
            desk.write(ticket);
            desk.sara().notes().add(AddNote.about(ticket.customer(), "<p>یادداشت</p>"));
        }
    }

    private void readAll(Ticket ticket) {
        CrmSession sara = desk.sara();
        PageRequest page = PageRequest.first(50);
        sara.notes().list(NoteQuery.about(ticket.customer()), page);
        sara.tickets().list(TicketQuery.all(), page);
        sara.tickets().messages(ticket.id(), page);
        sara.tickets().history(ticket.id());
        sara.tickets().context(ticket.id());
        sara.customers().history(ticket.customer(), page);
        sara.customers().timeline(TimelineQuery.of(ticket.customer()), page);
        desk.host().tickets().views(ticket.customer(), page);
    }

    private void count(String operation, Function<Actor, CrmSession> sessions) {
        desk.clock.advance(Duration.ofHours(1));
        var prepared = deeds.get(operation).prepare(desk);
        counted.reset();
        prepared.accept(sessions);
    }

    private List<String> sent(Runnable work) {
        counted.reset();
        work.run();
        return counted.sent();
    }

    private static void begin(Connection connection) {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> operations() {
        Set<String> names = new TreeSet<>();
        for (RecordComponent component : CrmSession.class.getRecordComponents()) {
            for (Method method : component.getType().getMethods()) {
                String types = Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(","));
                names.add(component.getType().getSimpleName() + "." + method.getName() + "(" + types + ")");
            }
        }
        return names;
    }

    /** Lines of operation, semicolon, statements; the first line is the heading. */
    private static Map<String, Integer> table() {
        try (InputStream in = StatementsTest.class.getResourceAsStream(TABLE)) {
            Map<String, Integer> table = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] cells = line.split(";", -1);
                        table.put(cells[0], Integer.valueOf(cells[1]));
                    });
            return table;
        } catch (IOException e) {
            throw new IllegalStateException(TABLE, e);
        }
    }
}
