package dev.greengraph.graphql.chat;

import dev.greengraph.account.VisibleAccounts;
import dev.greengraph.cache.AccountRepository;
import dev.greengraph.cache.Lookup;
import dev.greengraph.cache.Reading;
import dev.greengraph.cache.directory.Directory;
import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.argument.Arguments;
import dev.greengraph.graphql.argument.Span;
import dev.greengraph.graphql.argument.Spans;
import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.graphql.error.BadRequest;
import dev.greengraph.graphql.error.SemanticNonNull;
import dev.greengraph.graphql.message.ConnectionMapping;
import dev.greengraph.graphql.message.HistoryPage;
import dev.greengraph.graphql.message.HistoryReader;
import dev.greengraph.graphql.message.MessageConnection;
import dev.greengraph.graphql.message.MessageFilter;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.mapping.MessageMapping;
import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.graphql.participant.AnswerMapping;
import dev.greengraph.graphql.participant.AnswerMappings;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.status.StatusConnection;
import dev.greengraph.graphql.status.StatusMapping;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What is in a chat. */
@GraphQLApi
public class ChatApi {

    private final VisibleAccounts accounts;
    private final AccountRepositories journals;
    private final AnswerMappings answers;
    private final Spans spans;

    ChatApi(VisibleAccounts accounts, AccountRepositories journals, AnswerMappings answers, Spans spans) {
        this.accounts = accounts;
        this.journals = journals;
        this.answers = answers;
        this.spans = spans;
    }

    @Description("The best name that is known: in the journals the contact's name in the address book, else the"
            + " person's own; else the name in the account's lists, as far as the gateway holds them (chatList reads one);"
            + " else the number. Null for a group without such a name and for an unseen chat.")
    @Cost(Reads.NAMES)
    public Uni<String> title(@Source @Name("chat") Chat chat) {
        Directory directory =
                chat.list().directory().orElseGet(() -> journal(chat).details().directory());
        List<Window> held = chat.list().names();
        return chat.upstreamId().kind() == ChatId.Kind.GROUP
                        || !held.isEmpty()
                        || chat.list().isNamed(chat.upstreamId())
                ? Uni.createFrom().item(TitleMapping.of(chat.upstreamId(), held, directory))
                : journal(chat)
                        .names()
                        .map(windows -> TitleMapping.of(chat.upstreamId(), windows, directory))
                        .uni();
    }

    @Description("The newest message in the journals that a person wrote; null if there is none in that time.")
    @Cost(Reads.JOURNALS)
    public Uni<Message> lastMessage(
            @Source @Name("chat") Chat chat,
            @Description(
                            "How far back: 1 to 43200 (30 days); without it as far as the list that the chat is in, else 1440.")
                    @Nullable
                    Integer minutes,
            @Description("Whether edits, deletions, reactions, votes and blocks count, too.") @DefaultValue("false")
                    boolean events) {
        AnswerMapping answer = answers.of(chat.account());
        return recent(
                chat,
                span(chat, minutes, null, null),
                reading -> MessageMapping.newest(answer, reading.value().ofChat(chat.chatId()), events));
    }

    @Description(
            "This chat's messages in the journals of the last minutes. Shares the upstream calls of Account.messages.")
    @Cost(Reads.JOURNALS)
    @SemanticNonNull
    public Uni<MessageConnection> recentMessages(
            @Source @Name("chat") Chat chat,
            @Description(
                            "How far back: 1 to 43200 (30 days); without it and since as far as the list that the chat is in, else 1440.")
                    @Nullable
                    Integer minutes,
            @Description(
                            "Only what was sent or received at this moment or later: at most 30 days ago, in place of minutes.")
                    @Nullable
                    Instant since,
            @Description("Only what was sent or received before this moment.") @Nullable Instant until,
            @Description("Only messages that match.") @Nullable MessageFilter filter,
            @Description("Most messages of the page: 1 to 100.") @DefaultValue("50") int first,
            @Description("The page after this cursor.") @Nullable String after) {
        Span span = span(chat, minutes, since, until);
        ConnectionMapping mapping = ConnectionMapping.of(
                answers.of(chat.account()),
                "recent:" + chat.id(),
                filter,
                span,
                Arguments.first(first, Arguments.PAGE),
                after);
        return recent(chat, span, reading -> mapping.pageOf(chat.chatId(), reading));
    }

