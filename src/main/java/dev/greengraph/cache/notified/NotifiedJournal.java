package dev.greengraph.cache.notified;

import dev.greengraph.cache.freshness.FreshnessRule;
import dev.greengraph.cache.notified.NotifiedJournals.Trust;
import dev.greengraph.cache.window.Window;
import dev.greengraph.upstream.row.MessageRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What notifications told of one journal in the last minutes. The journal itself may show an entry minutes later: until then
 * it is added to each answer. While notifications come, and the answers hold nothing that none of them told, the journal
 * counts as fresh for longer.
 */
public final class NotifiedJournal {

    /** After that time each entry is in the journal. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    /** A notification and an answer may be under way at the same time. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(10);
    /** Most messages that are remembered; the journal has them soon. */
    private static final int MOST = 2_000;

    private final Clock clock;
    private final Trust trust;
    private final Map<Name, Told> told = new LinkedHashMap<>();
    /** Since when every entry was told; absent if one was not, or if none was told yet. */
    private @Nullable Instant completeSince;

    private volatile Instant toldLast = Instant.MIN;

    private record Name(String chatId, String messageId) {}

    /** What was told of one message: the whole, its delivery, or both. */
    private record Told(@Nullable MessageRow row, @Nullable Delivery delivery, Instant at) {}

    private record Delivery(String status, long seconds) {}

    NotifiedJournal(Clock clock, Trust trust) {
        this.clock = clock;
        this.trust = trust;
    }

    /** A message was sent or received. Without an id, or incomplete, it is left to the journal. */
    public synchronized void message(MessageRow row) {
        if (row.idMessage() != null && row.isComplete()) {
            Name name = new Name(row.chat(), row.idMessage());
            Told before = told.get(name);
            remember(name, new Told(row, before == null ? null : before.delivery, clock.instant()));
        }
    }

    /**
     * The delivery of a message changed; that may be told before the message.
     *
     * @param seconds when, in Unix seconds
     */
    public synchronized void delivery(String chatId, String messageId, String status, long seconds) {
        Name name = new Name(chatId, messageId);
        Told before = told.get(name);
        Delivery known = before == null ? null : before.delivery;
        Delivery now = known != null && known.seconds > seconds ? known : new Delivery(status, seconds);
        remember(name, new Told(before == null ? null : before.row, now, clock.instant()));
    }

    private void remember(Name name, Told now) {
        forget();
        told.remove(name);
        told.put(name, now);
        toldLast = now.at;
        if (completeSince == null) {
            completeSince = now.at;
        }
        if (told.size() > MOST) {
            Iterator<Name> oldest = told.keySet().iterator();
            oldest.next();
            oldest.remove();
            completeSince = told.values().iterator().next().at; // of what was told before, not all is remembered
        }
    }

    private void forget() {
        Instant before = clock.instant().minus(REMEMBERED);
        Iterator<Told> oldest = told.values().iterator();
        while (oldest.hasNext() && oldest.next().at.isBefore(before)) {
            oldest.remove();
        }
    }

    /** One may have been missed. */
    synchronized void interrupted() {
        completeSince = null;
    }

    /** The rule by which the journal is believed now. */
    public FreshnessRule rule(FreshnessRule usual) {
        return toldLast.equals(Instant.MIN) ? usual : ruleNow(usual);
    }

    private synchronized FreshnessRule ruleNow(FreshnessRule usual) {
        boolean isTold = completeSince != null && !clock.instant().isAfter(toldLast.plus(trust.silence()));
        if (!isTold || trust.freshFor().compareTo(usual.freshFor()) <= 0) {
            return usual;
        }
        Duration staleFor = usual.staleFor().compareTo(trust.freshFor()) < 0 ? trust.freshFor() : usual.staleFor();
        return new FreshnessRule(trust.freshFor(), staleFor);
    }

    /** The journal as the upstream answers it now, with what it does not show yet; notes what was not told. */
    public synchronized Window answered(Window answer) {
        forget();
        Instant now = clock.instant();
        Instant since = completeSince;
        if (since != null) {
            Instant remembered = now.minus(REMEMBERED).plus(UNDER_WAY);
            Instant from = (since.isAfter(remembered) ? since : remembered).plus(UNDER_WAY);
            boolean isComplete = answer.rows().stream()
                    .takeWhile(row -> row.seconds() >= from.getEpochSecond())
                    .filter(row -> row.saidSeconds() < now.minus(UNDER_WAY).getEpochSecond())
                    .allMatch(
                            row -> row.idMessage() == null || told.containsKey(new Name(row.chat(), row.idMessage())));
            completeSince = isComplete ? since : null;
        }
        return with(answer);
    }

    /** A window of the journal with what was told and it does not show. */
    public synchronized Window with(Window window) {
        List<MessageRow> news = new ArrayList<>();
        told.forEach((name, what) -> {
            Optional<MessageRow> held = window.find(name.chatId, name.messageId);
            MessageRow known = held.orElse(what.row);
            Delivery change = what.delivery;
            if (known != null && change != null && isNews(known, change)) {
                news.add(known.delivered(change.status, change.seconds));
            } else if (known != null && held.isEmpty()) {
                news.add(known);
            }
        });
        return news.isEmpty() ? window : window.told(news);
    }

    private static boolean isNews(MessageRow row, Delivery delivery) {
        return row.isOutgoing()
                && !Objects.equals(row.statusMessage(), delivery.status)
                && row.saidSeconds() <= delivery.seconds;
    }
}
