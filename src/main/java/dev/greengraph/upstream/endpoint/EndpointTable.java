package dev.greengraph.upstream.endpoint;

import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.UpstreamEndpoint.Freshness;
import dev.greengraph.upstream.UpstreamEndpoint.Rate;
import dev.greengraph.upstream.row.Rows;
import dev.greengraph.upstream.row.SingleRow;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** The upstream methods in use, each described once. */
public final class EndpointTable {

    private static final Rate ONE = new Rate(1, 1);
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
    public static final EndpointDefinition<?, LastMinutes, Rows> LAST_INCOMING_MESSAGES = new EndpointDefinition<>(
            new UpstreamEndpoint("lastIncomingMessages", ONE, JOURNALS, false),
            IncomingRest.class,
            IncomingRest.SEND,
            new EntryList<>("incoming"));

    /** What was sent to all chats in the last minutes; the order is not promised. */
    public static final EndpointDefinition<?, LastMinutes, Rows> LAST_OUTGOING_MESSAGES = new EndpointDefinition<>(
            new UpstreamEndpoint("lastOutgoingMessages", ONE, JOURNALS, false),
            OutgoingRest.class,
            OutgoingRest.SEND,
            new EntryList<>("outgoing"));

    /** Statuses (stories) of contacts in the last minutes; MAX has none. */
    public static final EndpointDefinition<?, LastMinutes, Rows> GET_INCOMING_STATUSES = new EndpointDefinition<>(
            new UpstreamEndpoint("getIncomingStatuses", ONE, freshness("statuses", 60), true),
            StatusesRest.class,
            StatusesRest.SEND,
            new StatusList<>());

    /** All endpoints, in the order in which they are shown. */
    public static final List<UpstreamEndpoint> ALL = List.of(
            GET_CHAT_HISTORY.endpoint(),
            GET_MESSAGE.endpoint(),
            LAST_INCOMING_MESSAGES.endpoint(),
            LAST_OUTGOING_MESSAGES.endpoint(),
            GET_INCOMING_STATUSES.endpoint());

    /** As in {@link #ALL}. */
    public static final Comparator<UpstreamEndpoint> ORDER = Comparator.comparingInt(ALL::indexOf);

    private EndpointTable() {}

    private static Freshness freshness(String settings, int freshSeconds) {
        return new Freshness(settings, Duration.ofSeconds(freshSeconds), Duration.ofHours(24));
    }
}
