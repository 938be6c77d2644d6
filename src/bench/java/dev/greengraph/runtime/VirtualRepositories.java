package dev.greengraph.runtime;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.account.Messenger;
import dev.greengraph.account.Secret;
import dev.greengraph.cache.AccountRepository;
import dev.greengraph.cache.RequestContext;
import dev.greengraph.cache.RevalidatingCache;
import dev.greengraph.cache.freshness.CacheConfig;
import dev.greengraph.cache.notified.NotifiedJournals;
import dev.greengraph.cache.notified.NotifiedJournals.Trust;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.shared.SharedAnswers;
import dev.greengraph.cache.store.AnswerStore;
import dev.greengraph.cache.window.SendTimes;
import dev.greengraph.gate.Delay;
import dev.greengraph.gate.Timing;
import dev.greengraph.gate.breaker.GateConfig;
import dev.greengraph.gate.budget.BudgetConfig;
import dev.greengraph.gate.budget.BudgetRules;
import dev.greengraph.gate.shared.SharedBudgets;
import dev.greengraph.observe.UpstreamMetrics;
import dev.greengraph.replica.VirtualRedis;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.UpstreamClient;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.UpstreamRequest;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.endpoint.NewestInChat;
import dev.greengraph.upstream.endpoint.OneMessage;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Rows;
import dev.greengraph.upstream.row.SingleRow;
import dev.greengraph.upstream.shape.LastMinutes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** The product's repositories as {@link AccountRepositories} puts them together, on another clock and another upstream. */
public final class VirtualRepositories {

    /** What the repositories ask. */
    public interface Upstream {

        /** What all chats received in the last minutes. */
        Uni<Rows> incoming(AccountId account, int minutes);

        /** What was sent to all chats in the last minutes. */
        Uni<Rows> outgoing(AccountId account, int minutes);

        /** The newest messages of one chat. */
        Uni<Rows> history(AccountId account, ChatId chat, int count);

        /** One message. */
        Uni<MessageRow> message(AccountId account, ChatId chat, MessageId id);
    }

    /** The last bodies that the upstream sent, each in place of a short one: what replicas share is not written and read. */
    public static final class Bodies {

        private static final int MOST = 2_000;

        private final Map<Integer, Object> answers = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Object> eldest) {
                return size() > MOST;
            }
        };
        private int count;

        private byte[] of(Object answer) {
            answers.put(++count, answer);
            return ByteBuffer.allocate(Integer.BYTES).putInt(count).array();
        }

        private Object read(byte[] body) {
            return Objects.requireNonNull(answers.get(ByteBuffer.wrap(body).getInt()), "too long ago");
        }
    }

    private final Map<AccountId, AccountRepository> byAccount = new HashMap<>();

    /**
     * Empty repositories that share nothing.
     *
     * @param after completes when that time is over on that clock
     */
    public VirtualRepositories(
            List<AccountId> accounts,
            Upstream upstream,
            CacheConfig config,
            BudgetConfig budget,
            GateConfig gate,
            Clock clock,
            Function<Duration, Uni<Void>> after) {
        this(
                accounts,
                upstream,
                new Bodies(),
                new VirtualRedis.Shared(SharedAnswers.none(), SharedBudgets.none()),
                config,
                budget,
                gate,
                new Timing(clock, after::apply));
    }

    /**
     * Empty repositories of one replica.
     *
     * @param bodies of all replicas
     * @param shared with the others
     * @param own clock and timers
     */
    public VirtualRepositories(
            List<AccountId> accounts,
            Upstream upstream,
            Bodies bodies,
            VirtualRedis.Shared shared,
            CacheConfig config,
            BudgetConfig budget,
            GateConfig gate,
            Timing own) {
        UpstreamMetrics metrics = new UpstreamMetrics(new SimpleMeterRegistry());
        AnswerStore<QuestionKey> store = new AnswerStore<>(config.maxMemory().asLongValue());
        Delay wholeMillis =
                time -> own.delay().of(Duration.ofMillis(time.plusNanos(999_999).toMillis()));
        Timing timing = new Timing(own.clock(), wholeMillis);
        RevalidatingCache cache = new RevalidatingCache(timing, store, shared.answers(), RequestContext.NONE, metrics);
        for (AccountId id : accounts) {
            Account account =
                    new Account(id, "1", new Secret("secret"), URI.create("http://upstream.test"), Messenger.WHATSAPP);
            byAccount.put(
                    id,
                    AccountRepositories.repository(
                            account,
                            new Calls(upstream, bodies),
                            cache,
                            AccountRepositories.rules(config, id, shared.answers()),
                            BudgetRules.of(budget, id),
                            new AccountRepositories.Shared(
                                    timing,
                                    gate,
                                    metrics,
                                    new SendTimes(),
                                    new NotifiedJournals(timing.clock(), Trust.NONE),
                                    shared.budgets())));
        }
    }

    /** The repository of an account. */
    public AccountRepository of(AccountId account) {
        return byAccount.get(account);
    }

    /** A text message is about as long. */
    private static final int ROW_BYTES = 500;

    private record Calls(Upstream upstream, Bodies bodies) implements UpstreamClient {

        /** The connection always stands. */
        @Override
        @SuppressWarnings("unchecked")
        public <R, Q extends UpstreamRequest, A> Uni<A> call(
                Account account, EndpointDefinition<R, Q, A> endpoint, Q request, CallListener listener) {
            return ((Uni<A>) answer(account.id(), endpoint.endpoint(), request))
                    .onSubscription()
                    .invoke(listener::sent)
                    .onItem()
                    .invoke(answer -> listener.answered(bodies.of(answer)));
        }

        @Override
        @SuppressWarnings("unchecked")
        public <Q extends UpstreamRequest, A> Uni<A> read(
                EndpointDefinition<?, Q, A> endpoint, Q request, Supplier<byte[]> body) {
            return Uni.createFrom().item(() -> (A) bodies.read(body.get()));
        }

        private Uni<?> answer(AccountId account, UpstreamEndpoint endpoint, UpstreamRequest request) {
            if (request instanceof NewestInChat history) {
                return upstream.history(account, history.chat(), history.count());
            }
            if (request instanceof OneMessage one) {
                return upstream.message(account, one.chat(), one.message()).map(row -> new SingleRow(row, ROW_BYTES));
            }
            int minutes = ((LastMinutes) request).minutes();
            return endpoint.equals(EndpointTable.LAST_INCOMING_MESSAGES.endpoint())
                    ? upstream.incoming(account, minutes)
                    : upstream.outgoing(account, minutes);
        }
    }
}
