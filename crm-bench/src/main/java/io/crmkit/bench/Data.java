package io.crmkit.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The customers, tickets and notes to measure with, in the row shape that the library writes. One customer of a hundred
 * has 20 tickets, each ticket has ten notes, one note of ten holds a tracking number; the k-th record of each kind has
 * an id and a time that follow from k.
 *
 * @param customers how many customers
 */
public record Data(int customers) {
    /** When the first record was made; each further one of its kind a minute later. */
    public static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private static final long CUSTOMER = 0x0190_0000_0000_7000L;
    private static final long TICKET = 0x0191_0000_0000_7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final String TIME = "timestamptz '" + START + "' + k * interval '1 minute'";

    /** How many tickets. */
    public int tickets() {
        return customers / 5;
    }

    /** How many notes. */
    public int notes() {
        return tickets() * 10;
    }

    /** The id of the k-th customer, from 1 on. */
    public UUID customer(int k) {
        return new UUID(CUSTOMER, VARIANT | k);
    }

    /** The id of the k-th ticket, from 1 on. */
    public UUID ticket(int k) {
        return new UUID(TICKET, VARIANT | k);
    }

    /** The k-th customer of those with tickets, from 1 on. */
    public int active(int k) {
        return 1 + (k - 1) % Math.max(1, customers / 100);
    }

