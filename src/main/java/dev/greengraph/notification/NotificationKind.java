package dev.greengraph.notification;

/** What a notification is about. */
public enum NotificationKind {
    /** A message was sent or received. */
    MESSAGE,
    /** The delivery of a message changed. */
    DELIVERY,
    /** The state of the account changed. */
    STATE,
    /** A call. */
    CALL,
    /** The monthly quota is used up. */
    QUOTA,
    /** Something that the gateway does not show. */
    OTHER,
    /** It cannot be read. */
    UNREADABLE,
    /** It is about another account than the one whose address it was sent to. */
    MISDIRECTED
}
