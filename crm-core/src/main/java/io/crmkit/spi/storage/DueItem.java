package io.crmkit.spi.storage;

import io.crmkit.automation.RuleId;
import io.crmkit.ticket.TicketId;
import java.time.Instant;

/**
 * What a rule has to do with a ticket at a later time. Rule and ticket together are the key.
 *
 * @param rule which rule
 * @param ticket with which ticket
 * @param dueAt when
 * @param episode the instant when what the rule waits for began
 */
public record DueItem(RuleId rule, TicketId ticket, Instant dueAt, Instant episode) {}
