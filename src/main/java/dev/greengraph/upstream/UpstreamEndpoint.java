package dev.greengraph.upstream;

import dev.greengraph.account.Messenger;

/** The upstream methods in use, with the rate that the vendor documents per account. */
public enum UpstreamEndpoint {
    /** getChatHistory: messages of one chat, both directions. */
    GET_CHAT_HISTORY("getChatHistory"),
    /** getMessage: one message. */
    GET_MESSAGE("getMessage"),
    /** lastIncomingMessages: what all chats received. */
    LAST_INCOMING_MESSAGES("lastIncomingMessages"),
    /** lastOutgoingMessages: what was sent to all chats. */
    LAST_OUTGOING_MESSAGES("lastOutgoingMessages"),
    /** getIncomingStatuses: stories of contacts. */
    GET_INCOMING_STATUSES("getIncomingStatuses");

    private final String method;

    UpstreamEndpoint(String method) {
        this.method = method;
    }

    /** The method's name as the upstream spells it. */
    public String method() {
        return method;
    }

    /** Calls a second that the upstream allows one account. Source: upstream manual, rate limiter. */
    public int callsPerSecond(Messenger messenger) {
        return this == GET_MESSAGE && messenger == Messenger.WHATSAPP ? 10 : 1;
    }
}
