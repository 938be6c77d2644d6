package dev.greengraph.journal;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.account.Messenger;
import dev.greengraph.account.Secret;
import dev.greengraph.journal.budget.BudgetConfig;
import dev.greengraph.journal.budget.RateBudget;
import dev.greengraph.journal.store.AnswerStore;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.Endpoint;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Rows;
import dev.greengraph.upstream.row.SingleRow;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The product's journals as {@link Journals} puts them together, on another clock and another upstream. */
public final class VirtualJournals {

    /** What the journals ask. */
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

    private final Map<AccountId, Journal> byAccount = new HashMap<>();

    /**
     * Empty journals.
     *
     * @param after completes when that time is over on that clock
     */
    public VirtualJournals(
            List<AccountId> accounts,
            Upstream upstream,
            JournalConfig config,
            BudgetConfig budget,
            Clock clock,
            Function<Duration, Uni<Void>> after) {
        AnswerStore<JournalKey> store = new AnswerStore<>(config.maxMemory().asLongValue());
        Asker asker = new Asker(clock, store, budget.maxWait(), Surroundings.NONE);
        for (AccountId id : accounts) {
            Account account =
                    new Account(id, "1", new Secret("secret"), URI.create("http://upstream.test"), Messenger.WHATSAPP);
            Map<Endpoint, EndpointGate> gates = gates(account, budget, clock, after);
            byAccount.put(id, new Journal(account, new Calls(upstream), asker, gates, config, clock));
        }
    }

    /** The journal of an account. */
    public Journal of(AccountId account) {
        return byAccount.get(account);
    }

    private static Map<Endpoint, EndpointGate> gates(
            Account account, BudgetConfig config, Clock clock, Function<Duration, Uni<Void>> after) {
        Pause accountPause = new Pause(clock);
        Map<Endpoint, EndpointGate> gates = new EnumMap<>(Endpoint.class);
        for (Endpoint endpoint : Endpoint.values()) {
            double millis = 1_000 * config.spacing() / endpoint.callsPerSecond(account.messenger());
            RateBudget budget = new RateBudget(clock, Duration.ofMillis((long) Math.ceil(millis)));
            Delay wholeMillis = time ->
                    after.apply(Duration.ofMillis(time.plusNanos(999_999).toMillis()));
            gates.put(endpoint, new EndpointGate(endpoint, budget, accountPause, clock, wholeMillis));
        }
        return gates;
    }

    /** A text message is about as long. */
    private static final int ROW_BYTES = 500;

    private record Calls(Upstream upstream) implements UpstreamCalls {

        @Override
        public Uni<Rows> incoming(Account account, int minutes) {
            return upstream.incoming(account.id(), minutes);
        }

        @Override
        public Uni<Rows> outgoing(Account account, int minutes) {
            return upstream.outgoing(account.id(), minutes);
        }

        @Override
        public Uni<Rows> history(Account account, ChatId chat, int count) {
            return upstream.history(account.id(), chat, count);
        }

        @Override
        public Uni<SingleRow> message(Account account, ChatId chat, MessageId id) {
            return upstream.message(account.id(), chat, id).map(row -> new SingleRow(row, ROW_BYTES));
        }

        @Override
        public Uni<Rows> statuses(Account account, int minutes) {
            throw new UnsupportedOperationException("nobody asks for statuses here");
        }
    }
}
