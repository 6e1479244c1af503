package io.crmkit.notification;

/** How far a notification got. */
public enum NotificationState {
    /** Waits for its first attempt. */
    PENDING,
    /** Somebody is sending it. */
    LEASED,
    /** An attempt failed; waits for the next: after 1 and 5 and 30 minutes, 2 and 12 hours. */
    RETRY,
    /** The notifier took it. */
    SENT,
    /** Given up: all attempts failed, the notifier refused it for good, or there is no notifier for its channel. */
    DEAD
}
