package io.crmkit.automation;

import io.crmkit.ticket.TicketId;
import java.time.Instant;
import java.util.UUID;

/**
 * That a rule acted on a ticket.
 *
 * @param id the id
 * @param rule which rule
 * @param ticket on which ticket
 * @param episode what made it act: the event's id, or the instant when the episode began; a rule acts once for each
 * @param at when
 */
public record RuleExecution(UUID id, RuleId rule, TicketId ticket, String episode, Instant at) {}
