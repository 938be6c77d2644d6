package dev.greengraph.bench;

import dev.greengraph.account.AccountId;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.endpoint.EndpointTable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fewest calls with which every answer is fresh and nobody waits longer than one call takes at most.
 *
 * <p>An answer at moment {@code a} serves whoever asks at {@code t} if {@code t - fresh <= a <= t + call}. The fewest
 * such moments for one question are found greedily: the next answer comes as late as the first unserved query allows,
 * and serves all it can. Questions are: the two journals, each chat's history (one call serves any depth), each quoted
 * message that no window holds. Quoted messages that some window may hold count as nothing, and no rate limit counts:
 * real mechanisms need more.
 */
final class LowerBound {

    private record Question(AccountId account, UpstreamEndpoint endpoint, String arguments) {}

    private final Settings settings;
    private final Duration longestCall;
    private final Map<Question, Instant> lastAnswer = new HashMap<>();
    private final Map<UpstreamEndpoint, Integer> calls = new TreeMap<>(EndpointTable.ORDER);

    private LowerBound(Settings settings) {
        this.settings = settings;
        BenchConfig bench = settings.bench();
        this.longestCall = Duration.ofNanos((long) (bench.latency().toNanos() * (1 + bench.jitter())));
    }

    /** Calls by method, for queries in the order of their moments. */
    static Map<UpstreamEndpoint, Integer> of(Settings settings, List<Query> queries) {
        LowerBound bound = new LowerBound(settings);
        queries.forEach(bound::serve);
        return bound.calls;
    }

    private void serve(Query query) {
        switch (query.kind()) {
            case INBOX -> {
                serve(query, EndpointTable.LAST_INCOMING_MESSAGES.endpoint(), "");
                serve(query, EndpointTable.LAST_OUTGOING_MESSAGES.endpoint(), "");
            }
            case OPEN, SCROLL ->
                serve(
                        query,
                        EndpointTable.GET_CHAT_HISTORY.endpoint(),
                        query.chat().value());
            case QUOTE -> {
                if (query.isOld()) {
                    serve(
                            query,
                            EndpointTable.GET_MESSAGE.endpoint(),
                            query.row().idMessage());
                }
            }
        }
    }

    private void serve(Query query, UpstreamEndpoint endpoint, String arguments) {
        Question question = new Question(query.account(), endpoint, arguments);
        Instant answered = lastAnswer.get(question);
        if (answered == null || answered.isBefore(query.at().minus(settings.freshFor(endpoint)))) {
            lastAnswer.put(question, query.at().plus(longestCall));
            calls.merge(endpoint, 1, Integer::sum);
        }
    }
}
