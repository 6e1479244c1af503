package io.crmkit.ticket;

/** The way a ticket came in. */
public enum Channel {
    /** Electronic mail. */
    EMAIL,
    /** A form in the host's web pages or application. */
    WEB,
    /** A telephone call. */
    PHONE,
    /** A social network. */
    SOCIAL,
    /** A chat. */
    CHAT,
    /** A text message. */
    SMS,
    /** A program of the customer. */
    API,
    /** A visit. */
    IN_PERSON,
    /** A partner passed it on. */
    PARTNER,
    /** A forum of users. */
    COMMUNITY
}
