package io.crmkit.examples.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.examples.features.Screen;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class HostTest {
    private final Screen screen = new Screen();

    private void assertThatWasPrinted(String... lines) {
        assertThat(screen.out().lines()).containsExactly(lines);
        assertThat(screen.err()).isEmpty();
    }

    @Test
    void withPlainJdbcBothRowsStayOrNone() throws SQLException {
        WithdrawalWithJdbcMain.run(screen.console());

        assertThatWasPrinted(
                "in the beginning: withdrawals 0, tickets 0",
                "after a commit: withdrawals 1, tickets 1",
                "after a rollback: withdrawals 1, tickets 1");
    }

    @Test
    void withAnEntityManagerToo() throws SQLException {
        WithdrawalWithHibernateMain.run(screen.console());

        assertThatWasPrinted(
                "after a commit: withdrawals 1, tickets 1",
                "after a rollback: withdrawals 1, tickets 1",
                "no ticket: NOT_FOUND",
                "the withdrawal stays: withdrawals 2, tickets 1");
    }

    @Test
    void withSpringToo() throws SQLException {
        WithdrawalWithSpringMain.run(screen.console());

        assertThatWasPrinted(
                "after a commit: withdrawals 1, tickets 1",
                "refused: 17 is more than this customer has",
                "after a rollback: withdrawals 1, tickets 1");
    }
}
