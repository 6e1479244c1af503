package io.crmkit.ticket;

import io.crmkit.actor.CustomerId;
import io.crmkit.error.ConflictException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.NotFoundException;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * Tickets, as one actor may see and change them. Thread-safe.
 *
 * <p>Every method throws {@link io.crmkit.error.PermissionDeniedException} before it looks at anything if the actor's
 * roles lack the permission named with it. Tickets outside of the actor's reach are not found: somebody else's ticket
 * looks like none at all. A customer who opens, writes or rates gets the ticket without what belongs to the desk: no
 * tags, assignee, priority or team, and ON_HOLD shows as OPEN.
 *
 * <p>An answer by a person is what {@link #reply} writes for an agent; acknowledgements and notices by rules never count
 * as one. A waiting episode begins with a customer's message when none is open and ends with a person's answer or when
 * the ticket is solved or closed.
 */
public interface TicketService {
    /** The most characters of one message. */
    int MAX_MESSAGE = 100_000;

    /**
     * Opens a ticket in state NEW; rules then set priority, tags and assignee and acknowledge it. Needs
     * {@code TICKET_OPEN}; a customer opens his own only.
     *
     * @throws NotFoundException if there is no such customer within reach
     */
    Ticket open(OpenTicket command);

    /**
     * Adds a message of the customer: PENDING, ON_HOLD and SOLVED become OPEN; out of SOLVED this is a reopening. On a
     * CLOSED ticket it opens a follow-up with the same channel and category. Needs {@code TICKET_WRITE}.
     *
     * @return the ticket that has the message now: the one asked for, or the follow-up
     * @throws NotFoundException if there is no such ticket of that customer within reach
     */
    Ticket write(WriteMessage command);

    /**
     * Answers the customer and then sets the state if one is wanted; a wanted state equal to the present one changes
     * nothing, and any other on a SOLVED ticket first reopens it. Needs {@code TICKET_WORK}.
     *
     * @throws InvalidRequestException if the ticket is CLOSED or the wanted state may not follow
     * @throws ConflictException if the command names a version and it is not the stored one
     */
    Ticket reply(ReplyToTicket command);

    /**
     * Adds an internal comment: neither state nor times change. Needs {@code TICKET_WORK}.
     *
     * @throws InvalidRequestException if the ticket is CLOSED
     */
    InternalComment comment(CommentOnTicket command);

    /**
     * Changes state, priority, category or tags by hand. Needs {@code TICKET_WORK}.
     *
     * @throws InvalidRequestException if the state may not follow ({@link TicketStatus#next()}), is the present one, or
     *     the ticket is CLOSED
     * @throws ConflictException if the stored version is not the expected one
     */
    Ticket change(ChangeTicket command);

    /**
     * Gives a ticket to an agent; NEW becomes OPEN. Needs {@code TICKET_WORK}.
     *
     * @throws InvalidRequestException if the ticket is CLOSED, or there is no such active agent in the ticket's team
     * @throws ConflictException if the command names a version and it is not the stored one
     */
    Ticket assign(AssignTicket command);

    /**
     * Refers a ticket to another team, which holds it from now on. Needs {@code TICKET_WORK}.
     *
     * @throws InvalidRequestException if the ticket is SOLVED or CLOSED, or the team is unknown or has it already
     */
    Ticket refer(ReferTicket command);

    /**
     * Merges a ticket into another of the same customer. If the customer waits for an answer in the source, he waits in
     * the target from now on, which becomes OPEN as by a message of his. Needs {@code TICKET_MERGE}.
     *
     * @return the target
     * @throws InvalidRequestException if both are the same, of different customers, or one is CLOSED
     */
    Ticket merge(MergeTickets command);

    /**
     * Keeps the customer's judgement. Needs {@code TICKET_RATE}.
     *
     * @throws InvalidRequestException if the ticket is not solved, or was solved more than seven days ago
     */
    Ticket rate(RateTicket command);

    /**
     * Returns a ticket. Needs {@code TICKET_READ}.
     *
     * @throws NotFoundException if there is none within reach
     */
    Ticket get(TicketId id);

    /** Finds a ticket by its short number. Needs {@code TICKET_READ}. */
    Optional<Ticket> find(TicketNumber number);

    /** Lists tickets. Needs {@code TICKET_READ}. */
    Page<Ticket> list(TicketQuery query, PageRequest page);

    /**
     * Lists the conversation of a ticket, earliest first. Needs {@code TICKET_READ}; internal comments are among it for
     * those with {@code COMMENT_READ} only.
     */
    Page<Message> messages(TicketId id, PageRequest page);

    /** Returns everything that happened to a ticket, in order. Needs {@code TICKET_READ}. */
    List<TicketEvent> history(TicketId id);

    /** Returns everything that one wants beside a ticket. Needs {@code TICKET_READ}. */
    TicketContext context(TicketId id);

    /** Returns what the customer sees of a ticket. Needs {@code TICKET_VIEW}. */
    TicketView view(TicketId id);

    /** Lists what a customer sees of his tickets, latest first, without messages. Needs {@code TICKET_VIEW}. */
    Page<TicketView> views(CustomerId customer, PageRequest page);
}
