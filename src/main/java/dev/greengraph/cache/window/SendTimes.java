package dev.greengraph.cache.window;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.greengraph.account.AccountId;
import dev.greengraph.upstream.Moments;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Rows;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Remembers when outgoing messages were sent. The outgoing journal gives the time of the last action only, so the earliest
 * time that any answer gave for a message is the best that is known: a receipt comes later and changes nothing. Of all
 * accounts together, so many messages as were sent last; what is forgotten is learned again from the next answer.
 */
public final class SendTimes {

    /** About 15 MB. */
    private static final int MOST_MESSAGES = 50_000;

    private final Cache<Sent, Known> known = Caffeine.newBuilder()
            .maximumSize(MOST_MESSAGES)
            .executor(Runnable::run)
            .build();

    private record Sent(AccountId account, String chatId, String messageId) {}

    /** What is known of a message; the status is the one that began at the moment of the change. */
    private record Known(Moments moments, @Nullable String status) {

        private Known and(Known other) {
            Known later = other.changedAt() > changedAt() ? other : this;
            long sentAt = Math.min(moments.sentAt(), other.moments.sentAt());
            return new Known(later.moments.notSentAfter(sentAt), later.status);
        }

        private long changedAt() {
            return moments.statusChangedAt() == null ? Long.MIN_VALUE : moments.statusChangedAt();
        }
    }

    /** The same rows with what is known of their moments; remembers what they tell. */
    public Rows settled(AccountId account, Rows rows) {
        return new Rows(
                rows.rows().stream().map(row -> settled(account, row)).toList(), rows.unreadable(), rows.bytes());
    }

    /** The same row with what is known of its moments; remembers what it tells. */
    public MessageRow settled(AccountId account, MessageRow row) {
        if (!row.isOutgoing() || !row.isComplete() || row.idMessage() == null) {
            return row;
        }
        Known best = Objects.requireNonNull(known.asMap()
                .merge(
                        new Sent(account, row.chat(), row.idMessage()),
                        new Known(row.known(), row.statusMessage()),
                        Known::and));
        boolean isSameStatus = Objects.equals(best.status, row.statusMessage());
        return row.at(isSameStatus ? best.moments : row.known().notSentAfter(best.moments.sentAt()));
    }
}
