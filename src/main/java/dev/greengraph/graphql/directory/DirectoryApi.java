package dev.greengraph.graphql.directory;

import dev.greengraph.cache.AccountRepository;
import dev.greengraph.graphql.account.AccountView;
import dev.greengraph.graphql.argument.Arguments;
import dev.greengraph.graphql.chat.ChatConnection;
import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.graphql.error.SemanticNonNull;
import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.participant.ChatKind;
import dev.greengraph.graphql.participant.ChatListReading;
import dev.greengraph.runtime.AccountRepositories;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** All chats of an account, and what is known of one apart from its messages. */
@GraphQLApi
public class DirectoryApi {

    private final AccountRepositories repositories;

    DirectoryApi(AccountRepositories repositories) {
        this.repositories = repositories;
    }

    @Description(
            "Every chat of the account, also those without recent messages: the upstream's list of chats, joined by"
                    + " those that the journals held by the gateway show. The latest known activity first, then the others. One"
                    + " upstream call; the upstream makes its list anew once a minute.")
    @Cost(Reads.CHAT_LIST_PAGE)
    @SemanticNonNull
    public Uni<ChatConnection> chatList(
            @Source @Name("account") AccountView account,
            @Description("Only chats of this kind.") @Nullable ChatKind kind,
            @Description("Only archived chats, or only those that are not; one of which the upstream does not say it"
                            + " is not.")
                    @Nullable
                    Boolean isArchived,
            @Description("Most chats of the page: 1 to 100.") @DefaultValue("50") int first,
            @Description("The page after this cursor.") @Nullable String after) {
        String list = "chat-list:" + account.name();
        ChatDirectoryMapping.Wanted wanted = new ChatDirectoryMapping.Wanted(
                kind, isArchived, Arguments.first(first, Arguments.PAGE), Cursor.decode(after, list));
        AccountRepository repository = repositories.of(account.account().id());
        ChatListReading shared = ChatListReading.of(repository::heldNames, repository.details()::directory);
        return repository
                .details()
                .chats()
                .map(reading -> ChatDirectoryMapping.page(
                        account.account().id(), list, reading, repository.heldJournals(), wanted, shared))
                .uni();
    }

    @Name("isArchived")
    @Description(
            "Whether the chat is archived; null where the upstream's list of chats does not say it: on MAX, and of a"
                    + " chat that is not in the list. One upstream call for all chats of an account.")
    @Cost(Reads.CHAT_LIST)
    public Uni<Boolean> isArchived(@Source @Name("chat") Chat chat) {
        return repositories
                .of(chat.account())
                .details()
                .chats()
                .map(reading -> ChatDirectoryMapping.isArchived(chat, reading.value()))
                .uni();
    }

    @Description("The picture of the person or the group; null if there is none that the account may see. One upstream"
            + " call for each chat, of a method that allows ten a second on WhatsApp and one on MAX; remembered for an"
            + " hour.")
    @Cost(Reads.AVATAR)
    public Uni<Avatar> avatar(@Source @Name("chat") Chat chat) {
        return repositories
                .of(chat.account())
                .details()
                .avatar(chat.upstreamId())
                .map(AvatarMapping::of)
                .uni();
    }
}
