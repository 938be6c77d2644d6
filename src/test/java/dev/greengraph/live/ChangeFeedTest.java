package dev.greengraph.live;

import static dev.greengraph.cache.window.WindowFixture.delivered;
import static dev.greengraph.cache.window.WindowFixture.row;
import static dev.greengraph.cache.window.WindowFixture.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.account.Messenger;
import dev.greengraph.account.Secret;
import dev.greengraph.cache.AccountRepository;
import dev.greengraph.cache.RequestContext;
import dev.greengraph.cache.RevalidatingCache;
import dev.greengraph.cache.freshness.FreshnessDemand;
import dev.greengraph.cache.freshness.FreshnessRule;
import dev.greengraph.cache.freshness.FreshnessRules;
import dev.greengraph.cache.freshness.JournalReading;
import dev.greengraph.cache.notified.NotifiedJournals;
import dev.greengraph.cache.notified.NotifiedJournals.Trust;
import dev.greengraph.cache.store.AnswerStore;
import dev.greengraph.cache.window.SendTimes;
import dev.greengraph.gate.Timing;
import dev.greengraph.gate.breaker.GateSettings;
import dev.greengraph.gate.budget.BudgetRules;
import dev.greengraph.gate.shared.SharedBudgets;
import dev.greengraph.observe.UpstreamMetrics;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.testsupport.ManualDelay;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.UpstreamClient;
import dev.greengraph.upstream.UpstreamRequest;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.row.Rows;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An account whose journals are fresh for five seconds, and an upstream that answers at once. */
class ChangeFeedTest {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration NO_LONGER_FRESH = FRESH.plusMillis(1);
    private static final FreshnessDemand AWAITED =
            new FreshnessDemand(null, Duration.ofSeconds(10), FreshnessDemand.Otherwise.STALE);

    private final ManualClock clock = new ManualClock();
    private final ManualDelay delay = new ManualDelay(clock);
    private final List<String> calls = new ArrayList<>();
    private Rows outgoing = rows();
    private final ChangeFeed feed = feed();

    @Test
    void tellsWhatCameSinceSomebodySubscribes() {
        outgoing = rows(row("A", clock.instant()));
        AssertSubscriber<String> subscriber = subscribe(null);

        outgoing = rows(row("B", clock.instant()), row("A", clock.instant()));
        clock.advance(NO_LONGER_FRESH);

        assertEquals(List.of("ADDED B"), subscriber.getItems());
    }

    @Test
    void tellsAReceipt() {
        outgoing = rows(delivered("A", clock.instant(), "sent"));
        AssertSubscriber<String> subscriber = subscribe(null);

        outgoing = rows(delivered("A", clock.instant().plusSeconds(2), "read"));
        clock.advance(NO_LONGER_FRESH);

        assertEquals(List.of("CHANGED A"), subscriber.getItems());
    }

    @Test
    void asksForManySubscribersAsOftenAsForOne() {
        List<AssertSubscriber<String>> all =
                IntStream.range(0, 1_000).mapToObj(i -> subscribe(null)).toList();
        outgoing = rows(row("A", clock.instant()));

        IntStream.range(0, 4).forEach(i -> clock.advance(NO_LONGER_FRESH));

        assertEquals(
                Map.of("lastIncomingMessages", 5L, "lastOutgoingMessages", 5L),
                calls.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
        all.forEach(subscriber -> assertEquals(List.of("ADDED A"), subscriber.getItems()));
    }

    @Test
    void goesOnFromWhereASubscriberWas() {
        AssertSubscriber<String> first = subscribe(null);
        outgoing = rows(row("A", clock.instant()));
        clock.advance(NO_LONGER_FRESH);
        String position = positions.get(0);
        first.cancel();
        outgoing = rows(row("B", clock.instant()), row("A", clock.instant()));
        clock.advance(NO_LONGER_FRESH);

        assertEquals(List.of("ADDED B"), subscribe(position).getItems());
    }

    @Test
    void saysThatItDoesNotKnowAPosition() {
        subscribe(null);

        assertThrows(UnknownPosition.class, () -> feed.changes("another.1"));
    }

    @Test
    void asksNothingSomeTimeAfterTheLastOneHasLeft() {
        subscribe(null).cancel();
        clock.advance(Duration.ofMinutes(2));
        calls.clear();

        clock.advance(Duration.ofMinutes(10));

        assertEquals(List.of(), calls);
        assertEquals(0, delay.pending());
    }

    private final List<String> positions = new ArrayList<>();

    private AssertSubscriber<String> subscribe(@Nullable String after) {
        return Multi.createFrom()
                .publisher(feed.changes(after))
                .invoke(change -> positions.add(change.position()))
                .map(change -> change.kind() + " " + change.row().idMessage())
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }

    private ChangeFeed feed() {
        Timing time = new Timing(clock, delay::of);
        UpstreamMetrics metrics = new UpstreamMetrics(new SimpleMeterRegistry());
        Account account = new Account(
                new AccountId("mine"),
                "1",
                new Secret("secret"),
                URI.create("http://upstream.test"),
                Messenger.WHATSAPP);
        AccountRepository repository = AccountRepositories.repository(
                account,
                new AnsweringUpstream(),
                new RevalidatingCache(time, new AnswerStore<>(1 << 20), RequestContext.NONE, metrics),
                new FreshnessRules(
                        EndpointTable.ALL.stream()
                                .collect(Collectors.toMap(
                                        endpoint -> endpoint,
                                        endpoint -> new FreshnessRule(FRESH, Duration.ofDays(1)))),
                        FRESH,
                        FRESH,
                        JournalReading.WHOLE),
                new BudgetRules(FRESH, 1.05),
                new AccountRepositories.Shared(
                        time,
                        GateSettings.DEFAULT,
                        metrics,
                        new SendTimes(),
                        new NotifiedJournals(time.clock(), Trust.NONE),
                        SharedBudgets.none()));
        return new ChangeFeed(repository.demanding(AWAITED), time, FRESH, new Settings(), Runnable::run);
    }

    private final class AnsweringUpstream implements UpstreamClient {

        @Override
        @SuppressWarnings("unchecked")
        public <R, Q extends UpstreamRequest, A> Uni<A> call(
                Account account, EndpointDefinition<R, Q, A> endpoint, Q request, CallListener listener) {
            String method = endpoint.endpoint().method();
            return Uni.createFrom().item(() -> {
                listener.sent();
                calls.add(method);
                return (A) (method.equals("lastOutgoingMessages") ? outgoing : rows());
            });
        }

        @Override
        public <Q extends UpstreamRequest, A> Uni<A> read(
                EndpointDefinition<?, Q, A> endpoint, Q request, Supplier<byte[]> body) {
            throw new UnsupportedOperationException();
        }
    }

    private record Settings() implements LiveConfig {

        @Override
        public int history() {
            return 3;
        }

        @Override
        public int buffer() {
            return 3;
        }

        @Override
        public Duration linger() {
            return Duration.ofMinutes(1);
        }
    }
}
