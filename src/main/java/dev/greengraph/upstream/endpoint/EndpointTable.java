package dev.greengraph.upstream.endpoint;

import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.UpstreamEndpoint.Freshness;
import dev.greengraph.upstream.UpstreamEndpoint.Rate;
import dev.greengraph.upstream.row.Rows;
import dev.greengraph.upstream.row.SingleRow;
import dev.greengraph.upstream.row.account.QueuedNotification;
import dev.greengraph.upstream.row.account.QueuedRow;
import dev.greengraph.upstream.row.account.SettingsRow;
import dev.greengraph.upstream.row.account.StateRow;
import dev.greengraph.upstream.row.account.SyncRow;
import dev.greengraph.upstream.row.call.CallRow;
import dev.greengraph.upstream.row.directory.AvatarRow;
import dev.greengraph.upstream.row.directory.ChatRow;
import dev.greengraph.upstream.row.directory.ContactInfoRow;
import dev.greengraph.upstream.row.directory.ContactRow;
import dev.greengraph.upstream.row.directory.GroupRow;
import dev.greengraph.upstream.row.file.FileLinkRow;
import dev.greengraph.upstream.row.status.OutgoingStatusRow;
import dev.greengraph.upstream.row.status.StatusViewRow;
import dev.greengraph.upstream.shape.Answered;
import dev.greengraph.upstream.shape.LastMinutes;
import dev.greengraph.upstream.shape.LastMinutesRest;
import dev.greengraph.upstream.shape.ListAnswer;
import dev.greengraph.upstream.shape.ObjectAnswer;
import dev.greengraph.upstream.shape.OneChat;
import dev.greengraph.upstream.shape.OneChatRest;
import dev.greengraph.upstream.shape.WholeAccount;
import dev.greengraph.upstream.shape.WholeAccountRest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The upstream methods in use, each described once. */
public final class EndpointTable {

