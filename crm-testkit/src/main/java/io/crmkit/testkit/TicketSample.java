package io.crmkit.testkit;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.id.SubjectRef;
import io.crmkit.ticket.Category;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.Rating;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketClock;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketNumber;
import io.crmkit.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A ticket for tests, one part after another. Not thread-safe. */
public final class TicketSample {
    private TicketId id;
    private long version = 1;
    private TicketNumber number;
    private final CustomerId customer;
    private String subject = "—";
    private Channel channel = Channel.WEB;
    private Category category = Category.of("withdrawal/delayed");
    private String language = "en";
    private TicketStatus status = TicketStatus.NEW;
    private Priority priority = Priority.NORMAL;
    private Set<String> tags = Set.of();
    private TeamId team = TeamId.SUPPORT;
    private Optional<ActorId> assignee = Optional.empty();
    private List<SubjectRef> subjects = List.of();
    private TicketClock clock;
    private int events = 1;
    private int humanReplies;
    private int reopens;
    private Optional<TicketId> followUpOf = Optional.empty();
    private Optional<TicketId> mergedInto = Optional.empty();
    private Optional<Rating> rating = Optional.empty();

    TicketSample(TicketId id, TicketNumber number, CustomerId customer, Instant createdAt) {
        this.id = id;
        this.number = number;
        this.customer = customer;
        this.clock = TicketClock.startingAt(createdAt, true);
    }

    /** The next version of {@code ticket}, otherwise the same. */
    public static TicketSample after(Ticket ticket) {
        TicketSample next = new TicketSample(ticket.id(), ticket.number(), ticket.customer(), ticket.createdAt());
        next.version = ticket.version() + 1;
        next.subject = ticket.subject();
        next.channel = ticket.channel();
        next.category = ticket.category();
        next.language = ticket.language();
        next.status = ticket.status();
        next.priority = ticket.priority();
        next.tags = ticket.tags();
        next.team = ticket.team();
        next.assignee = ticket.assignee();
        next.subjects = ticket.subjects();
        next.clock = ticket.clock();
        next.events = ticket.events();
        next.humanReplies = ticket.humanReplies();
        next.reopens = ticket.reopens();
        next.followUpOf = ticket.followUpOf();
        next.mergedInto = ticket.mergedInto();
        next.rating = ticket.rating();
        return next;
    }

    /** With this id. */
    public TicketSample id(UUID value) {
        id = new TicketId(value);
        return this;
    }

    /** In this version. */
    public TicketSample version(long value) {
        version = value;
        return this;
    }

    /** With this number. */
    public TicketSample number(TicketNumber value) {
        number = value;
        return this;
    }

    /** With this first line. */
    public TicketSample subject(String value) {
        subject = value;
        return this;
    }

    /** Come in this way. */
    public TicketSample channel(Channel value) {
        channel = value;
        return this;
    }

    /** Of this category. */
    public TicketSample category(String path) {
        category = Category.of(path);
        return this;
    }

    /** In this language. */
    public TicketSample language(String tag) {
        language = tag;
        return this;
    }

    /** In this state. */
    public TicketSample status(TicketStatus value) {
        status = value;
        return this;
    }

    /** With this priority. */
    public TicketSample priority(Priority value) {
        priority = value;
        return this;
    }

    /** With these tags only. */
    public TicketSample tags(String... values) {
        tags = Set.of(values);
        return this;
    }

    /** Of this team. */
    public TicketSample team(TeamId value) {
        team = value;
        return this;
    }

    /** Assigned to this agent. */
    public TicketSample assignee(ActorId value) {
        assignee = Optional.of(value);
        return this;
    }

    /** About these objects only. */
    public TicketSample subjects(SubjectRef... values) {
        subjects = List.of(values);
        return this;
    }

    /** Opened, with the customer waiting since, at this time. */
    public TicketSample createdAt(Instant value) {
        clock = TicketClock.startingAt(value, true);
        return this;
    }

    /** With these times. */
    public TicketSample clock(TicketClock value) {
        clock = value;
        return this;
    }

    /** With so many events in its history. */
    public TicketSample events(int value) {
        events = value;
        return this;
    }

    /** With so many answers by people and so many reopenings. */
    public TicketSample counts(int replies, int reopenings) {
        humanReplies = replies;
        reopens = reopenings;
        return this;
    }

    /** Going on from this one. */
    public TicketSample followUpOf(TicketId value) {
        followUpOf = Optional.of(value);
        return this;
    }

    /** Taken up by this one. */
    public TicketSample mergedInto(TicketId value) {
        mergedInto = Optional.of(value);
        return this;
    }

    /** Rated so. */
    public TicketSample rating(Rating value) {
        rating = Optional.of(value);
        return this;
    }

    /** Makes the ticket. */
    public Ticket build() {
        return new Ticket(
                id,
                version,
                number,
                customer,
                subject,
                channel,
                category,
                language,
                status,
                priority,
                tags,
                team,
                assignee,
                subjects,
                clock,
                events,
                humanReplies,
                reopens,
                followUpOf,
                mergedInto,
                rating,
                SampleRecords.AGENT);
    }
}
