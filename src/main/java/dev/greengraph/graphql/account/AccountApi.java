package dev.greengraph.graphql.account;

import dev.greengraph.account.Account;
import dev.greengraph.account.VisibleAccounts;
import dev.greengraph.cache.AccountRepository;
import dev.greengraph.cache.Lookup;
import dev.greengraph.cache.Reading;
import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.argument.AccountChoice;
import dev.greengraph.graphql.argument.Arguments;
import dev.greengraph.graphql.argument.Span;
import dev.greengraph.graphql.argument.Spans;
import dev.greengraph.graphql.chat.ChatConnection;
import dev.greengraph.graphql.chat.ChatListMapping;
import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.graphql.error.SemanticNonNull;
import dev.greengraph.graphql.message.ConnectionMapping;
import dev.greengraph.graphql.message.MessageConnection;
import dev.greengraph.graphql.message.MessageFilter;
import dev.greengraph.graphql.message.content.Direction;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.mapping.MessageMapping;
import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.graphql.participant.AnswerMapping;
import dev.greengraph.graphql.participant.AnswerMappings;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.participant.ChatKind;
import dev.greengraph.graphql.participant.ChatListReading;
import dev.greengraph.graphql.participant.Contact;
import dev.greengraph.graphql.status.Status;
import dev.greengraph.graphql.status.StatusConnection;
import dev.greengraph.graphql.status.StatusMapping;
import dev.greengraph.runtime.AccountRepositories;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The accounts, and what is known of all chats of one. */
@GraphQLApi
@Description("Messenger accounts, their chats, messages and statuses, read through the upstream's journals.")
public class AccountApi {

    private final VisibleAccounts accounts;
    private final AccountChoice choice;
    private final AccountRepositories repositories;
    private final AnswerMappings answers;
    private final Spans spans;

    AccountApi(
            VisibleAccounts accounts,
            AccountChoice choice,
            AccountRepositories repositories,
            AnswerMappings answers,
            Spans spans) {
        this.accounts = accounts;
        this.choice = choice;
        this.repositories = repositories;
        this.answers = answers;
        this.spans = spans;
    }

    @Query
    @Description("Every account that the caller may read, ordered by name.")
    @Cost(Reads.NOTHING)
    public Uni<@NonNull List<@NonNull AccountView>> accounts() {
        return Uni.createFrom()
                .item(accounts.all().stream().map(AccountView::new).toList());
    }

    @Query
    @Description(
            "One account. Without a name: the only one, or the one configured as default. Null only with an error.")
    @Cost(Reads.NOTHING)
    @SemanticNonNull
    public Uni<AccountView> account(@Description("Its name from the configuration.") @Nullable String name) {
        return Uni.createFrom().item(new AccountView(choice.named(name)));
    }

    @Description("The account's own contact, as far as what is held tells its id: somebody quoted one of its messages."
            + " Null where nothing tells it. Costs no upstream call.")
    @Cost(Reads.NOTHING)
    public Uni<Contact> self(@Source @Name("account") AccountView account) {
        AnswerMapping answer = answers.of(account.account().id());
        return Uni.createFrom().item(answer.self(repository(account)));
    }

    @Description("Chats with a message in the last minutes, latest activity first."
            + " At most two upstream calls however many chats there are.")
    @Cost(Reads.JOURNALS)
    @SemanticNonNull
    public Uni<ChatConnection> chats(
            @Source @Name("account") AccountView account,
            @Description("How far back: 1 to 43200 (30 days); 1440 without since.") @Nullable Integer minutes,
            @Description(
                            "Only what was sent or received at this moment or later: at most 30 days ago, in place of minutes.")
                    @Nullable
                    Instant since,
            @Description("Only what was sent or received before this moment.") @Nullable Instant until,
            @Description("Only chats of this kind.") @Nullable ChatKind kind,
            @Description("Most chats of the page: 1 to 100.") @DefaultValue("20") int first,
            @Description("The page after this cursor.") @Nullable String after) {
        Span span = spans.of(minutes, since, until);
        String list = "chats:" + account.name();
        int page = Arguments.first(first, Arguments.PAGE);
        Cursor start = Cursor.decode(after, list);
        AccountRepository repository = repository(account);
        return repository
                .both(span.minutes())
                .map(reading -> ChatListMapping.page(
                        account.account().id(),
                        list,
                        kind,
                        page,
                        start,
                        ChatListReading.of(
                                span, span.cut(reading), repository::heldNames, repository.details()::directory)))
                .uni();
    }

    @Description("One chat by the upstream's chat id. Costs no upstream call until a field needs one.")
    @Cost(Reads.NOTHING)
    @SemanticNonNull
    public Uni<Chat> chat(
            @Source @Name("account") AccountView account,
            @Description("The upstream's id, such as 70000001234@c.us, 120363000000000101@g.us or -70000000000001.")
                    @NonNull
                    String chatId) {
        return Uni.createFrom()
                .item(new Chat(
                        account.account().id(),
                        Arguments.chatId(chatId, account.account().messenger())));
    }

