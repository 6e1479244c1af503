package io.crmkit.ticket;

/** A ticket's state as its customer sees it. */
public enum CustomerTicketStatus {
    /** The desk has it. */
    RECEIVED,
    /** The desk works on it; also shown while the desk waits for others. */
    IN_PROGRESS,
    /** The desk needs an answer. */
    WAITING_FOR_YOU,
    /** Done; an answer reopens it. */
    SOLVED,
    /** Over; an answer opens a follow-up. */
    CLOSED;

    /** Returns what the customer sees of a state. */
    public static CustomerTicketStatus of(TicketStatus status) {
        return switch (status) {
            case NEW -> RECEIVED;
            case OPEN, ON_HOLD -> IN_PROGRESS;
            case PENDING -> WAITING_FOR_YOU;
            case SOLVED -> SOLVED;
            case CLOSED -> CLOSED;
        };
    }
}
