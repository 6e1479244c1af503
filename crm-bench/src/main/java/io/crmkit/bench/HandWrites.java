package io.crmkit.bench;

import static io.crmkit.bench.Jdbc.batch;
import static io.crmkit.bench.Jdbc.change;
import static io.crmkit.bench.Jdbc.insert;

import io.crmkit.internal.search.Key;
import io.crmkit.internal.search.Searchable;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.SearchFeatures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The writes by hand: the rows that the library writes for the same operation, without its checks and rules. */
final class HandWrites {
    private static final String CUSTOMER = insert(
            "crm_customer",
            "id, version, given_name, family_name, identifiers, contacts, languages, tier, flags, attributes, masked,"
                    + " team, created_at, created_by_kind, created_by, updated_at");
    private static final String SEARCH = "insert into crm_customer_search (customer_id, text_version, team, owner_id,"
            + " open_text, open_lines, contact_text, contact_lines, attribute_text, features) values (?, 1, 'support',"
            + " '', ?, ?, ?, ?, '', cast(? as integer[]))";
    private static final String IDENTIFIER = insert("crm_customer_identifier", "key_text, customer_id");
    private static final String CONTACT = insert("crm_customer_contact", "key_text, customer_id");
    private static final String AUDIT = insert(
            "crm_audit_entry",
            "id, happened_at, actor_kind, actor, action, target_type, target_id, customer_id, team, changes");
    private static final String TICKET = insert(
            "crm_ticket",
            "id, version, ticket_number, customer_id, subject, channel, category, category_root, language, status,"
                    + " priority, tags, team, subjects, created_at, updated_at, waiting_since, events, human_replies,"
                    + " reopens, created_by_kind, created_by");
    private static final String MESSAGE =
            insert("crm_ticket_message", "id, ticket_id, customer_id, kind, author_kind, author, written_at, body");
    private static final String EVENT = insert(
            "crm_ticket_event",
            "id, ticket_id, sequence_number, happened_at, actor_kind, actor, kind, value_before, value_after");
    private static final String EXECUTION =
            insert("crm_rule_execution", "id, rule_id, ticket_id, episode, happened_at");
    private static final String DUE = insert("crm_due_item", "ticket_id, rule_id, due_at, episode");
    private static final String NOTIFICATION = insert(
            "crm_notification",
            "id, version, dedupe_key, channel, recipient, template, language, subject, body, ticket_id, customer_id,"
                    + " team, created_at, state, attempts, next_attempt_at, due_at");
    private static final String NOTE = insert(
            "crm_note",
            "id, version, customer_id, subjects, html, plain_text, search_text, kind, pinned, author_kind, author,"
                    + " team, created_at");
    private static final String SUBJECT = insert("crm_note_subject", "subject, note_id");
    private static final String REFERENCE =
            insert("crm_text_reference", "name, kind, written_at, record_id, parent_id");
    private static final String ANSWERED =
            "update crm_ticket set version = version + 1, status = 'OPEN', updated_at = ?,"
                    + " waiting_since = null, first_reply_at = ?, events = ?, human_replies = human_replies + 1"
                    + " where id = ? and version = ?";

    private final SplittableRandom random;
    private long nextNumber;

    /** With ticket numbers from this one on. */
    HandWrites(long firstNumber) {
        random = new SplittableRandom(firstNumber);
        nextNumber = firstNumber;
    }

    /** A customer with a log-in name, a telephone number and an address. */
    void customer(Connection connection, int k) throws SQLException {
        UUID id = id();
        Instant now = now();
        String phone = "+98935" + String.format("%07d", k);
        String email = "byhand" + k + "@example.com";
        change(
                connection,
                CUSTOMER,
                id,
                1L,
                "علی",
                "رضایی",
                "[{\"kind\":\"username\",\"value\":\"byhand" + k + "\"}]",
                "[{\"type\":\"PHONE\",\"value\":\"" + phone + "\",\"normalised\":\"" + phone
                        + "\"},{\"type\":\"EMAIL\",\"value\":\"" + email + "\",\"normalised\":\"" + email + "\"}]",
                "[\"fa\"]",
                "STANDARD",
                "",
                "{}",
                "[]",
                "support",
                now,
                "HOST",
                "exchange",
                now);
        keys(connection, id, k, phone, email);
        texts(connection, id, k, phone, email);
    }

