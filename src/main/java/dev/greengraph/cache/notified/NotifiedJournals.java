package dev.greengraph.cache.notified;

import dev.greengraph.account.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What notifications told of each journal: of what an account received, and of what it sent. */
public final class NotifiedJournals {

    private final Clock clock;
    private final Trust trust;
    private final Map<Key, NotifiedJournal> journals = new ConcurrentHashMap<>();

    /**
     * How far notifications are believed.
     *
     * @param freshFor how long a journal is fresh while notifications of it come; zero for as long as without them
     * @param silence after so long without one they may have stopped
     */
    public record Trust(Duration freshFor, Duration silence) {

        /** Notifications are shown, and save no call. */
        public static final Trust NONE = new Trust(Duration.ZERO, Duration.ofMinutes(1));
    }

    private record Key(AccountId account, boolean isOutgoing) {}

    /** Without a notification. */
    public NotifiedJournals(Clock clock, Trust trust) {
        this.clock = clock;
        this.trust = trust;
    }

    /** Some may have been missed: until more of them come, journals are believed as without them. */
    public void interrupted() {
        journals.values().forEach(NotifiedJournal::interrupted);
    }

    /** One journal of an account. */
    public NotifiedJournal of(AccountId account, boolean isOutgoing) {
        return journals.computeIfAbsent(new Key(account, isOutgoing), key -> new NotifiedJournal(clock, trust));
    }
}
