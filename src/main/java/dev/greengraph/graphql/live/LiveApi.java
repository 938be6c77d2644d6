package dev.greengraph.graphql.live;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.graphql.account.AccountView;
import dev.greengraph.graphql.argument.AccountChoice;
import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.graphql.error.BadRequest;
import dev.greengraph.graphql.error.SemanticNonNull;
import dev.greengraph.graphql.message.FilterMapping;
import dev.greengraph.graphql.message.MessageFilter;
import dev.greengraph.graphql.participant.AnswerMappings;
import dev.greengraph.live.AccountFeeds;
import dev.greengraph.live.Change;
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
    private final AccountFeeds accountFeeds;
    private final AnswerMappings answers;

    LiveApi(AccountChoice accounts, ChangeFeeds feeds, AccountFeeds accountFeeds, AnswerMappings answers) {
        this.accounts = accounts;
        this.feeds = feeds;
        this.accountFeeds = accountFeeds;
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
        return changes(id, after).select().where(mapping::isWanted).map(mapping::event);
    }

    @Subscription
    @Description(
            "Chats of one account in which a message came or changed, for a list of chats: each shows lastMessage and"
                    + " unreadCount as they are now. Costs what messageChanged costs. Null only with an error.")
    @Cost(Reads.NOTHING)
    @SemanticNonNull
    public Multi<ChatChange> chatChanged(
            @Description("The account's name; without it the only one, or the one configured as default.") @Nullable
                    String account,
            @Description(
                            "First what happened after this position; an error if that is not known any more, and then what is"
                                    + " shown must be queried anew.")
                    @Nullable
                    String after) {
        AccountId id = accounts.named(account).id();
        return changes(id, after).map(change -> ChangeMapping.chat(id, change));
    }

    @Subscription
    @Description(
            "The account each time its state, its calls or what endpoints says may be other than before: an endpoint"
                    + " failed or works again, or the upstream told something. Costs no upstream call. Null only with an error.")
    @Cost(Reads.NOTHING)
    @SemanticNonNull
    public Multi<AccountView> accountChanged(
            @Description("The account's name; without it the only one, or the one configured as default.") @Nullable
                    String account) {
        Account chosen = accounts.named(account);
        return accountFeeds.changes(chosen.id()).map(changed -> new AccountView(chosen));
    }

    private Multi<Change> changes(AccountId account, @Nullable String after) {
        try {
            return feeds.changes(account, after);
        } catch (UnknownPosition unknown) {
            throw new BadRequest("after", "a position of the last changes; query anew and subscribe without it");
        }
    }
}
