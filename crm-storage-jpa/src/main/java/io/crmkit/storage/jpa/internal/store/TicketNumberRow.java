package io.crmkit.storage.jpa.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row that ticket numbers are taken from. */
@Entity(name = "CrmTicketNumber")
@Table(name = "ticket_number")
class TicketNumberRow {
    @Id
    @Column(name = "id")
    int id;

    @Column(name = "next_value")
    long nextValue;
}
