package dev.greengraph.upstream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When things happened to a message, as far as its entry tells: Unix seconds.
 *
 * <p>An entry has one time. It is when the message was sent or received, except in the outgoing journal: there it is that of
 * the last action, so the message was sent at that time or before. On MAX the id of an outgoing message holds the moment
 * of sending as well.
 *
 * @param sentAt when it was sent or received; of an entry of the outgoing journal whose id does not tell, not later than that
 * @param statusChangedAt when its delivery last changed; only the outgoing journal tells
 */
public record Moments(long sentAt, @Nullable Long statusChangedAt) {

    /** No message is older than these messengers' journals: an id that says so is no time. */
    private static final long EARLIEST = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();

    private static final int DIGITS_OF_MILLIS = 13;
    /** A messenger's own id on MAX is a time in milliseconds, then so many further bits. */
    private static final int FURTHER_BITS = 16;

    /** Of a message whose entry's time is when it was sent or received. */
    public static Moments sent(long timestamp) {
        return new Moments(timestamp, null);
    }

    /** Of an entry of the outgoing journal. */
    public static Moments lastAction(long timestamp) {
        return new Moments(timestamp, timestamp);
    }

    /** The same of a message that was sent then at the latest. */
    public Moments notSentAfter(long second) {
        return second < sentAt ? new Moments(second, statusChangedAt) : this;
    }

    /**
     * The same with what the id of an outgoing message on MAX tells: 13 digits are the milliseconds of the call, the first
     * digit replaced at times; 18 or 19 are the messenger's own.
     */
    public Moments asIdTells(String idMessage, String chatId) {
        boolean isOnMax = chatId.indexOf('@') < 0;
        if (!isOnMax || !idMessage.matches("[1-9][0-9]{12}|[1-9][0-9]{17,18}")) {
            return this;
        }
        long millis = idMessage.length() == DIGITS_OF_MILLIS
                ? Long.parseLong("1" + idMessage.substring(1))
                : Long.parseUnsignedLong(idMessage) >>> FURTHER_BITS;
        long second = millis / 1_000;
        return second < EARLIEST ? this : notSentAfter(second);
    }
}
