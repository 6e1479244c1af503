package io.crmkit.storage.jpa.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** The folded text of one attribute of a customer, to be found by. */
@Entity(name = "CrmCustomerAttribute")
@Table(name = "customer_attribute")
@IdClass(CustomerAttributeRow.Key.class)
class CustomerAttributeRow {
    /** Customer and name. */
    record Key(UUID customer, String name) implements Serializable {}

    @Id
    @Column(name = "customer_id")
    UUID customer;

    @Id
    @Column(name = "name", length = 60)
    String name;

    @Column(name = "folded_text", length = Texts.LONG)
    String text;

    static CustomerAttributeRow of(UUID customer, String name, String text) {
        CustomerAttributeRow row = new CustomerAttributeRow();
        row.customer = customer;
        row.name = name;
        row.text = text;
        return row;
    }
}
