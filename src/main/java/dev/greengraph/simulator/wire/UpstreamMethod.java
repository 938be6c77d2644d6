package dev.greengraph.simulator.wire;

import dev.greengraph.account.Messenger;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The methods of the upstream that are simulated, with verbs and rates from its manual. Not derived from the gateway's
 * table of endpoints: the simulator would then agree with a wrong rate there, and its 429 would prove nothing.
 */
public enum UpstreamMethod {
    GET_CHAT_HISTORY("getChatHistory", "POST"),
    GET_MESSAGE("getMessage", "POST"),
    LAST_INCOMING_MESSAGES("lastIncomingMessages", "GET"),
    LAST_OUTGOING_MESSAGES("lastOutgoingMessages", "GET"),
    GET_INCOMING_STATUSES("getIncomingStatuses", "GET"),
    GET_STATE_INSTANCE("getStateInstance", "GET"),
    GET_CHATS("getChats", "GET"),
    GET_AVATAR("getAvatar", "POST"),
    LAST_INCOMING_CALLS("lastIncomingCalls", "GET"),
    LAST_OUTGOING_CALLS("lastOutgoingCalls", "GET"),
    GET_SETTINGS("getSettings", "GET"),
    GET_ACCOUNT_SETTINGS("getAccountSettings", "GET"),
    SHOW_MESSAGES_QUEUE("showMessagesQueue", "GET"),
    GET_GROUP_DATA("getGroupData", "POST"),
    GET_OUTGOING_STATUSES("getOutgoingStatuses", "GET"),
    GET_STATUS_STATISTIC("getStatusStatistic", "GET"),
    GET_CONTACTS("getContacts", "GET"),
    GET_CONTACT_INFO("getContactInfo", "POST"),
    DOWNLOAD_FILE("downloadFile", "POST"),
    RECEIVE_NOTIFICATION("receiveNotification", "GET"),
    DELETE_NOTIFICATION("deleteNotification", "DELETE");

    private static final Set<UpstreamMethod> TEN_ON_WHATSAPP = EnumSet.of(GET_MESSAGE, GET_AVATAR);
    private static final Set<UpstreamMethod> TEN_ON_MAX = EnumSet.of(GET_GROUP_DATA);
    private static final Set<UpstreamMethod> HUNDRED = EnumSet.of(RECEIVE_NOTIFICATION, DELETE_NOTIFICATION);
    private static final Set<UpstreamMethod> ONLY_ON_WHATSAPP = EnumSet.of(
            GET_INCOMING_STATUSES,
            GET_OUTGOING_STATUSES,
            GET_STATUS_STATISTIC,
            LAST_INCOMING_CALLS,
            LAST_OUTGOING_CALLS);

    private final String wireName;
    private final String verb;

    UpstreamMethod(String wireName, String verb) {
        this.wireName = wireName;
        this.verb = verb;
    }

    public String wireName() {
        return wireName;
    }

    /** The HTTP verb it answers to; any other is not found. */
    public String verb() {
        return verb;
    }

    /** Whether it is about notifications, which are answered once: no recording holds them. */
    public boolean isOfQueue() {
        return HUNDRED.contains(this);
    }

    /** By its name in any casing: the manual itself uses two. */
    public static Optional<UpstreamMethod> named(String name) {
        return Stream.of(values())
                .filter(method -> method.wireName.equalsIgnoreCase(name))
                .findFirst();
    }

    public boolean existsOn(Messenger messenger) {
        return messenger == Messenger.WHATSAPP ? this != GET_ACCOUNT_SETTINGS : !ONLY_ON_WHATSAPP.contains(this);
    }

    /** How many calls of this method an instance may make in a second. */
    public int perSecond(Messenger messenger) {
        if (this == DOWNLOAD_FILE) {
            return messenger == Messenger.WHATSAPP ? 5 : 1;
        }
        if (HUNDRED.contains(this)) {
            return 100;
        }
        return (messenger == Messenger.WHATSAPP ? TEN_ON_WHATSAPP : TEN_ON_MAX).contains(this) ? 10 : 1;
    }
}
