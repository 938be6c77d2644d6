package dev.greengraph.graphql.cost;

/** What a resolver reads of the upstream. Windows and lists of an account are shared by all its fields, other
 * calls by none. */
public enum Reads {
    /** Nothing of the upstream. */
    NOTHING,
    /** The state of every endpoint, which needs no call. */
    ENDPOINT_STATES,
    /** The incoming window of a day, for a name. */
    NAMES,
    /** The incoming and outgoing windows over the argument {@code minutes}. */
    JOURNALS,
    /** The same, or one of them if the argument {@code filter} has a direction. */
    JOURNALS_BY_DIRECTION,
    /** The incoming and outgoing windows over the argument {@code minutes}, all texts of which are searched. */
    SEARCH,
    /** The window of statuses over the argument {@code minutes}. */
    STATUSES,
    /** Whether the account works. */
    ACCOUNT_STATE,
    /** What the upstream writes down for the account. */
    SETTINGS,
    /** How far the upstream has read the account. */
    SYNC,
    /** Why a list is empty: settings and state of the account, and how far the upstream has read it. */
    EMPTINESS,
    /** What waits to be sent, as many as the argument {@code first} says. */
    QUEUE,
    /** The list of all chats, as one object. */
    CHAT_LIST,
    /** The list of all chats, as a page. */
    CHAT_LIST_PAGE,
    /** What the messenger says about one group: one call. */
    GROUP,
    /** The address book, as a page. */
    CONTACTS,
    /** What the messenger says about one person: one call. */
    CONTACT_DETAILS,
    /** The picture of a chat, from a method that has ten times the rate of the others: a tenth of a call. */
    AVATAR,
    /** The windows of received and made calls over the argument {@code minutes}. */
    CALLS,
    /** The window of statuses that the account sent over the argument {@code minutes}. */
    OUTGOING_STATUSES,
    /** How far one status came: one call. */
    STATUS_VIEWS,
    /** The history of a chat: the newest page is one call, a later or a filtered one may need one for each size. */
    HISTORY,
    /** One message or event: one call. */
    MESSAGE,
    /** A message that another one refers to, mostly in a window that the other one came from: a tenth of a call. */
    REFERENCE
}
