package io.crmkit.notification;

/** The way a notice goes out. */
public enum NoticeChannel {
    /** A text message to a telephone. */
    SMS,
    /** Electronic mail. */
    EMAIL,
    /** Whatever the host uses to tell its agents something. */
    AGENT
}