    @Description("The chat's history, newest first, as deep as the upstream keeps it (at most 5000 messages)."
            + " A page goes on to older messages with first and after, back to newer ones with last and before,"
            + " or shows one message with its neighbours by around.")
    @Cost(Reads.HISTORY)
    @SemanticNonNull
    public Uni<MessageConnection> history(
            @Source @Name("chat") Chat chat,
            @Description("Only what was sent or received at this moment or later.") @Nullable Instant since,
            @Description("Only what was sent or received before this moment.") @Nullable Instant until,
            @Description("Only messages that match.") @Nullable MessageFilter filter,
            @Description("The upstream's id of a message, such as a quote's messageId: the page has it in the middle,"
                            + " and is empty if the history does not hold it. Takes no other argument but first.")
                    @Nullable
                    String around,
            @Description("Most messages of the page: 1 to 500. Left out with last.") @DefaultValue("50") int first,
            @Description("The page after this cursor, of older messages.") @Nullable String after,
            @Description("Most messages of the page before a cursor: 1 to 500.") @Nullable Integer last,
            @Description("The page before this cursor, of the messages that are next to it and newer.") @Nullable
                    String before) {
        HistoryPage page = new HistoryPage(around, first, after, last, before);
        if (around != null && (since != null || until != null || filter != null)) {
            throw BadRequest.because("around", "around: must be without since, until and filter");
        }
        ConnectionMapping mapping = ConnectionMapping.ofHistory(
                answers.of(chat.account()),
                "history:" + chat.id(),
                filter,
                Span.ofHistory(since, until),
                page,
                accounts.find(chat.account().value()).orElseThrow().messenger());
        return new HistoryReader(journal(chat), chat, mapping).page().uni();
    }

    @Description("One message of this chat, or null if the upstream does not know it.")
    @Cost(Reads.MESSAGE)
    public Uni<Message> message(
            @Source @Name("chat") Chat chat,
            @Description("The upstream's id of the message.") @NonNull String messageId) {
        MessageId id = Arguments.messageId(
                messageId, accounts.find(chat.account().value()).orElseThrow().messenger());
        AnswerMapping answer = answers.of(chat.account());
        return journal(chat)
                .message(chat.upstreamId(), id)
                .map(row -> row.map(known -> MessageMapping.of(answer, known)).orElse(null))
                .uni();
    }

    @Description("Statuses received from this chat's owner in the last minutes, newest first.")
    @Cost(Reads.STATUSES)
    @SemanticNonNull
    public Uni<StatusConnection> statuses(
            @Source @Name("chat") Chat chat,
            @Description("How far back: 1 to 43200 (30 days); 1440 without since.") @Nullable Integer minutes,
            @Description(
                            "Only what was sent or received at this moment or later: at most 30 days ago, in place of minutes.")
                    @Nullable
                    Instant since,
            @Description("Only what was sent or received before this moment.") @Nullable Instant until,
            @Description("Most statuses of the page: 1 to 100.") @DefaultValue("50") int first,
            @Description("The page after this cursor.") @Nullable String after) {
        AnswerMapping answer = answers.of(chat.account());
        Span span = spans.of(minutes, since, until);
        String list = "statuses:" + chat.id();
        StatusMapping.Wanted wanted = new StatusMapping.Wanted(
                chat.chatId(), span, Arguments.first(first, Arguments.PAGE), Cursor.decode(after, list));
        return journal(chat)
                .statuses(span.minutes())
                .map(reading -> StatusMapping.page(answer, list, reading, wanted))
                .uni();
    }

    private <T> Uni<T> recent(Chat chat, Span span, Function<Reading<Window>, @Nullable T> show) {
        return chat.list()
                .window(span)
                .map(Lookup::held)
                .orElseGet(() -> journal(chat).both(span.minutes()).map(span::cut))
                .map(show)
                .uni();
    }

    /** Without any argument, the time of the list that the chat is in. */
    private Span span(Chat chat, @Nullable Integer minutes, @Nullable Instant since, @Nullable Instant until) {
        return minutes == null && since == null && until == null ? chat.list().span() : spans.of(minutes, since, until);
    }

    private AccountRepository journal(Chat chat) {
        return journals.of(chat.account());
    }
}
