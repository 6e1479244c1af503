package io.crmkit.retention;

import java.time.Duration;

/** Records that are added and never changed back, so that their number grows with every day. */
public enum RecordKind {
    /** Under which keys commands were carried out, by when they were; a repeated command is carried out again after that. */
    IDEMPOTENCY_KEYS(Duration.ofHours(24)),
    /** That rules acted, by when they did. */
    RULE_EXECUTIONS(Duration.ofDays(30)),
    /** Notices that were sent or given up, by when they were made. Others are never removed. */
    NOTIFICATIONS(Duration.ofDays(1)),
    /** What customers did in the host's systems, by when they did; what is removed is counted no more. */
    ACTIVITIES(Duration.ofDays(1)),
    /** Former texts of notes, by when they were replaced. */
    NOTE_REVISIONS(Duration.ofDays(1)),
    /** Public messages and internal comments of closed tickets, by when they were written. Those of others are kept. */
    MESSAGES(Duration.ofDays(1)),
    /** What happened to tickets that are closed, by when it did; what is removed is missing in their times. */
    TICKET_EVENTS(Duration.ofDays(1)),
    /** Deleted attachments, by when they were deleted. Their files are without a record then: a sweep removes them. */
    DELETED_ATTACHMENTS(Duration.ofDays(1)),
    /** That files came, counted by uploader and day, by when they came. */
    UPLOAD_COUNTS(Duration.ofDays(3)),
    /** The audit, by when something was done. Ask your lawyers: exchanges must often keep it for five years or more. */
    AUDIT(Duration.ofDays(1));

    private final Duration shortest;

    RecordKind(Duration shortest) {
        this.shortest = shortest;
    }

    /** The shortest time that they can be kept for: below it the CRM would forget what it still needs. */
    public Duration shortest() {
        return shortest;
    }
}
