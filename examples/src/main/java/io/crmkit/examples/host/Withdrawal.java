package io.crmkit.examples.host;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** The exchange's own entity, of which the CRM knows nothing. */
@Entity
@Table(name = "withdrawal")
class Withdrawal {
    @Id
    @Column(name = "id")
    long id;

    @Column(name = "amount")
    BigDecimal amount;

    static Withdrawal of(long id, String amount) {
        Withdrawal withdrawal = new Withdrawal();
        withdrawal.id = id;
        withdrawal.amount = new BigDecimal(amount);
        return withdrawal;
    }
}
