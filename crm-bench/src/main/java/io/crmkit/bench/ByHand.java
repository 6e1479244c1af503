package io.crmkit.bench;

import static io.crmkit.bench.Jdbc.first;
import static io.crmkit.bench.Jdbc.rows;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What to measure against: as few statements as the rows allow, one transaction for each operation, pages by key. It
 * reads within the agent's reach, as the library does, but masks, checks and turns nothing into objects.
 */
final class ByHand implements Side {
    private static final int PAGE = 20;
    private static final String REACH = "(t.team = 'support' or t.assignee = 'sara')";

    private static final String TIMELINE = "select body, id, written_at as at, author from (select m.body, m.id,"
            + " m.written_at, m.author from crm_ticket_message m join crm_ticket t on t.id = m.ticket_id where " + REACH
            + " and m.customer_id = ? and m.kind = 'PUBLIC' order by m.written_at desc, m.id desc limit 21) p"
            + " union all select * from (select m.body, m.id, m.written_at, m.author from crm_ticket_message m"
            + " join crm_ticket t on t.id = m.ticket_id where " + REACH
            + " and m.customer_id = ? and m.kind = 'INTERNAL' order by m.written_at desc, m.id desc limit 21) i"
            + " union all select * from (select plain_text, id, created_at, author from crm_note"
            + " where customer_id = ? and deleted_at is null order by created_at desc, id desc limit 21) n"
            + " union all select * from (select changes, id, happened_at, actor from crm_audit_entry"
            + " where customer_id = ? and action = 'CUSTOMER_UPDATED' order by happened_at desc, id desc limit 21) c"
            + " union all select * from (select subject, id, created_at, created_by from crm_ticket t where " + REACH
            + " and customer_id = ? order by created_at desc, id desc limit 21) t order by at desc, id desc limit 21";
    private static final String SEARCH = "select c.* from crm_customer c"
            + " join crm_customer_search s on s.customer_id = c.id where (position(? in s.open_text) > 0"
            + " or position(? in s.contact_text) > 0 and (c.team = 'support' or c.owner_id = 'sara')"
            + " or exists (select 1 from crm_customer_attribute a where a.customer_id = c.id"
            + " and position(? in a.folded_text) > 0)) order by c.created_at desc, c.id desc limit 21";
    private static final String LIST = "select t.* from crm_ticket t where " + REACH;
    private static final String LAST = "select r.subject, n.* from (select s.subject, s.note_id, row_number() over"
            + " (partition by s.subject order by m.created_at desc, m.id desc) as place from crm_note_subject s"
            + " join crm_note m on m.id = s.note_id where m.deleted_at is null and s.subject = any (?)) r"
            + " join crm_note n on n.id = r.note_id where r.place = 1";

    private final Data data;
    private final Jdbc jdbc;
    private final HandWrites writes;
    private final Map<Integer, Position> positions = new HashMap<>();

    /** With ticket numbers from this one on. */
    ByHand(DataSource dataSource, Data data, long firstNumber) {
        this.writes = new HandWrites(firstNumber);
        this.data = data;
        this.jdbc = new Jdbc(dataSource);
    }

    private record Position(Instant at, UUID id) {}

    @Override
    public List<String> register(int k) {
        return jdbc.transaction(c -> {
            writes.customer(c, k);
            return List.of();
        });
    }

    @Override
    public List<String> open(int k) {
        return jdbc.transaction(c -> {
            UUID customer = data.customer(data.active(k));
            customer(c, customer);
            writes.ticket(c, customer);
            return List.of();
        });
    }

    @Override
    public List<String> addNote(int k) {
        return jdbc.transaction(c -> {
            UUID customer = data.customer(data.active(k));
            customer(c, customer);
            writes.note(c, customer, k);
            return List.of();
        });
    }

    private static void customer(Connection connection, UUID id) throws SQLException {
        rows(connection, "select * from crm_customer where id = ? and team = 'support'", id);
    }

    @Override
    public List<String> reply(int k) {
        return jdbc.transaction(c -> {
            @Nullable
            Object[] ticket = rows(
                            c,
                            "select customer_id, version, events, t.* from crm_ticket t where id = ? and " + REACH,
                            data.ticket(k))
                    .get(0);
            HandWrites.Answered before = new HandWrites.Answered((long) present(ticket[1]), (int) present(ticket[2]));
            writes.answer(c, data.ticket(k), (UUID) present(ticket[0]), before);
            return List.of();
        });
    }

    @Override
    public List<String> timeline(int k) {
        UUID customer = data.customer(data.active(k));
        return jdbc.transaction(c -> {
            customer(c, customer);
            return first(rows(c, TIMELINE, customer, customer, customer, customer, customer)).stream()
                    .limit(PAGE)
                    .toList();
        });
    }

    @Override
    public List<String> byIdentifier(int k) {
        return jdbc.transaction(c -> first(rows(
                c,
                "select c.* from crm_customer c join crm_customer_identifier i on i.customer_id = c.id"
                        + " where i.key_text = ?",
                "username:user" + k)));
    }

    @Override
    public List<String> search(String part) {
        return jdbc.transaction(c ->
                first(rows(c, SEARCH, part, part, part)).stream().limit(PAGE).toList());
    }

    @Override
    public List<String> tracking(int k) {
        return jdbc.transaction(c -> first(rows(
                c,
                "select n.* from crm_note n where n.deleted_at is null and position(? in n.search_text) > 0"
                        + " order by n.created_at desc, n.id desc limit 21",
                "trk" + String.format("%012d", k * 10))));
    }

