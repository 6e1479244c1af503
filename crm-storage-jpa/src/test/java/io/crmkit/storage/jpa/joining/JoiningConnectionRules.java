package io.crmkit.storage.jpa.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.Tier;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.error.ConflictException;
import io.crmkit.error.CrmException;
import io.crmkit.error.DuplicateException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.page.PageRequest;
import io.crmkit.servers.TestDatabase;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.testkit.FaultyStorage;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host with plain JDBC whose pool has one connection: whoever asked for a second one would wait for ever. */
abstract class JoiningConnectionRules {
    private Exchange exchange;
    private Connection host;
    private Crm joined;

    abstract TestDatabase database();

    @BeforeEach
    void begin() throws SQLException {
        exchange = new Exchange(database(), 1);
        host = exchange.pool().getConnection();
        host.setAutoCommit(false);
        joined = exchange.crm.joining(exchange.storage.host(host));
    }

    @AfterEach
    void end() throws SQLException {
        host.close();
        exchange.close();
    }

    private List<Ticket> committedTickets() throws SQLException {
        host.close();
        return Exchange.as(exchange.crm)
                .tickets()
                .list(TicketQuery.all(), PageRequest.first())
                .items();
    }

    @Test
    void bothRowsAreThereWhenTheHostCommits() throws SQLException {
        Exchange.withdraw(host, 1);
        Ticket ticket = exchange.open(joined);
        host.commit();

        assertThat(committedTickets()).containsExactly(ticket);
        assertThat(exchange.withdrawals()).isOne();
        exchange.crm.runDue();
        assertThat(exchange.sms.sent()).hasSize(1);
    }

    @Test
    void noneIsThereAndNothingIsSentWhenTheHostRollsBack() throws SQLException {
        Exchange.withdraw(host, 1);
        exchange.open(joined);
        host.rollback();

        assertThat(committedTickets()).isEmpty();
        assertThat(exchange.withdrawals()).isZero();
        exchange.crm.runDue();
        assertThat(exchange.sms.sent()).isEmpty();
    }

    @Test
    void joinedCallsSeeWhatJoinedCallsWrote() {
        Ticket ticket = exchange.open(joined);

        assertThat(Exchange.as(joined).tickets().get(ticket.id())).isEqualTo(ticket);
        assertThat(Exchange.as(joined)
                        .tickets()
                        .list(TicketQuery.all(), PageRequest.first())
                        .items())
                .containsExactly(ticket);
    }

    @Test
    void aFailedCallLeavesTheHostsTransactionAsItWas() throws SQLException {
        Exchange.withdraw(host, 1);
        Ticket before = exchange.open(joined);
        CrmSession desk = Exchange.as(joined);

        assertThatThrownBy(() -> desk.customers()
                        .register(RegisterCustomer.named("Ali", "B").username("ALI")))
                .isInstanceOf(DuplicateException.class);
        assertThatThrownBy(() -> desk.customers().register(RegisterCustomer.named("", "")))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> desk.customers().get(new CustomerId(new UUID(7, 7))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> joined.as(Actor.agent("x", Role.AUDITOR))
                        .customers()
                        .register(RegisterCustomer.named("x", "y")))
                .isInstanceOf(PermissionDeniedException.class);

        assertThat(Exchange.withdrawals(host)).isOne();
        Exchange.withdraw(host, 2);
        host.commit();
        assertThat(committedTickets()).containsExactly(before);
        assertThat(exchange.withdrawals()).isEqualTo(2);
    }

    @Test
    void whateverFailsInTheMiddleOfACallIsUndoneToTheCallsBeginning() throws SQLException {
        Exchange.withdraw(host, 1);
        FaultyStorage faulty = new FaultyStorage(exchange.storage.host(host));
        Crm failing = exchange.crm.joining(faulty);
        OpenTicket command = OpenTicket.of(exchange.ali.id(), Channel.WEB, "s", "b");
        for (int call = 1; call <= 5; call++) {
            faulty.failAtCall(call, FaultyStorage.Moment.AFTER, new IllegalStateException("planned"));
            assertThatThrownBy(() -> Exchange.as(failing).tickets().open(command))
                    .hasMessage("planned");
            faulty.failAtCall(call, FaultyStorage.Moment.AFTER, new AssertionError("planned"));
            assertThatThrownBy(() -> Exchange.as(failing).tickets().open(command))
                    .hasMessage("planned");
        }

        Ticket after = exchange.open(joined);
        host.commit();
        assertThat(committedTickets()).containsExactly(after);
        assertThat(exchange.withdrawals()).isOne();
    }

    @Test
    void nothingAboutTheConnectionChanges() throws SQLException {
        int isolation = host.getTransactionIsolation();

        exchange.open(joined);
        assertThatThrownBy(() -> Exchange.as(joined)
                        .customers()
                        .register(RegisterCustomer.named("A", "").username("ali")))
                .isInstanceOf(CrmException.class);
        joined.close();

        assertThat(host.isClosed()).isFalse();
        assertThat(host.getAutoCommit()).isFalse();
        assertThat(host.isReadOnly()).isFalse();
        assertThat(host.getTransactionIsolation()).isEqualTo(isolation);
        assertThat(Exchange.as(joined).customers().get(exchange.ali.id())).isEqualTo(exchange.ali);
    }

    @Test
    void aConnectionThatCommitsByItselfIsRefused() throws SQLException {
        host.setAutoCommit(true);

        assertThatThrownBy(() -> exchange.open(joined))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("setAutoCommit(false)");
    }

    @Test
    void nothingIsDeliveredFromInsideTheHostsTransaction() {
        assertThatThrownBy(joined::runDue)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("on the CRM");
    }

    @Test
    void numbersAreUniqueAlsoWhenABlockIsUsedUpAndTheHostRollsBack() throws SQLException {
        Set<Long> numbers = new HashSet<>();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 40; i++) {
                numbers.add(exchange.open(joined).number().value());
            }
            host.commit();
        }
        exchange.open(joined);
        host.rollback();
        numbers.add(exchange.open(joined).number().value());
        host.commit();

        assertThat(numbers).hasSize(121);
        assertThat(committedTickets()).hasSize(50);
    }

    @Test
    void aVersionThatWasSeenCountsInsideTheTransactionToo() {
        Customer seen = exchange.ali;
        Customer changed =
                Exchange.as(joined).customers().update(UpdateCustomer.of(seen).tier(Tier.GOLD));

        assertThatThrownBy(() -> Exchange.as(joined)
                        .customers()
                        .update(UpdateCustomer.of(seen).tier(Tier.SILVER)))
                .isInstanceOf(ConflictException.class);
        assertThat(Exchange.as(joined).customers().findByIdentifier(Identifier.username("ali")))
                .hasValue(changed);
    }

    @Test
    void keysHoldInsideTheTransactionAndVanishWithIt() throws SQLException {
        OpenTicket command =
                OpenTicket.of(exchange.ali.id(), Channel.WEB, "s", "b").once("w-1");

        Ticket first = Exchange.as(joined).tickets().open(command);
        assertThat(Exchange.as(joined).tickets().open(command)).isEqualTo(first);
        host.rollback();
        Ticket second = Exchange.as(joined).tickets().open(command);
        host.commit();

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(committedTickets()).containsExactly(second);
    }

    @Test
    void theStorageInsideTheTransactionHasItsAbilities() {
        CrmStorage inside = exchange.storage.host(host);

        assertThat(inside.capabilities()).isEqualTo(exchange.storage.capabilities());
    }
}
