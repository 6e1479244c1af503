package io.crmkit.storage.jpa.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A key of a customer that several may share. */
@Entity(name = "CrmCustomerContact")
@Table(name = "customer_contact")
@IdClass(CustomerContactRow.Key.class)
class CustomerContactRow {
    /** Both columns. */
    record Key(UUID customer, String key) implements Serializable {}

    @Id
    @Column(name = "customer_id")
    UUID customer;

    @Id
    @Column(name = "key_text", length = 400)
    String key;

    static CustomerContactRow of(String key, UUID customer) {
        CustomerContactRow row = new CustomerContactRow();
        row.key = key;
        row.customer = customer;
        return row;
    }
}
