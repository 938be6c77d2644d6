package dev.greengraph.graphql.chat;

import dev.greengraph.account.Account;
import dev.greengraph.account.VisibleAccounts;
import dev.greengraph.cache.Lookup;
import dev.greengraph.graphql.argument.AccountChoice;
import dev.greengraph.graphql.argument.Arguments;
import dev.greengraph.graphql.argument.Span;
import dev.greengraph.graphql.argument.Spans;
import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.graphql.error.BadRequest;
import dev.greengraph.graphql.error.SemanticNonNull;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.upstream.ChatId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What a viewer has read, which the gateway remembers: the upstream is told nothing. */
@GraphQLApi
public class UnreadApi {

    /** The clocks of the upstream, of a caller and of the gateway may differ so much. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private final VisibleAccounts accounts;
    private final AccountChoice choice;
    private final AccountRepositories repositories;
    private final ReadMarkers markers;
    private final Spans spans;
    private final Clock clock;

    UnreadApi(
            VisibleAccounts accounts,
            AccountChoice choice,
            AccountRepositories repositories,
            ReadMarkers markers,
            Spans spans,
            Clock clock) {
        this.accounts = accounts;
        this.choice = choice;
        this.repositories = repositories;
        this.markers = markers;
        this.spans = spans;
        this.clock = clock;
    }

    @Description(
            "How many messages the caller has not read: those received in the last minutes, and after what markRead"
                    + " told, or without that after the caller's first look at any unreadCount of the account. Reactions, edits,"
                    + " deletions and votes do not count. Callers are told apart by their API key's name or their token's"
                    + " principal. Shares the upstream calls of Account.chats.")
    @SemanticNonNull
    @Cost(Reads.JOURNALS)
    public Uni<Integer> unreadCount(
            @Source @Name("chat") Chat chat,
            @Description(
                            "How far back: 1 to 43200 (30 days); without it as far as the list that the chat is in, else 1440.")
                    @Nullable
                    Integer minutes) {
        Span span = minutes == null ? chat.list().span() : spans.of(minutes, null, null);
        repositories.unrepeatable();
        Instant readUpTo = markers.readUpTo(accounts.viewer(), chat.account(), chat.chatId());
        return chat.list()
                .window(span)
                .map(Lookup::held)
                .orElseGet(() -> repositories.of(chat.account()).both(span.minutes()))
                .map(reading -> UnreadMapping.count(reading.value().ofChat(chat.chatId()), readUpTo))
                .uni();
    }

    @Mutation
    @Description("Remembers that the caller has read a chat up to a moment: the sentAt of the newest message that was"
            + " shown. It moves forward only. Nothing is sent upstream, and no other caller sees it. The gateway keeps it"
            + " in memory: after a restart all is read again.")
    @SemanticNonNull
    @Cost(Reads.NOTHING)
    public Uni<Chat> markRead(
            @Description("The account's name from the configuration; without it the default account.") @Nullable
                    String account,
            @Description("The upstream's id of the chat.") @NonNull String chatId,
            @Description("What was sent or received at this moment or earlier is read; at most a minute from now.")
                    @NonNull
                    Instant upTo) {
        Account owner = choice.named(account);
        ChatId chat = Arguments.chatId(chatId, owner.messenger());
        if (upTo.isAfter(clock.instant().plus(CLOCKS_APART))) {
            throw new BadRequest("upTo", "a moment in the past");
        }
        markers.mark(accounts.viewer(), owner.id(), chat.value(), upTo);
        return Uni.createFrom().item(new Chat(owner.id(), chat));
    }
}
