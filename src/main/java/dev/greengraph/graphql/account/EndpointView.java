package dev.greengraph.graphql.account;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** An upstream method. */
@Description("An upstream method.")
@Enum("Endpoint")
public enum EndpointView {
    /** The history of one chat. */
    @Description("The history of one chat.")
    GET_CHAT_HISTORY,

    /** One message. */
    @Description("One message.")
    GET_MESSAGE,

    /** The journal of incoming messages of all chats. */
    @Description("The journal of incoming messages of all chats.")
    LAST_INCOMING_MESSAGES,

    /** The journal of outgoing messages of all chats. */
    @Description("The journal of outgoing messages of all chats.")
    LAST_OUTGOING_MESSAGES,

    /** Statuses received from contacts. */
    @Description("Statuses received from contacts.")
    GET_INCOMING_STATUSES
}