    /** Texts and features are made by the library's own means: what is compared is how they are kept. */
    private static void texts(Connection connection, UUID id, int k, String phone, String email) throws SQLException {
        String name = "byhand" + k;
        CustomerIndex index = new CustomerIndex(
                Set.of(),
                Set.of(),
                new Searchable()
                        .addName("علی")
                        .addName("رضایی")
                        .addName("علی رضایی")
                        .add(name)
                        .addKey(new Key('\u0006' + name, name))
                        .text(),
                new Searchable()
                        .add(phone)
                        .add("0" + phone.substring(3))
                        .addKey(Key.of(phone))
                        .add(email)
                        .addKey(Key.of(email))
                        .text(),
                Map.of());
        String features = Arrays.toString(IntStream.concat(
                        Arrays.stream(SearchFeatures.of(index)),
                        IntStream.of(narrowing("team:support"), narrowing("tier:STANDARD")))
                .sorted()
                .distinct()
                .toArray());
        change(
                connection,
                SEARCH,
                id,
                index.openText().split("\n=", 2)[0] + "\n",
                "\n=" + index.openText().split("\n=", 2)[1],
                index.contactText().split("\n=", 2)[0] + "\n",
                "\n=" + index.contactText().split("\n=", 2)[1],
                "{" + features.substring(1, features.length() - 1) + "}");
    }

    /** The number of what searches are narrowed by, as the storage makes it. */
    private static int narrowing(String text) {
        return Integer.reverse(text.hashCode() * 0x9e3779b1);
    }

    private void keys(Connection connection, UUID id, int k, String phone, String email) throws SQLException {
        change(connection, IDENTIFIER, "username:byhand" + k, id);
        batch(connection, CONTACT, List.of(row("PHONE:" + phone, id), row("EMAIL:" + email, id)));
        String changes =
                "[{\"field\":\"names.given\",\"after\":\"علی\"},{\"field\":\"names.family\",\"after\":\"رضایی\"},"
                        + "{\"field\":\"languages\",\"after\":\"fa\"},{\"field\":\"tier\",\"after\":\"STANDARD\"},"
                        + "{\"field\":\"team\",\"after\":\"support\"},{\"field\":\"identifier.username\",\"after\":\"byhand"
                        + k
                        + "\"},{\"field\":\"contact.PHONE\",\"after\":\"" + phone
                        + "\"},{\"field\":\"contact.EMAIL\",\"after\":\"" + email + "\"}]";
        change(
                connection,
                AUDIT,
                id(),
                now(),
                "HOST",
                "exchange",
                "CUSTOMER_REGISTERED",
                "customer",
                id.toString(),
                id,
                "support",
                changes);
    }

    /** A ticket with its message, history, confirmation and reminder. */
    void ticket(Connection connection, UUID customer) throws SQLException {
        UUID id = id();
        Instant now = now();
        ticketRow(connection, id, customer, now);
        change(connection, MESSAGE, id(), id, customer, "PUBLIC", "HOST", "exchange", now, "برداشت من انجام نشد");
        batch(
                connection,
                EVENT,
                List.of(
                        row(id(), id, 1, now, "HOST", "exchange", "OPENED", null, "other"),
                        row(id(), id, 2, now, "HOST", "exchange", "CUSTOMER_MESSAGE", null, "waiting")));
        change(connection, EXECUTION, id(), "acknowledge", id, id().toString(), now);
        confirmation(connection, id, customer, now);
        batch(
                connection,
                AUDIT,
                List.of(
                        row(
                                id(),
                                now,
                                "HOST",
                                "exchange",
                                "TICKET_OPENED",
                                "ticket",
                                id.toString(),
                                customer,
                                "support",
                                "[]"),
                        row(
                                id(),
                                now,
                                "SYSTEM",
                                "rule:acknowledge",
                                "RULE_FIRED",
                                "ticket",
                                id.toString(),
                                customer,
                                "support",
                                "[]")));
    }

