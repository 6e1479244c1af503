package io.crmkit.verify.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.ActorId;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketClock;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a ticket's events say of it, by the meaning that {@link TicketEventKind} gives them and nothing else. */
final class Replayed {
    private int sequence;
    private String status = "NEW";
    private String priority = "NORMAL";
    private String category = "";
    private String tags = "";
    private String team = "support";
    private String assignee = "";
    private @Nullable Instant waiting;
    private @Nullable Instant waitingBeforeTheEnd;
    private @Nullable Instant firstReply;
    private @Nullable Instant firstSolved;
    private @Nullable Instant lastSolved;
    private @Nullable Instant closed;
    private @Nullable Instant updated;
    private int replies;
    private int reopens;
    private String stars = "";

    void apply(TicketEvent event, Map<TicketId, Replayed> all) {
        assertThat(event.sequence()).isEqualTo(++sequence);
        String to = event.to().orElse("");
        updated = event.at();
        switch (event.kind()) {
            case OPENED -> category = to;
            case STATUS -> status(event, to);
            case PRIORITY -> priority = changed(event, priority);
            case CATEGORY -> category = changed(event, category);
            case TAGS -> tags = changed(event, tags);
            case ASSIGNED -> assignee = changed(event, assignee);
            case TEAM -> {
                team = changed(event, team);
                assignee = "";
            }
            case CUSTOMER_MESSAGE -> {
                assertThat(to.equals("waiting")).isEqualTo(waiting == null);
                waiting = waiting == null ? event.at() : waiting;
            }
            case HUMAN_REPLY -> replied(event);
            case MERGED -> event.from().ifPresent(source -> takeUp(all.get(TicketId.parse(source))));
            case RATED -> stars = changed(event, stars);
            case COMMENT -> {
                // says nothing of the ticket
            }
        }
    }

    private static String changed(TicketEvent event, String present) {
        assertThat(event.from().orElse("")).isEqualTo(present);
        return event.to().orElse("");
    }

    private void status(TicketEvent event, String to) {
        reopens += status.equals("SOLVED") && to.equals("OPEN") ? 1 : 0;
        status = changed(event, status);
        if (to.equals("SOLVED")) {
            firstSolved = firstSolved == null ? event.at() : firstSolved;
            lastSolved = event.at();
        } else if (to.equals("CLOSED")) {
            closed = event.at();
        }
        if (to.equals("SOLVED") || to.equals("CLOSED")) {
            waitingBeforeTheEnd = waiting;
            waiting = null;
        }
    }

    private void replied(TicketEvent event) {
        assertThat(event.from()).isEqualTo(Optional.ofNullable(waiting).map(Instant::toString));
        assertThat(event.to()).contains(Integer.toString(++replies));
        firstReply = firstReply == null ? event.at() : firstReply;
        waiting = null;
    }

    /** The source ended just before; what it waited for goes on here. */
    private void takeUp(@Nullable Replayed source) {
        Instant since = source == null ? null : source.waitingBeforeTheEnd;
        if (since != null && (waiting == null || since.isBefore(waiting))) {
            waiting = since;
        }
    }

    String summary() {
        return String.join(
                " ",
                status,
                priority,
                category,
                "[" + tags + "]",
                team,
                assignee,
                "events=" + sequence,
                "replies=" + replies,
                "reopens=" + reopens,
                "stars=" + stars,
                waiting + " " + firstReply + " " + firstSolved + " " + lastSolved + " " + closed + " " + updated);
    }

    static String summary(Ticket ticket) {
        TicketClock clock = ticket.clock();
        return String.join(
                " ",
                ticket.status().name(),
                ticket.priority().name(),
                ticket.category().path(),
                "[" + String.join(",", ticket.tags()) + "]",
                ticket.team().value(),
                ticket.assignee().map(ActorId::value).orElse(""),
                "events=" + ticket.events(),
                "replies=" + ticket.humanReplies(),
                "reopens=" + ticket.reopens(),
                "stars=" + ticket.rating().map(r -> Integer.toString(r.stars())).orElse(""),
                shown(clock.waitingSince()) + " " + shown(clock.firstReplyAt()) + " " + shown(clock.firstSolvedAt())
                        + " " + shown(clock.lastSolvedAt()) + " " + shown(clock.closedAt()) + " " + clock.updatedAt());
    }

    private static String shown(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("null");
    }
}
