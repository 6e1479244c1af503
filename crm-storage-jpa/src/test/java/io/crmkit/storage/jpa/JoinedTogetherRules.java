package io.crmkit.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.AddNote;
import io.crmkit.note.NoteQuery;
import io.crmkit.page.PageRequest;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Ticket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Both or none. */
abstract class JoinedTogetherRules {
    private final Exchange exchange;

    JoinedTogetherRules(Exchange exchange) {
        this.exchange = exchange;
    }

    @Test
    void aCommitKeepsTheWithdrawalAndTheTicket() throws SQLException {
        Ticket ticket;
        try (Connection connection = exchange.begin()) {
            Exchange.withdraw(connection, 981);
            ticket = exchange.desk(connection)
                    .tickets()
                    .open(exchange.question("برداشت من انجام نشد").on(SubjectRef.order("981")));
            connection.commit();
        }

        assertThat(exchange.withdrawals()).containsExactly(981);
        assertThat(exchange.desk().tickets().get(ticket.id())).isEqualTo(ticket);
    }

    @Test
    void aRollbackLeavesNeitherTheWithdrawalNorAnyRowOfTheCrm() throws SQLException {
        Map<String, Integer> before = exchange.tables.counts();

        try (Connection connection = exchange.begin()) {
            Exchange.withdraw(connection, 981);
            CrmSession desk = exchange.desk(connection);
            desk.tickets().open(exchange.question("Withdrawal").once("form-1"));
            desk.notes().add(AddNote.about(exchange.ali(), "<p>குறிப்பு</p>"));
            assertThat(exchange.tables.counts(connection)).isNotEqualTo(before);
            connection.rollback();
        }

        assertThat(exchange.withdrawals()).isEmpty();
        assertThat(exchange.tables.counts()).isEqualTo(before);
    }

    @Test
    void whatIsRolledBackIsNeverSent() throws SQLException {
        try (Connection connection = exchange.begin()) {
            exchange.desk(connection).tickets().open(exchange.question("Withdrawal"));
            connection.rollback();
        }
        exchange.crm.runDue();

        assertThat(exchange.sms.attempts()).isZero();
    }

    @Test
    void whatIsCommittedIsSentAfterTheCommit() throws SQLException {
        try (Connection connection = exchange.beginElsewhere()) {
            exchange.desk(connection).tickets().open(exchange.question("Withdrawal"));
            exchange.crm.runDue();
            assertThat(exchange.sms.attempts()).isZero();

            connection.commit();
        }
        exchange.crm.runDue();

        assertThat(exchange.sms.sent()).hasSize(1);
    }

    @Test
    void callsSeeWhatEarlierCallsOfTheTransactionWrote() throws SQLException {
        try (Connection connection = exchange.beginElsewhere()) {
            CrmSession desk = exchange.desk(connection);
            Customer murugan = desk.customers()
                    .register(RegisterCustomer.named("முருகன்", "செல்வம்").username("murugan"));
            Ticket ticket = desk.tickets().open(OpenTicket.of(murugan.id(), Channel.WEB, "KYC", "என் சரிபார்ப்பு"));
            desk.notes().add(AddNote.about(murugan.id(), "<p>یادداشت</p>"));

            assertThat(desk.customers().findByIdentifier(Identifier.username("murugan")))
                    .contains(murugan);
            assertThat(desk.tickets().find(ticket.number())).contains(ticket);
            assertThat(desk.notes()
                            .list(NoteQuery.about(murugan.id()), PageRequest.first())
                            .items())
                    .hasSize(1);
            connection.rollback();
        }
    }

    @Test
    void othersSeeNothingBeforeTheCommit() throws SQLException {
        try (Connection connection = exchange.beginElsewhere()) {
            exchange.desk(connection)
                    .customers()
                    .register(RegisterCustomer.named("முருகன்", "செல்வம்").username("murugan"));
            assertThat(exchange.desk().customers().findByIdentifier(Identifier.username("murugan")))
                    .isEmpty();

            connection.commit();
        }

        assertThat(exchange.desk().customers().findByIdentifier(Identifier.username("murugan")))
                .isPresent();
    }

    @Test
    void aSavepointOfTheHostsUndoesCallsToo() throws SQLException {
        try (Connection connection = exchange.begin()) {
            Exchange.withdraw(connection, 1);
            Map<String, Integer> before = exchange.tables.counts(connection);
            var savepoint = connection.setSavepoint();
            exchange.desk(connection).tickets().open(exchange.question("Withdrawal"));
            connection.rollback(savepoint);

            assertThat(exchange.tables.counts(connection)).isEqualTo(before);
            Ticket second = exchange.desk(connection).tickets().open(exchange.question("Withdrawal"));
            connection.commit();
            assertThat(second.version()).isEqualTo(1);
        }

        assertThat(exchange.withdrawals()).containsExactly(1);
    }

    @Test
    void oneKeyGivesOneTicketAcrossTransactionsOfTheHosts() throws SQLException {
        OpenTicket request = exchange.question("Withdrawal").once("form-7");
        Ticket first;
        try (Connection connection = exchange.begin()) {
            first = exchange.desk(connection).tickets().open(request);
            connection.commit();
        }
        try (Connection connection = exchange.begin()) {
            assertThat(exchange.desk(connection).tickets().open(request).id()).isEqualTo(first.id());
            connection.commit();
        }
    }
}
