package io.crmkit.storage.jpa.joining;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The host's own entity; its name is one that the CRM might have used too. */
@Entity(name = "Ticket")
@Table(name = "withdrawal")
class Withdrawal {
    @Id
    long id;

    String amount;

    static Withdrawal of(long id) {
        Withdrawal row = new Withdrawal();
        row.id = id;
        row.amount = "1 BTC";
        return row;
    }
}
