package io.crmkit.ticket.internal;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.TeamId;
import io.crmkit.internal.access.Writing;
import io.crmkit.ticket.Category;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.Rating;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketClock;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A ticket while a command changes it. Every change of state goes through here and leaves its event, so that the stored
 * ticket and its history always say the same.
 */
public final class TicketEditor {
    private final Writing writing;
    private final Optional<Ticket> before;
    private final Ticket base;
    private final List<TicketEvent> events = new ArrayList<>();
    /** Never before the ticket's last change, so that a clock that goes back makes no negative times. */
    private final Instant now;

    private ActorRef by;
    private TicketStatus status;
    private Priority priority;
    private Category category;
    private final Set<String> tags;
    private TeamId team;
    private Optional<ActorId> assignee;
    private Optional<Instant> waitingSince;
    private Optional<Instant> firstReplyAt;
    private Optional<Instant> firstSolvedAt;
    private Optional<Instant> lastSolvedAt;
    private Optional<Instant> closedAt;
    private int humanReplies;
    private int reopens;
    private Optional<TicketId> mergedInto;
    private Optional<Rating> rating;

    private TicketEditor(Writing writing, Optional<Ticket> before, Ticket base) {
        this.writing = writing;
        this.before = before;
        this.base = base;
        this.now =
                writing.now().isBefore(base.clock().updatedAt()) ? base.clock().updatedAt() : writing.now();
        this.by = writing.actor().ref();
        this.status = base.status();
        this.priority = base.priority();
        this.category = base.category();
        this.tags = new TreeSet<>(base.tags());
        this.team = base.team();
        this.assignee = base.assignee();
        this.waitingSince = base.clock().waitingSince();
        this.firstReplyAt = base.clock().firstReplyAt();
        this.firstSolvedAt = base.clock().firstSolvedAt();
        this.lastSolvedAt = base.clock().lastSolvedAt();
        this.closedAt = base.clock().closedAt();
        this.humanReplies = base.humanReplies();
        this.reopens = base.reopens();
        this.mergedInto = base.mergedInto();
        this.rating = base.rating();
    }

    /** Changes a stored ticket. */
    public static TicketEditor of(Writing writing, Ticket stored) {
        return new TicketEditor(writing, Optional.of(stored), stored);
    }

    /** Begins a ticket; {@code draft} has version 0 and no events. */
    static TicketEditor begin(Writing writing, Ticket draft) {
        TicketEditor editor = new TicketEditor(writing, Optional.empty(), draft);
        editor.event(TicketEventKind.OPENED, null, draft.category().path());
        return editor;
    }

    /** The ticket as it was stored; empty for a new one. */
    public Optional<Ticket> before() {
        return before;
    }

    /** The transaction. */
    public Writing writing() {
        return writing;
    }

    /** What happened in this command. */
    public List<TicketEvent> events() {
        return Collections.unmodifiableList(events);
    }

    /** Makes a change under another name: a rule's. */
    public void changeAs(ActorRef other, Runnable change) {
        ActorRef caller = by;
        by = other;
        try {
            change.run();
        } finally {
            by = caller;
        }
    }

    void customerWrote() {
        boolean begins = waitingSince.isEmpty();
        if (begins) {
            waitingSince = Optional.of(now);
        }
        event(TicketEventKind.CUSTOMER_MESSAGE, null, begins ? "waiting" : null);
        wake();
    }

    /** The customer wants something of the desk. */
    private void wake() {
        if (status == TicketStatus.PENDING || status == TicketStatus.ON_HOLD || status == TicketStatus.SOLVED) {
            status(TicketStatus.OPEN);
        }
    }

    void humanReplied() {
        humanReplies++;
        event(
                TicketEventKind.HUMAN_REPLY,
                waitingSince.map(Instant::toString).orElse(null),
                Integer.toString(humanReplies));
        waitingSince = Optional.empty();
        if (firstReplyAt.isEmpty()) {
            firstReplyAt = Optional.of(now);
        }
        if (status == TicketStatus.NEW) {
            status(TicketStatus.OPEN);
        }
    }

