package io.crmkit.storage.jpa.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A unique key of a customer. */
@Entity(name = "CrmCustomerIdentifier")
@Table(name = "customer_identifier")
class CustomerIdentifierRow {
    @Id
    @Column(name = "key_text", length = 400)
    String key;

    @Column(name = "customer_id")
    UUID customer;

    static CustomerIdentifierRow of(String key, UUID customer) {
        CustomerIdentifierRow row = new CustomerIdentifierRow();
        row.key = key;
        row.customer = customer;
        return row;
    }
}
