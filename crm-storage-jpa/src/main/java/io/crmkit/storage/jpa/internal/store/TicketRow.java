package io.crmkit.storage.jpa.internal.store;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.storage.jpa.internal.json.Columns;
import io.crmkit.ticket.Category;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.Rating;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketClock;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketNumber;
import io.crmkit.ticket.TicketStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket. */
@Entity(name = "CrmTicket")
@Table(name = "ticket")
class TicketRow {
    @Id
    @Column(name = "id")
    UUID id;

    @Version
    @Column(name = "version")
    long version;

    @Column(name = "ticket_number")
    long number;

    @Column(name = "customer_id")
    UUID customer;

    @Column(name = "subject", length = Texts.LONG)
    String subject;

    @Column(name = "channel", length = 20)
    String channel;

    @Column(name = "category", length = 120)
    String category;

    @Column(name = "category_root", length = 120)
    String categoryRoot;

    @Column(name = "language", length = 40)
    String language;

    @Column(name = "status", length = 20)
    String status;

    @Column(name = "priority", length = 20)
    String priority;

    @Column(name = "tags", length = Texts.LONG)
    String tags;

    @Column(name = "team", length = 40)
    String team;

    @Column(name = "assignee", length = 64)
    @Nullable
    String assignee;

    @Column(name = "subjects", length = Texts.LONG)
    String subjects;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "waiting_since")
    @Nullable
    Instant waitingSince;

    @Column(name = "first_reply_at")
    @Nullable
    Instant firstReplyAt;

    @Column(name = "first_solved_at")
    @Nullable
    Instant firstSolvedAt;

    @Column(name = "last_solved_at")
    @Nullable
    Instant lastSolvedAt;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Column(name = "events")
    int events;

    @Column(name = "human_replies")
    int humanReplies;

    @Column(name = "reopens")
    int reopens;

    @Column(name = "follow_up_of")
    @Nullable
    UUID followUpOf;

    @Column(name = "merged_into")
    @Nullable
    UUID mergedInto;

    @Column(name = "rating_stars")
    @Nullable
    Integer ratingStars;

    @Column(name = "rating_comment", length = Texts.LONG)
    @Nullable
    String ratingComment;

    @Column(name = "rated_at")
    @Nullable
    Instant ratedAt;

    @Column(name = "created_by_kind", length = 20)
    String createdByKind;

    @Column(name = "created_by", length = 64)
    String createdBy;

    static TicketRow of(Ticket ticket) {
        TicketRow row = new TicketRow();
        row.id = ticket.id().value();
        row.version = ticket.version();
        row.number = ticket.number().value();
        row.customer = ticket.customer().value();
        row.subject = ticket.subject();
        row.channel = ticket.channel().name();
        row.category = ticket.category().path();
        row.categoryRoot = ticket.category().root();
        row.language = ticket.language();
        row.status = ticket.status().name();
        row.priority = ticket.priority().name();
        row.tags = Columns.words(ticket.tags());
        row.team = ticket.team().value();
        row.assignee = ticket.assignee().map(ActorId::value).orElse(null);
        row.subjects = Columns.subjects(ticket.subjects());
        row.events = ticket.events();
        row.humanReplies = ticket.humanReplies();
        row.reopens = ticket.reopens();
        row.followUpOf = ticket.followUpOf().map(TicketId::value).orElse(null);
        row.mergedInto = ticket.mergedInto().map(TicketId::value).orElse(null);
        row.ratingStars = ticket.rating().map(Rating::stars).orElse(null);
        row.ratingComment = ticket.rating().map(Rating::comment).orElse(null);
        row.ratedAt = ticket.rating().map(Rating::at).orElse(null);
        row.createdByKind = ticket.createdBy().kind().name();
        row.createdBy = ticket.createdBy().id().value();
        row.setClock(ticket.clock());
        return row;
    }

    private void setClock(TicketClock clock) {
        createdAt = clock.createdAt();
        updatedAt = clock.updatedAt();
        waitingSince = clock.waitingSince().orElse(null);
        firstReplyAt = clock.firstReplyAt().orElse(null);
        firstSolvedAt = clock.firstSolvedAt().orElse(null);
        lastSolvedAt = clock.lastSolvedAt().orElse(null);
        closedAt = clock.closedAt().orElse(null);
    }

    Ticket toTicket() {
        return new Ticket(
                new TicketId(id),
                version,
                new TicketNumber(number),
                new CustomerId(customer),
                subject,
                Channel.valueOf(channel),
                Category.of(category),
                language,
                TicketStatus.valueOf(status),
                Priority.valueOf(priority),
                new TreeSet<>(Columns.words(tags)),
                TeamId.of(team),
                Optional.ofNullable(assignee).map(ActorId::new),
                Columns.subjects(subjects),
                clock(),
                events,
                humanReplies,
                reopens,
                Optional.ofNullable(followUpOf).map(TicketId::new),
                Optional.ofNullable(mergedInto).map(TicketId::new),
                rating(),
                Actors.of(createdByKind, createdBy));
    }

    private TicketClock clock() {
        return new TicketClock(
                createdAt,
                updatedAt,
                Optional.ofNullable(waitingSince),
                Optional.ofNullable(firstReplyAt),
                Optional.ofNullable(firstSolvedAt),
                Optional.ofNullable(lastSolvedAt),
                Optional.ofNullable(closedAt));
    }

    private Optional<Rating> rating() {
        return ratingStars == null || ratingComment == null || ratedAt == null
                ? Optional.empty()
                : Optional.of(new Rating(ratingStars, ratingComment, ratedAt));
    }
}