    void commented() {
        event(TicketEventKind.COMMENT, null, null);
    }

    /** Sets the state, whatever it was; whether it may follow is for the caller to say. */
    public void status(TicketStatus wanted) {
        event(TicketEventKind.STATUS, status.name(), wanted.name());
        if (status == TicketStatus.SOLVED && wanted == TicketStatus.OPEN) {
            reopens++;
        }
        status = wanted;
        if (wanted == TicketStatus.SOLVED) {
            lastSolvedAt = Optional.of(now);
            firstSolvedAt = firstSolvedAt.or(() -> lastSolvedAt);
        } else if (wanted == TicketStatus.CLOSED) {
            closedAt = Optional.of(now);
        }
        if (wanted.isDone()) {
            waitingSince = Optional.empty();
        }
    }

    /** Sets the priority; the same one changes nothing. */
    public void priority(Priority wanted) {
        if (wanted != priority) {
            event(TicketEventKind.PRIORITY, priority.name(), wanted.name());
            priority = wanted;
        }
    }

    void category(Category wanted) {
        if (!wanted.equals(category)) {
            event(TicketEventKind.CATEGORY, category.path(), wanted.path());
            category = wanted;
        }
    }

    /** Sets the tags; the same ones change nothing. */
    public void tags(Set<String> wanted) {
        if (!wanted.equals(tags)) {
            event(TicketEventKind.TAGS, String.join(",", tags), String.join(",", new TreeSet<>(wanted)));
            tags.clear();
            tags.addAll(wanted);
        }
    }

    /** Gives the ticket to an agent; NEW becomes OPEN. */
    public void assign(ActorId agent) {
        event(TicketEventKind.ASSIGNED, assignee.map(ActorId::value).orElse(null), agent.value());
        assignee = Optional.of(agent);
        if (status == TicketStatus.NEW) {
            status(TicketStatus.OPEN);
        }
    }

    void refer(TeamId other) {
        event(TicketEventKind.TEAM, team.value(), other.value());
        team = other;
        assignee = Optional.empty();
    }

    void mergeInto(TicketId target) {
        event(TicketEventKind.MERGED, null, target.toString());
        mergedInto = Optional.of(target);
        status(TicketStatus.CLOSED);
    }

    void takeUp(Ticket source) {
        event(TicketEventKind.MERGED, source.id().toString(), null);
        Optional<Instant> other = source.clock().waitingSince();
        if (other.isPresent()) {
            wake();
            waitingSince =
                    waitingSince.filter(mine -> mine.isBefore(other.get())).or(() -> other);
        }
    }

    void rate(Rating given) {
        event(
                TicketEventKind.RATED,
                rating.map(r -> Integer.toString(r.stars())).orElse(null),
                Integer.toString(given.stars()));
        rating = Optional.of(given);
    }

    /** The ticket as it is to be stored: one version on. */
    public Ticket ticket() {
        TicketClock clock = new TicketClock(
                base.createdAt(), now, waitingSince, firstReplyAt, firstSolvedAt, lastSolvedAt, closedAt);
        return new Ticket(
                base.id(),
                before.map(Ticket::version).orElse(0L) + 1,
                base.number(),
                base.customer(),
                base.subject(),
                base.channel(),
                category,
                base.language(),
                status,
                priority,
                tags,
                team,
                assignee,
                base.subjects(),
                clock,
                base.events() + events.size(),
                humanReplies,
                reopens,
                base.followUpOf(),
                mergedInto,
                rating,
                base.createdBy());
    }

    private void event(TicketEventKind kind, @Nullable String from, @Nullable String to) {
        events.add(new TicketEvent(
                writing.newId(),
                base.id(),
                base.events() + events.size() + 1,
                now,
                by,
                kind,
                Optional.ofNullable(from),
                Optional.ofNullable(to)));
    }
}