    private static final Rate ONE = new Rate(1, 1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Freshness CHATS = new Freshness("chats", MINUTE, Duration.ofHours(24), MINUTE);
    private static final Freshness JOURNALS = new Freshness("messages", Duration.ofSeconds(5), Duration.ofHours(1));

    /** Messages of one chat, both directions, newest first; none for a chat that the upstream does not know. */
    public static final EndpointDefinition<?, NewestInChat, Rows> GET_CHAT_HISTORY = new EndpointDefinition<>(
            new UpstreamEndpoint("getChatHistory", ONE, freshness("history", 30), false),
            HistoryRest.class,
            HistoryRest.SEND,
            new EntryList<>("incoming"));

    /**
     * One message. Fails with {@code MessageNotFound} or {@code ChatNotFound} also while the upstream has the message still
     * in its sending queue.
     */
    public static final EndpointDefinition<?, OneMessage, SingleRow> GET_MESSAGE = new EndpointDefinition<>(
            new UpstreamEndpoint("getMessage", new Rate(10, 1), freshness("message", 60), false),
            MessageRest.class,
            MessageRest.SEND,
            new OneMessage.Reader());

    /** What all chats received in the last minutes; the order is not promised. */
    public static final EndpointDefinition<?, LastMinutes, Rows> LAST_INCOMING_MESSAGES = LastMinutes.row(
            new UpstreamEndpoint("lastIncomingMessages", ONE, JOURNALS, false),
            LastMinutesRest::lastIncomingMessages,
            new EntryList<>("incoming"));

    /** What was sent to all chats in the last minutes; the order is not promised. */
    public static final EndpointDefinition<?, LastMinutes, Rows> LAST_OUTGOING_MESSAGES = LastMinutes.row(
            new UpstreamEndpoint("lastOutgoingMessages", ONE, JOURNALS, false),
            LastMinutesRest::lastOutgoingMessages,
            new EntryList<>("outgoing"));

    /** Statuses (stories) of contacts in the last minutes; MAX has none. */
    public static final EndpointDefinition<?, LastMinutes, Rows> GET_INCOMING_STATUSES = LastMinutes.row(
            new UpstreamEndpoint("getIncomingStatuses", ONE, freshness("statuses", 60), true),
            LastMinutesRest::getIncomingStatuses,
            new StatusList<>());

    /** Whether the account works. */
    public static final EndpointDefinition<?, WholeAccount, Answered<StateRow>> GET_STATE_INSTANCE = WholeAccount.row(
            new UpstreamEndpoint("getStateInstance", ONE, freshness("state", 10), false),
            WholeAccountRest::getStateInstance,
            new ObjectAnswer<>("an object with a state", StateRow::read));

    /** All chats, also those without recent messages. The upstream makes the list anew once a minute at most. */
    public static final EndpointDefinition<?, WholeAccount, Answered<List<ChatRow>>> GET_CHATS = WholeAccount.row(
            new UpstreamEndpoint("getChats", ONE, CHATS, false),
            WholeAccountRest::getChats,
            new ListAnswer<>("a list of chats", ChatRow::read));

    /** The picture of a person or a group. */
    public static final EndpointDefinition<?, OneChat, Answered<AvatarRow>> GET_AVATAR = OneChat.row(
            new UpstreamEndpoint("getAvatar", new Rate(10, 1), freshness("avatar", 3600), false),
            OneChatRest::getAvatar,
            new ObjectAnswer<>("an object with an avatar", AvatarRow::read));

    /** Calls by voice and video that came in during the last minutes. */
    public static final EndpointDefinition<?, LastMinutes, Answered<List<CallRow>>> LAST_INCOMING_CALLS =
            LastMinutes.row(
                    new UpstreamEndpoint("lastIncomingCalls", ONE, freshness("calls", 30), true),
                    LastMinutesRest::lastIncomingCalls,
                    new ListAnswer<>("a list of calls", CallRow::read));

    /** Calls that the account made in the last minutes. */
    public static final EndpointDefinition<?, LastMinutes, Answered<List<CallRow>>> LAST_OUTGOING_CALLS =
            LastMinutes.row(
                    new UpstreamEndpoint("lastOutgoingCalls", ONE, freshness("calls", 30), true),
                    LastMinutesRest::lastOutgoingCalls,
                    new ListAnswer<>("a list of calls", CallRow::read));

    /** What the upstream writes down for the account. */
    public static final EndpointDefinition<?, WholeAccount, Answered<SettingsRow>> GET_SETTINGS = WholeAccount.row(
            new UpstreamEndpoint("getSettings", ONE, freshness("settings", 60), false, true),
            WholeAccountRest::getSettings,
            new ObjectAnswer<>("an object with settings", SettingsRow::read));

    /** How far the upstream has read the account; WhatsApp has no such method. */
    public static final EndpointDefinition<?, WholeAccount, Answered<SyncRow>> GET_ACCOUNT_SETTINGS = WholeAccount.row(
            new UpstreamEndpoint("getAccountSettings", ONE, freshness("sync", 10), false),
            WholeAccountRest::getAccountSettings,
            new ObjectAnswer<>("an object about the account", SyncRow::read));

    /** What waits to be sent. */
    public static final EndpointDefinition<?, WholeAccount, Answered<List<QueuedRow>>> SHOW_MESSAGES_QUEUE =
            WholeAccount.row(
                    new UpstreamEndpoint("showMessagesQueue", ONE, freshness("queue", 5), false),
                    WholeAccountRest::showMessagesQueue,
                    new ListAnswer<>("a list of messages that wait", QueuedRow::read));

    /** What the messenger says about a group; a bare text if the account is no member. */
    public static final EndpointDefinition<?, OneChat, Answered<GroupRow>> GET_GROUP_DATA = OneChat.row(
            new UpstreamEndpoint("getGroupData", new Rate(1, 10), freshness("group", 600), false, true),
            OneChatRest::getGroupData,
            "groupId",
            new ObjectAnswer<>("an object about a group", GroupRow::read));

    /** Statuses that the account sent in the last minutes; MAX has none. */
    public static final EndpointDefinition<?, LastMinutes, Answered<List<OutgoingStatusRow>>> GET_OUTGOING_STATUSES =
            LastMinutes.row(
                    new UpstreamEndpoint("getOutgoingStatuses", ONE, freshness("statuses", 60), true),
                    LastMinutesRest::getOutgoingStatuses,
                    new ListAnswer<>("a list of statuses", OutgoingStatusRow::read));

    /** How far one of these came with each person. */
    public static final EndpointDefinition<?, OneStatus, Answered<List<StatusViewRow>>> GET_STATUS_STATISTIC =
            new EndpointDefinition<>(
                    new UpstreamEndpoint("getStatusStatistic", ONE, freshness("statuses", 60), true),
                    StatusStatisticRest.class,
                    StatusStatisticRest.SEND,
                    new ListAnswer<>("a list of people", StatusViewRow::read));

    /** The address book; groups are listed too. */
    public static final EndpointDefinition<?, WholeAccount, Answered<List<ContactRow>>> GET_CONTACTS = WholeAccount.row(
            new UpstreamEndpoint("getContacts", ONE, freshness("contacts", 3600), false),
            WholeAccountRest::getContacts,
            new ListAnswer<>("a list of contacts", ContactRow::read));

    /** What the messenger says about a person. */
    public static final EndpointDefinition<?, OneChat, Answered<ContactInfoRow>> GET_CONTACT_INFO = OneChat.row(
            new UpstreamEndpoint("getContactInfo", ONE, freshness("contact", 3600), false),
            OneChatRest::getContactInfo,
            new ObjectAnswer<>("an object about a person", ContactInfoRow::read));

    /**
     * Where the file of a message is: an address that expires, hence asked for only when another one has. Fails with {@code
     * MessageNotFound} also for a message without a file.
     */
    public static final EndpointDefinition<?, OneMessage, Answered<FileLinkRow>> DOWNLOAD_FILE =
            new EndpointDefinition<>(
                    new UpstreamEndpoint(
                            "downloadFile",
                            new Rate(5, 1),
                            new Freshness("files", Duration.ofHours(24), Duration.ofHours(24)),
                            false),
                    MessageRest.class,
                    MessageRest.SEND_FILE,
                    new FileLink());

    /** The oldest notification of the account's queue, which stays there until it is deleted; none if none came in time. */
    public static final EndpointDefinition<?, NextNotification, Answered<Optional<QueuedNotification>>>
            RECEIVE_NOTIFICATION = new EndpointDefinition<>(
                    new UpstreamEndpoint("receiveNotification", new Rate(100, 100), Freshness.NONE, false, true),
                    NotificationQueueRest.class,
                    NotificationQueueRest.RECEIVE,
                    new NextNotification.Reader());

    /** Deletes a notification from the queue; whether it was still there. */
    public static final EndpointDefinition<?, TakenNotification, Answered<Boolean>> DELETE_NOTIFICATION =
            new EndpointDefinition<>(
                    new UpstreamEndpoint("deleteNotification", new Rate(100, 100), Freshness.NONE, false),
                    NotificationQueueRest.class,
                    NotificationQueueRest.DELETE,
                    new ObjectAnswer<>("an object with a result", TakenNotification::result));

    /** All endpoints that callers' questions lead to, in the order in which they are shown. */
    public static final List<UpstreamEndpoint> ALL = List.of(
            GET_CHAT_HISTORY.endpoint(),
            GET_MESSAGE.endpoint(),
            LAST_INCOMING_MESSAGES.endpoint(),
            LAST_OUTGOING_MESSAGES.endpoint(),
            GET_INCOMING_STATUSES.endpoint(),
            GET_STATE_INSTANCE.endpoint(),
            GET_CHATS.endpoint(),
            GET_AVATAR.endpoint(),
            LAST_INCOMING_CALLS.endpoint(),
            LAST_OUTGOING_CALLS.endpoint(),
            GET_SETTINGS.endpoint(),
            GET_ACCOUNT_SETTINGS.endpoint(),
            SHOW_MESSAGES_QUEUE.endpoint(),
            GET_GROUP_DATA.endpoint(),
            GET_OUTGOING_STATUSES.endpoint(),
            GET_STATUS_STATISTIC.endpoint(),
            GET_CONTACTS.endpoint(),
            GET_CONTACT_INFO.endpoint(),
            DOWNLOAD_FILE.endpoint());

    /** Endpoints of the queue of notifications: nothing of theirs is kept or shown, and no caller waits for them. */
    public static final List<UpstreamEndpoint> QUEUE =
            List.of(RECEIVE_NOTIFICATION.endpoint(), DELETE_NOTIFICATION.endpoint());

    /** As in {@link #ALL}. */
    public static final Comparator<UpstreamEndpoint> ORDER = Comparator.comparingInt(ALL::indexOf);

    private EndpointTable() {}

    private static Freshness freshness(String settings, int freshSeconds) {
        return new Freshness(settings, Duration.ofSeconds(freshSeconds), Duration.ofHours(24));
    }
}