    /**
     * Fills the tables, which must be those of PostgreSQL and empty.
     *
     * @param index makes what customers are searched by, which is quick as long as there is no index over it
     */
    public void load(DataSource dataSource, Runnable index) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    customerRows(),
                    keyRows("crm_customer_identifier", "'username:user' || k"),
                    keyRows("crm_customer_contact", "'PHONE:' || " + phone()),
                    keyRows("crm_customer_contact", "'EMAIL:' || " + email()),
                    ticketRows(),
                    messageRows(),
                    eventRows(1, "OPENED", "'other'"),
                    eventRows(2, "CUSTOMER_MESSAGE", "'waiting'"),
                    executionRows(),
                    dueRows(),
                    notificationRows(),
                    noteRows(),
                    subjectRows(),
                    auditRows("0194", customers, "HOST", "exchange", "CUSTOMER_REGISTERED"),
                    auditRows("0195", tickets(), "HOST", "exchange", "TICKET_OPENED"),
                    auditRows("0196", notes(), "AGENT", "sara", "NOTE_ADDED"),
                    "update crm_ticket_number set next_value = " + (tickets() + 1))) {
                statement.execute(sql);
            }
            statement.execute("drop index crm_customer_search_ix");
            index.run();
            statement.execute("create index crm_customer_search_ix on crm_customer_search using gin (features)"
                    + " with (fastupdate = off)");
            statement.execute("vacuum analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(String prefix, String k) {
        return "('" + prefix + "0000-0000-7000-8000-' || lpad(to_hex(" + k + "), 12, '0'))::uuid";
    }

    private static String series(int count) {
        return " from generate_series(1, " + count + ") k";
    }

    private static String phone() {
        return "'+98912' || lpad(k::text, 7, '0')";
    }

    private static String email() {
        return "'box' || k % 5000 || 'x' || k || '@example.com'";
    }

    private String owner() {
        return id("0190", "1 + (k - 1) % " + Math.max(1, customers / 100));
    }

    private String customerRows() {
        String family = "'خانواده' || k % 1000";
        return "insert into crm_customer (id, version, given_name, family_name, identifiers, contacts, languages, tier,"
                + " flags, attributes, masked, team, created_at, created_by_kind, created_by, updated_at)"
                + " select " + id("0190", "k") + ", 1, 'علی', " + family
                + ", '[{\"kind\":\"username\",\"value\":\"user' || k || '\"}]',"
                + " '[{\"type\":\"PHONE\",\"value\":\"' || " + phone() + " || '\",\"normalised\":\"' || " + phone()
                + " || '\"},{\"type\":\"EMAIL\",\"value\":\"' || " + email() + " || '\",\"normalised\":\"' || "
                + email()
                + " || '\"}]', '[\"fa\"]', 'STANDARD', '', '{}', '[]', 'support', " + TIME + ", 'HOST', 'exchange', "
                + TIME + series(customers);
    }

    private String keyRows(String table, String key) {
        return "insert into " + table + " (key_text, customer_id) select " + key + ", " + id("0190", "k")
                + series(customers);
    }

    private String ticketRows() {
        return "insert into crm_ticket (id, version, ticket_number, customer_id, subject, channel, category,"
                + " category_root, language, status, priority, tags, team, subjects, created_at, updated_at,"
                + " waiting_since, events, human_replies, reopens, created_by_kind, created_by) select "
                + id("0191", "k") + ", 1, k, " + owner() + ", 'برداشت', 'WEB', 'other', 'other', 'fa', 'NEW', 'NORMAL',"
                + " '[]', 'support', '[]', " + TIME + ", " + TIME + ", " + TIME + ", 2, 0, 0, 'HOST', 'exchange'"
                + series(tickets());
    }

    private String messageRows() {
        return "insert into crm_ticket_message (id, ticket_id, customer_id, kind, author_kind, author, written_at, body)"
                + " select " + id("0192", "k") + ", " + id("0191", "k") + ", " + owner()
                + ", 'PUBLIC', 'HOST', 'exchange', " + TIME + ", 'برداشت من انجام نشد'" + series(tickets());
    }

    private String eventRows(int sequence, String kind, String after) {
        return "insert into crm_ticket_event (id, ticket_id, sequence_number, happened_at, actor_kind, actor, kind,"
                + " value_after) select " + id("019" + (6 + sequence), "k") + ", " + id("0191", "k") + ", " + sequence
                + ", " + TIME + ", 'HOST', 'exchange', '" + kind + "', " + after + series(tickets());
    }

    private String executionRows() {
        return "insert into crm_rule_execution (id, rule_id, ticket_id, episode, happened_at) select " + id("0199", "k")
                + ", 'acknowledge', " + id("0191", "k") + ", 'k' || k, " + TIME + series(tickets());
    }

    private String dueRows() {
        return "insert into crm_due_item (ticket_id, rule_id, due_at, episode) select " + id("0191", "k")
                + ", 'unanswered', " + TIME + " + interval '1 day', " + TIME + series(tickets());
    }

    private String notificationRows() {
        return "insert into crm_notification (id, version, dedupe_key, channel, recipient, template, language, subject,"
                + " body, ticket_id, customer_id, team, created_at, state, attempts, sent_at) select "
                + id("019a", "k") + ", 2, 'loaded:' || k, 'SMS', '+989120000000', 'ticket-received', 'fa', 'درخواست',"
                + " 'دریافت شد', " + id("0191", "k") + ", " + owner() + ", 'support', " + TIME + ", 'SENT', 1, " + TIME
                + series(tickets());
    }

    private String noteRows() {
        String text = "case when k % 10 = 0 then 'checked trk' || lpad(k::text, 12, '0') || ' with the bank'"
                + " else 'called the customer about order ' || k end";
        return "insert into crm_note (id, version, customer_id, subjects, html, plain_text, search_text, kind, pinned,"
                + " author_kind, author, team, created_at) select " + id("0193", "k") + ", 1, " + owner()
                + ", '[{\"type\":\"order\",\"id\":\"' || k || '\"}]', '<p>' || " + text + " || '</p>', " + text + ", "
                + text + ", 'GENERAL', k % 97 = 0, 'AGENT', 'sara', 'support', " + TIME + series(notes());
    }

    private String subjectRows() {
        return "insert into crm_note_subject (subject, note_id) select 'order:' || k, " + id("0193", "k")
                + series(notes());
    }

    private String auditRows(String prefix, int count, String kind, String actor, String action) {
        return "insert into crm_audit_entry (id, happened_at, actor_kind, actor, action, target_type, target_id,"
                + " customer_id, team, changes) select " + id(prefix, "k") + ", " + TIME + ", '" + kind + "', '" + actor
                + "', '" + action + "', 'order', 'o' || k, " + owner() + ", 'support', '[]'" + series(count);
    }
}
