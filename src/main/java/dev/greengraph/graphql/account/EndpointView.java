package dev.greengraph.graphql.account;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Description("An upstream method.")
@Enum("Endpoint")
public enum EndpointView {
    @Description("The history of one chat.")
    GET_CHAT_HISTORY,

    @Description("One message.")
    GET_MESSAGE,

    @Description("The journal of incoming messages of all chats.")
    LAST_INCOMING_MESSAGES,

    @Description("The journal of outgoing messages of all chats.")
    LAST_OUTGOING_MESSAGES,

    @Description("Statuses received from contacts.")
    GET_INCOMING_STATUSES,

    @Description("Whether the account works.")
    GET_STATE_INSTANCE,

    @Description("The list of all chats.")
    GET_CHATS,

    @Description("The picture of one chat.")
    GET_AVATAR,

    @Description("The journal of received calls.")
    LAST_INCOMING_CALLS,

    @Description("The journal of made calls.")
    LAST_OUTGOING_CALLS,

    @Description("What the upstream writes down for the account.")
    GET_SETTINGS,

    @Description("How far the upstream has read the account; MAX alone has it.")
    GET_ACCOUNT_SETTINGS,

    @Description("What waits to be sent.")
    SHOW_MESSAGES_QUEUE,

    @Description("What the messenger says about one group.")
    GET_GROUP_DATA,

    @Description("Statuses that the account sent.")
    GET_OUTGOING_STATUSES,

    @Description("How far one of these came with each person.")
    GET_STATUS_STATISTIC,

    @Description("The address book.")
    GET_CONTACTS,

    @Description("What the messenger says about one person.")
    GET_CONTACT_INFO,

    @Description("Where the file of one message is.")
    DOWNLOAD_FILE
}
