package dev.greengraph.journal;

import dev.greengraph.account.AccountId;
import dev.greengraph.upstream.UpstreamEndpoint;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one request asks of the journals, and how many calls to the upstream that starts: those that it shares count for
 * who came first, refreshes for nobody. Travels in the Vert.x context of the request.
 */
public final class CallTally {

    private static final String KEY = CallTally.class.getName();

    private final Set<Asked> asked = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();

    /**
     * An upstream method of an account.
     *
     * @param account whose
     * @param endpoint the method
     */
    public record Asked(AccountId account, UpstreamEndpoint endpoint) {}

    /** Counts from now on for the request at hand. */
    public static CallTally begin() {
        CallTally tally = new CallTally();
        Vertx.currentContext().putLocal(KEY, tally);
        return tally;
    }

    /** What counts for the request at hand, if it wants to know. */
    static Optional<CallTally> current() {
        Context context = Vertx.currentContext();
        return Optional.ofNullable(context == null ? null : context.getLocal(KEY));
    }

    /** Calls that this request started. */
    public int calls() {
        return calls.get();
    }

    /** What it asked, from memory or not, ordered by account and method. */
    public List<Asked> asked() {
        return asked.stream()
                .sorted(Comparator.comparing(Asked::account).thenComparing(Asked::endpoint))
                .toList();
    }

    void asked(JournalKey key) {
        asked.add(new Asked(key.account(), key.endpoint()));
    }

    void called() {
        calls.incrementAndGet();
    }
}