    @Override
    public List<String> dashboard() {
        Instant from = Data.START.plus(Duration.ofDays(6));
        Instant to = Data.START.plus(Duration.ofDays(7));
        return jdbc.transaction(c -> {
            @Nullable
            Object[] notes = rows(
                            c,
                            "select count(*), count(distinct customer_id), count(*) filter (where created_at >= ?"
                                    + " and created_at < ?) from crm_note where deleted_at is null",
                            from,
                            to)
                    .get(0);
            @Nullable
            Object[] agents = rows(
                            c,
                            "select count(distinct actor) from crm_audit_entry where happened_at >= ?"
                                    + " and happened_at < ? and actor_kind = 'AGENT'",
                            from,
                            to)
                    .get(0);
            return List.of("" + notes[0], "" + notes[1], "" + notes[2], "" + agents[0]);
        });
    }

    @Override
    public List<String> activityCsv(int rows) {
        Instant to = Data.START.plus(Duration.ofMinutes(rows + 1L));
        return jdbc.transaction(c -> {
            int written = csv(c, to);
            writes.exported(c, written);
            return List.of(Integer.toString(written));
        });
    }

    private static int csv(Connection connection, Instant to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select happened_at, actor, action, customer_id,"
                        + " target_id from crm_audit_entry where happened_at >= ? and happened_at < ?"
                        + " and actor_kind = 'AGENT' order by happened_at, id");
                BufferedWriter out = new BufferedWriter(
                        new OutputStreamWriter(OutputStream.nullOutputStream(), StandardCharsets.UTF_8))) {
            statement.setFetchSize(1000);
            statement.setObject(1, Data.START.atOffset(ZoneOffset.UTC));
            statement.setObject(2, to.atOffset(ZoneOffset.UTC));
            int rows = 0;
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    for (int i = 1; i <= 5; i++) {
                        out.write(String.valueOf(result.getObject(i)).replace(",", ";"));
                        out.write(i == 5 ? '\n' : ',');
                    }
                    rows++;
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> tickets(int after) {
        if (after == 0) {
            return jdbc.transaction(
                    c -> page(rows(c, LIST + " order by t.created_at desc, t.id desc limit " + (PAGE + 1))));
        }
        Position position = positions.computeIfAbsent(after, this::position);
        return jdbc.transaction(c -> page(rows(
                c,
                LIST + " and (t.created_at, t.id) < (?, ?) order by t.created_at desc, t.id desc limit " + (PAGE + 1),
                position.at(),
                position.id())));
    }

    private static List<String> page(List<@Nullable Object[]> rows) {
        return first(rows).stream().limit(PAGE).toList();
    }

    private Position position(int after) {
        return jdbc.transaction(c -> {
            @Nullable
            Object[] last = rows(
                            c,
                            "select extract(epoch from created_at) * 1000000, id from crm_ticket"
                                    + " order by created_at desc, id desc limit 1 offset " + (after - 1))
                    .get(0);
            long micros = ((Number) present(last[0])).longValue();
            Instant at = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
            return new Position(at, (UUID) present(last[1]));
        });
    }

    @Override
    public List<String> lastNotes(int k) {
        String[] orders = new String[50];
        for (int i = 0; i < orders.length; i++) {
            orders[i] = "order:" + (k + i);
        }
        return jdbc.transaction(c -> {
            List<@Nullable Object[]> found = rows(c, LAST, (Object) orders);
            return found.stream().map(row -> String.valueOf(row[1])).sorted().toList();
        });
    }

    @Override
    public List<String> context(int k) {
        UUID ticket = data.ticket(k);
        UUID customer = data.customer(data.active(k));
        return jdbc.transaction(c -> {
            rows(
                    c,
                    "select * from crm_ticket t join crm_customer c on c.id = t.customer_id where t.id = ? and "
                            + REACH,
                    ticket);
            List<String> found =
                    new ArrayList<>(first(rows(
                                    c,
                                    LIST + " and t.customer_id = ? order by t.created_at desc, t.id desc limit 11",
                                    customer))
                            .stream()
                            .filter(id -> !id.equals(ticket.toString()))
                            .limit(10)
                            .toList());
            found.addAll(beside(c, ticket, customer));
            return found;
        });
    }

    private static List<String> beside(Connection connection, UUID ticket, UUID customer) throws SQLException {
        List<String> found = new ArrayList<>(first(rows(
                connection,
                "select * from crm_note where customer_id = ? and deleted_at is null"
                        + " order by pinned desc, created_at desc, id desc limit 20",
                customer)));
        found.addAll(first(rows(
                connection,
                "select * from (select * from crm_ticket_message where ticket_id = ? order by written_at desc, id desc"
                        + " limit 50) m order by written_at, id",
                ticket)));
        rows(connection, "select count(*) from crm_ticket where customer_id = ? and category_root = 'other'", customer);
        rows(
                connection,
                "select kind, status, count(*), max(occurred_at) from crm_activity where customer_id = ?"
                        + " group by kind, status",
                customer);
        rows(connection, "select * from crm_ticket_event where ticket_id = ? order by sequence_number", ticket);
        return found;
    }

    /** What a column holds that is never null. */
    private static Object present(@Nullable Object value) {
        return Objects.requireNonNull(value);
    }
}