    @Description("Messages of all chats in the last minutes, newest first: the incoming and outgoing journals merged."
            + " A filter by direction reads only that journal.")
    @Cost(Reads.JOURNALS_BY_DIRECTION)
    @SemanticNonNull
    public Uni<MessageConnection> messages(
            @Source @Name("account") AccountView account,
            @Description("How far back: 1 to 43200 (30 days); 1440 without since.") @Nullable Integer minutes,
            @Description(
                            "Only what was sent or received at this moment or later: at most 30 days ago, in place of minutes.")
                    @Nullable
                    Instant since,
            @Description("Only what was sent or received before this moment.") @Nullable Instant until,
            @Description("Only messages that match.") @Nullable MessageFilter filter,
            @Description("Most messages of the page: 1 to 500.") @DefaultValue("50") int first,
            @Description("The page after this cursor.") @Nullable String after) {
        Span span = spans.of(minutes, since, until);
        ConnectionMapping mapping = ConnectionMapping.of(
                answers.of(account.account().id()),
                "messages:" + account.name(),
                filter,
                span,
                Arguments.first(first, Arguments.LONG_PAGE),
                after);
        return read(repository(account), filter, span.minutes())
                .map(mapping::page)
                .uni();
    }

    private static Lookup<Reading<Window>> read(
            AccountRepository repository, @Nullable MessageFilter filter, int minutes) {
        Direction direction = filter == null ? null : filter.direction();
        if (direction == null) {
            return repository.both(minutes);
        }
        return direction == Direction.INCOMING ? repository.incoming(minutes) : repository.outgoing(minutes);
    }

    @Description("One message, or null if the upstream does not know it.")
    @Cost(Reads.MESSAGE)
    public Uni<Message> message(
            @Source @Name("account") AccountView account,
            @Description("The upstream's id of its chat.") @NonNull String chatId,
            @Description("The upstream's id of the message.") @NonNull String messageId) {
        Account owner = account.account();
        AnswerMapping answer = answers.of(owner.id());
        return repository(account)
                .message(Arguments.chatId(chatId, owner.messenger()), Arguments.messageId(messageId, owner.messenger()))
                .map(row -> row.map(known -> MessageMapping.of(answer, known)).orElse(null))
                .uni();
    }

    @Description("Statuses (stories) received from contacts in the last minutes, newest first.")
    @Cost(Reads.STATUSES)
    @SemanticNonNull
    public Uni<StatusConnection> statuses(
            @Source @Name("account") AccountView account,
            @Description("How far back: 1 to 43200 (30 days); 1440 without since.") @Nullable Integer minutes,
            @Description(
                            "Only what was sent or received at this moment or later: at most 30 days ago, in place of minutes.")
                    @Nullable
                    Instant since,
            @Description("Only what was sent or received before this moment.") @Nullable Instant until,
            @Description("Only from the contact with this upstream id.") @Nullable String senderId,
            @Description("Most statuses of the page: 1 to 100.") @DefaultValue("50") int first,
            @Description("The page after this cursor.") @Nullable String after) {
        AnswerMapping answer = answers.of(account.account().id());
        Span span = spans.of(minutes, since, until);
        String list = "statuses:" + account.name();
        StatusMapping.Wanted wanted = new StatusMapping.Wanted(
                senderId, span, Arguments.first(first, Arguments.PAGE), Cursor.decode(after, list));
        return repository(account)
                .statuses(span.minutes())
                .map(reading -> StatusMapping.page(answer, list, reading, wanted))
                .uni();
    }

    @Description(
            "One status of a contact by the upstream's id; null if it is not among those received in the last minutes.")
    @Cost(Reads.STATUSES)
    public Uni<Status> status(
            @Source @Name("account") AccountView account,
            @Description("The upstream's id of the status.") @NonNull String statusId,
            @Description("How far back: 1 to 43200 (30 days); 1440 without.") @Nullable Integer minutes) {
        AnswerMapping answer = answers.of(account.account().id());
        return repository(account)
                .statuses(spans.of(minutes, null, null).minutes())
                .map(reading ->
                        StatusMapping.find(answer, reading.value(), statusId).orElse(null))
                .uni();
    }

    @Description("How each upstream method is doing: what is left of its budget, how fresh the last answer is,"
            + " whether it fails.")
    @Cost(Reads.ENDPOINT_STATES)
    public Uni<@NonNull List<@NonNull EndpointState>> endpoints(@Source @Name("account") AccountView account) {
        return Uni.createFrom()
                .item(repository(account).endpoints().stream()
                        .map(EndpointMapping::of)
                        .toList());
    }

    private AccountRepository repository(AccountView account) {
        return repositories.of(account.account().id());
    }
}
