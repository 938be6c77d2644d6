package dev.greengraph.cache.question;

import dev.greengraph.account.AccountId;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.endpoint.EndpointTable;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what one request asks of the cache and how many upstream calls it starts. A shared call counts for the request
 * that started it; a background revalidation counts for none.
 */
public final class CallTally {

    private final Set<Asked> asked = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();

    /**
     * An upstream method of an account.
     *
     * @param account whose
     * @param endpoint the method
     */
    public record Asked(AccountId account, UpstreamEndpoint endpoint) {}

    /** Calls that this request started. */
    public int calls() {
        return calls.get();
    }

    /** What it asked, from memory or not, ordered by account and method. */
    public List<Asked> asked() {
        return asked.stream()
                .sorted(Comparator.comparing(Asked::account).thenComparing(Asked::endpoint, EndpointTable.ORDER))
                .toList();
    }

    /** That was asked. */
    public void asked(QuestionKey key) {
        asked.add(new Asked(key.account(), key.endpoint()));
    }

    /** A call was started for the request. */
    public void called() {
        calls.incrementAndGet();
    }
}
