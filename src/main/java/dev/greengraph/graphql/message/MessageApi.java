package dev.greengraph.graphql.message;

import dev.greengraph.account.VisibleAccounts;
import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.graphql.message.content.Quote;
import dev.greengraph.graphql.message.kind.DeletedMessage;
import dev.greengraph.graphql.message.kind.EditedMessage;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.kind.PollUpdateMessage;
import dev.greengraph.graphql.message.mapping.MessageMapping;
import dev.greengraph.graphql.participant.AnswerMapping;
import dev.greengraph.graphql.participant.AnswerMappings;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.failure.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;

/** The messages that messages refer to, as they are now; null where the upstream no longer knows them. */
@GraphQLApi
public class MessageApi {

    private final VisibleAccounts accounts;
    private final AccountRepositories repositories;
    private final AnswerMappings answers;

    MessageApi(VisibleAccounts accounts, AccountRepositories repositories, AnswerMappings answers) {
        this.accounts = accounts;
        this.repositories = repositories;
        this.answers = answers;
    }

    @Description("The quoted message itself, as it is now; null if the upstream no longer knows it.")
    @Cost(Reads.REFERENCE)
    public Uni<Message> message(@Source @Name("quote") Quote quote) {
        return referred(quote.chat(), quote.messageId());
    }

    @Description("The poll itself, as it is now; null if the upstream no longer knows it.")
    @Cost(Reads.REFERENCE)
    public Uni<Message> poll(@Source @Name("update") PollUpdateMessage update) {
        return referred(update.chat(), update.pollMessageId());
    }

    @Description("The edited message itself, as it is now; null if the upstream no longer knows it.")
    @Cost(Reads.REFERENCE)
    public Uni<Message> editedMessage(@Source @Name("event") EditedMessage event) {
        return referred(event.chat(), event.editedMessageId());
    }

    @Description("The deleted message itself, as the upstream keeps it; null if it no longer knows it.")
    @Cost(Reads.REFERENCE)
    public Uni<Message> deletedMessage(@Source @Name("event") DeletedMessage event) {
        return referred(event.chat(), event.deletedMessageId());
    }

    private Uni<Message> referred(Chat chat, String messageId) {
        Optional<MessageId> id = accounts.find(chat.account().value())
                .flatMap(account -> MessageId.parse(messageId, account.messenger()));
        if (id.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        AnswerMapping answer = answers.of(chat.account());
        return repositories
                .of(chat.account())
                .message(chat.upstreamId(), id.get())
                .map(row -> row.map(known -> MessageMapping.of(answer, known)).orElse(null))
                .uni()
                .onFailure(UpstreamFailure.ChatNotFound.class)
                .recoverWithNull();
    }
}
