package dev.greengraph.graphql.lookup;

import dev.greengraph.account.Account;
import dev.greengraph.account.VisibleAccounts;
import dev.greengraph.cache.AccountRepository;
import dev.greengraph.cache.Lookup;
import dev.greengraph.cache.Reading;
import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.account.AccountView;
import dev.greengraph.graphql.argument.Spans;
import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.graphql.message.content.Direction;
import dev.greengraph.graphql.message.mapping.MessageMapping;
import dev.greengraph.graphql.node.GlobalId;
import dev.greengraph.graphql.node.Node;
import dev.greengraph.graphql.participant.AnswerMapping;
import dev.greengraph.graphql.participant.AnswerMappings;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.status.StatusMapping;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Any object by its global id. */
@GraphQLApi
public class NodeApi {

    private static final int MESSAGE_PARTS = 3;
    private static final int EVENT_PARTS = 5;
    private static final int STATUS_PARTS = 3;

    private final VisibleAccounts accounts;
    private final AccountRepositories repositories;
    private final AnswerMappings answers;
    private final Spans spans;

    NodeApi(VisibleAccounts accounts, AccountRepositories repositories, AnswerMappings answers, Spans spans) {
        this.accounts = accounts;
        this.repositories = repositories;
        this.answers = answers;
        this.spans = spans;
    }

    @Query
    @Description("Any object by its global id. Null if the id names nothing (any more).")
    @Cost(Reads.MESSAGE)
    public Uni<Node> node(@Description("An id that this API gave out.") @Id @NonNull String id) {
        GlobalId global = GlobalId.decode(id);
        return accounts.find(global.account())
                .map(account -> find(account, global))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private Uni<Node> find(Account account, GlobalId id) {
        List<String> parts = id.parts();
        return switch (id.type()) {
            case ACCOUNT -> Uni.createFrom().item(new AccountView(account));
            case CHAT ->
                Uni.createFrom()
                        .item(chat(account, parts)
                                .<Node>map(chat -> new Chat(account.id(), chat))
                                .orElse(null));
            case CONTACT ->
                Uni.createFrom()
                        .item(chat(account, parts)
                                .<Node>map(person -> answers.of(account.id()).contact(person.value()))
                                .orElse(null));
            case MESSAGE -> message(account, parts);
            case EVENT -> event(account, parts);
            case STATUS -> status(account, parts);
        };
    }

    private static Optional<ChatId> chat(Account account, List<String> parts) {
        return parts.isEmpty() ? Optional.empty() : ChatId.parse(parts.get(0), account.messenger());
    }

    private Uni<Node> message(Account account, List<String> parts) {
        Optional<MessageId> message =
                parts.size() < MESSAGE_PARTS ? Optional.empty() : MessageId.parse(parts.get(1), account.messenger());
        Optional<ChatId> chat = chat(account, parts);
        if (chat.isEmpty() || message.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        AnswerMapping answer = answers.of(account.id());
        return repositories
                .of(account.id())
                .message(chat.get(), message.get(), isOutgoing(parts.get(2)))
                .map(row ->
                        row.<Node>map(known -> MessageMapping.of(answer, known)).orElse(null))
                .uni()
                .onFailure(UpstreamFailure.ChatNotFound.class)
                .recoverWithNull();
    }

    private Uni<Node> event(Account account, List<String> parts) {
        if (parts.size() < EVENT_PARTS) {
            return Uni.createFrom().nullItem();
        }
        AccountRepository repository = repositories.of(account.id());
        AnswerMapping answer = answers.of(account.id());
        Optional<Node> held = repository.heldHistories(new ChatId(parts.get(0))).stream()
                .flatMap(history -> EventMapping.find(answer, history, parts).stream())
                .findFirst();
        return held.map(node -> Uni.createFrom().item(node))
                .orElseGet(() -> since(
                                parts.get(1), isOutgoing(parts.get(3)) ? repository::outgoing : repository::incoming)
                        .map(found -> found.flatMap(reading -> EventMapping.find(answer, reading.value(), parts))
                                .orElse(null)));
    }

    private static boolean isOutgoing(String direction) {
        return Direction.OUTGOING.name().equals(direction);
    }

    private Uni<Node> status(Account account, List<String> parts) {
        AccountRepository repository = repositories.of(account.id());
        AnswerMapping answer = answers.of(account.id());
        return since(parts.size() < STATUS_PARTS ? "" : parts.get(2), repository::statuses)
                .map(found -> found.flatMap(
                                reading -> StatusMapping.find(answer, reading.value(), parts.get(0), parts.get(1)))
                        .orElse(null));
    }

    /** The window that reaches back to that time; nothing if no window reaches so far. */
    private Uni<Optional<Reading<Window>>> since(String second, IntFunction<Lookup<Reading<Window>>> window) {
        long seconds = second.matches("[0-9]{1,12}") ? Long.parseLong(second) : 0;
        OptionalInt minutes = spans.minutesBackTo(Instant.ofEpochSecond(seconds));
        return minutes.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : window.apply(minutes.getAsInt()).map(Optional::of).uni();
    }
}