    private void ticketRow(Connection connection, UUID id, UUID customer, Instant now) throws SQLException {
        change(
                connection,
                TICKET,
                id,
                1L,
                nextNumber++,
                customer,
                "برداشت",
                "WEB",
                "other",
                "other",
                "fa",
                "NEW",
                "NORMAL",
                "[]",
                "support",
                "[]",
                now,
                now,
                now,
                2,
                0,
                0,
                "HOST",
                "exchange");
    }

    private void confirmation(Connection connection, UUID ticket, UUID customer, Instant now) throws SQLException {
        change(connection, DUE, ticket, "unanswered", now.plus(Duration.ofHours(24)), now);
        change(
                connection,
                NOTIFICATION,
                id(),
                1L,
                "ticket-received:CUSTOMER:" + ticket + ":acknowledge:" + id(),
                "SMS",
                "+989123456789",
                "ticket-received",
                "fa",
                "درخواست شما دریافت شد",
                "درخواست شما دریافت شد و در حال بررسی است.\nشمارهٔ پیگیری: " + nextNumber,
                ticket,
                customer,
                "support",
                now,
                "PENDING",
                0,
                now,
                now);
    }

    /** A note about a customer and an order. */
    void note(Connection connection, UUID customer, int k) throws SQLException {
        UUID id = id();
        Instant now = now();
        String order = "byhand" + k;
        change(
                connection,
                NOTE,
                id,
                1L,
                customer,
                "[{\"type\":\"order\",\"id\":\"" + order + "\"}]",
                "<p>called about it</p>",
                "called about it",
                "called about it",
                "GENERAL",
                false,
                "AGENT",
                "sara",
                "support",
                now);
        change(connection, SUBJECT, "order:" + order, id);
        String reversed = "<" + new StringBuilder(order).reverse();
        batch(connection, REFERENCE, List.of(row(order, "NOTE", now, id, id), row(reversed, "NOTE", now, id, id)));
        change(
                connection,
                AUDIT,
                id(),
                now,
                "AGENT",
                "sara",
                "NOTE_ADDED",
                "note",
                id.toString(),
                customer,
                "support",
                "[]");
    }

    /** The first answer to a ticket as it was read. */
    void answer(Connection connection, UUID ticket, UUID customer, Answered before) throws SQLException {
        Instant now = now();
        int events = before.events();
        change(connection, MESSAGE, id(), ticket, customer, "PUBLIC", "AGENT", "sara", now, "در حال بررسی است");
        change(connection, ANSWERED, now, now, events + 2, ticket, before.version());
        batch(
                connection,
                EVENT,
                List.of(
                        row(id(), ticket, events + 1, now, "AGENT", "sara", "HUMAN_REPLY", now.toString(), "1"),
                        row(id(), ticket, events + 2, now, "AGENT", "sara", "STATUS", "NEW", "OPEN")));
        change(connection, "delete from crm_due_item where ticket_id = ? and rule_id = ?", ticket, "unanswered");
        change(
                connection,
                AUDIT,
                id(),
                now,
                "AGENT",
                "sara",
                "TICKET_REPLIED",
                "ticket",
                ticket.toString(),
                customer,
                "support",
                "[{\"field\":\"status\",\"before\":\"NEW\",\"after\":\"OPEN\"}]");
    }

    /** That a report left the house. */
    void exported(Connection connection, int rows) throws SQLException {
        change(
                connection,
                AUDIT,
                id(),
                now(),
                "AGENT",
                "root",
                "REPORT_EXPORTED",
                "report",
                "activity-log",
                null,
                "support",
                "[{\"field\":\"rows\",\"after\":\"" + rows + "\"}]");
    }

    /**
     * What an answer must know of the ticket.
     *
     * @param version its version
     * @param events how many events it has
     */
    record Answered(long version, int events) {}

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    /** Ordered by time, as the library's are, so that the indexes grow alike. */
    private UUID id() {
        long time = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(time, 0x8000_0000_0000_0000L | random.nextLong() >>> 2);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
