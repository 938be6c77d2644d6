package dev.greengraph.graphql.live;

import dev.greengraph.account.AccountId;
import dev.greengraph.graphql.argument.AccountChoice;
import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.graphql.error.BadRequest;
import dev.greengraph.graphql.error.SemanticNonNull;
import dev.greengraph.graphql.message.FilterMapping;
import dev.greengraph.graphql.message.MessageFilter;
import dev.greengraph.graphql.participant.AnswerMappings;
import dev.greengraph.live.ChangeFeeds;
import dev.greengraph.live.UnknownPosition;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.jspecify.annotations.Nullable;

/** What is told without being asked for again. */
@GraphQLApi
public class LiveApi {

    private final AccountChoice accounts;
    private final ChangeFeeds feeds;
    private final AnswerMappings answers;

    LiveApi(AccountChoice accounts, ChangeFeeds feeds, AnswerMappings answers) {
        this.accounts = accounts;
        this.feeds = feeds;
        this.answers = answers;
    }

    @Subscription
    @Description("Messages of one account as they come, and as their delivery, text or marks change."
            + " However many subscribe, both journals are read once each time they are no longer fresh."
            + " Null only with an error.")
    @Cost(Reads.NOTHING)
    @SemanticNonNull
    public Multi<MessageChange> messageChanged(
            @Description("The account's name; without it the only one, or the one configured as default.") @Nullable
                    String account,
            @Description("Only messages that match.") @Nullable MessageFilter filter,
            @Description(
                            "First what happened after this position; an error if that is not known any more, and then what is"
                                    + " shown must be queried anew.")
                    @Nullable
                    String after) {
        AccountId id = accounts.named(account).id();
        ChangeMapping mapping = new ChangeMapping(id, answers, FilterMapping.of(filter));
        try {
            return feeds.changes(id, after).select().where(mapping::isWanted).map(mapping::event);
        } catch (UnknownPosition unknown) {
            throw new BadRequest("after", "a position of the last changes; query anew and subscribe without it");
        }
    }
}
