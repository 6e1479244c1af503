package io.crmkit.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How long a ticket was in each state. Elapsed time, not business time. Source of the sums: Zendesk's definitions of
 * requester wait, agent work and agent wait time.
 *
 * @param inStatus time in each state that it was ever in, up to the instant asked for; CLOSED does not count
 */
public record TicketTimes(Map<TicketStatus, Duration> inStatus) {
    /** Copies the map. */
    public TicketTimes {
        inStatus = Map.copyOf(inStatus);
    }

    /** Computes the times from a ticket's whole history in order, up to {@code asOf}. */
    public static TicketTimes of(List<TicketEvent> history, Instant asOf) {
        Map<TicketStatus, Duration> sums = new EnumMap<>(TicketStatus.class);
        TicketStatus status = TicketStatus.NEW;
        Instant since = history.isEmpty() ? asOf : history.get(0).at();
        for (TicketEvent event : history) {
            if (event.kind() == TicketEventKind.STATUS && !event.at().isAfter(asOf)) {
                sums.merge(status, Duration.between(since, event.at()), Duration::plus);
                status = TicketStatus.valueOf(event.to().orElseThrow());
                since = event.at();
            }
        }
        if (since.isBefore(asOf)) {
            sums.merge(status, Duration.between(since, asOf), Duration::plus);
        }
        sums.remove(TicketStatus.CLOSED);
        return new TicketTimes(sums);
    }

    /** Time in one state. */
    public Duration in(TicketStatus status) {
        return inStatus.getOrDefault(status, Duration.ZERO);
    }

    /** Time the customer waited for the desk: NEW, OPEN and ON_HOLD. */
    public Duration requesterWait() {
        return agentWork().plus(in(TicketStatus.ON_HOLD));
    }

    /** Time the desk could work: NEW and OPEN. */
    public Duration agentWork() {
        return in(TicketStatus.NEW).plus(in(TicketStatus.OPEN));
    }

    /** Time the desk waited for the customer: PENDING. */
    public Duration agentWait() {
        return in(TicketStatus.PENDING);
    }
}
