package io.crmkit.storage.jpa.internal.store;

import io.crmkit.automation.RuleId;
import io.crmkit.spi.storage.DueItem;
import io.crmkit.ticket.TicketId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** What a rule has to do at a later time. */
@Entity(name = "CrmDueItem")
@Table(name = "due_item")
@IdClass(DueItemRow.Key.class)
class DueItemRow {
    /** Ticket and rule. */
    record Key(UUID ticket, String rule) implements Serializable {}

    @Id
    @Column(name = "ticket_id")
    UUID ticket;

    @Id
    @Column(name = "rule_id", length = 40)
    String rule;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "episode")
    Instant episode;

    static DueItemRow of(DueItem item) {
        DueItemRow row = new DueItemRow();
        row.ticket = item.ticket().value();
        row.rule = item.rule().value();
        row.dueAt = item.dueAt();
        row.episode = item.episode();
        return row;
    }

    DueItem toItem() {
        return new DueItem(new RuleId(rule), new TicketId(ticket), dueAt, episode);
    }
}
