package dev.greengraph.bench;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.AccountRepository;
import dev.greengraph.cache.Lookup;
import dev.greengraph.cache.Reading;
import dev.greengraph.cache.window.Window;
import dev.greengraph.runtime.VirtualRepositories;
import dev.greengraph.testsupport.VirtualTime;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Rows;
import io.smallrye.mutiny.Uni;

/** The product's mechanism, asked as its resolvers ask it. */
final class Gateway implements Mechanism {

    private static final int A_DAY = 1_440;

    private final VirtualRepositories repositories;

    Gateway(Settings settings, VirtualTime time, VirtualUpstream upstream, World world) {
        this.repositories = new VirtualRepositories(
                Workload.accounts(settings.bench()),
                asked(upstream, world),
                settings.cache(),
                settings.budget(),
                settings.gate(),
                time,
                time::after);
    }

    /** Over repositories that share something with others. */
    Gateway(VirtualRepositories repositories) {
        this.repositories = repositories;
    }

    /** What an upstream of that world answers. */
    static VirtualRepositories.Upstream asked(VirtualUpstream upstream, World world) {
        return new Asked(upstream, world);
    }

    @Override
    public Uni<Answer> ask(Query query) {
        AccountRepository repository = repositories.of(query.account());
        return switch (query.kind()) {
            case INBOX ->
                repository
                        .both(A_DAY)
                        .with(repository.names(), (chats, names) -> answer(chats))
                        .uni();
            case OPEN ->
                repository
                        .history(query.chat(), Workload.PAGE + 1)
                        .map(Gateway::answer)
                        .uni();
            case SCROLL -> page(repository, query, Workload.PAGE + 1).uni();
            case QUOTE ->
                repository
                        .message(query.chat(), new MessageId(query.row().idMessage()))
                        .map(row -> new Answer(null, null))
                        .uni();
        };
    }

    /** As the resolver of histories: a deeper window only if the one at hand does not fill the page. */
    private static Lookup<Answer> page(AccountRepository repository, Query query, int count) {
        return repository.history(query.chat(), count).chain(reading -> {
            int entries = reading.value().entries();
            long older = reading.value().rows().stream()
                    .filter(row -> row.seconds() < query.row().seconds())
                    .count();
            boolean isWhole = entries < count || !reading.value().mayGoOn();
            return older >= Workload.PAGE || isWhole
                    ? Lookup.held(answer(reading))
                    : page(repository, query, entries + 1);
        });
    }

    private static Answer answer(Reading<Window> reading) {
        return new Answer(reading.freshness().fetchedAt(), reading.freshness().staleBecause());
    }

    private record Asked(VirtualUpstream upstream, World world) implements VirtualRepositories.Upstream {

        @Override
        public Uni<Rows> incoming(AccountId account, int minutes) {
            return upstream.call(
                    account,
                    EndpointTable.LAST_INCOMING_MESSAGES.endpoint(),
                    "" + minutes,
                    now -> world.incoming(now, minutes));
        }

        @Override
        public Uni<Rows> outgoing(AccountId account, int minutes) {
            return upstream.call(
                    account,
                    EndpointTable.LAST_OUTGOING_MESSAGES.endpoint(),
                    "" + minutes,
                    now -> world.outgoing(now, minutes));
        }

        @Override
        public Uni<Rows> history(AccountId account, ChatId chat, int count) {
            return upstream.call(
                    account,
                    EndpointTable.GET_CHAT_HISTORY.endpoint(),
                    chat + " " + count,
                    now -> world.history(chat, now, count));
        }

        @Override
        public Uni<MessageRow> message(AccountId account, ChatId chat, MessageId id) {
            return upstream.call(
                    account, EndpointTable.GET_MESSAGE.endpoint(), chat + " " + id, now -> world.find(chat, id));
        }
    }
}
