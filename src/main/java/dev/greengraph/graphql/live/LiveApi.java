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
import dev.greengraph.live.ChangeFeeds;
import dev.greengraph.live.UnknownPosition;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.jspecify.annotations.Nullable;

/** What is told without being asked for again. */
@GraphQLApi
public class LiveApi {

    private static final String ACCOUNT =
            "The account's name; without it the only one, or the one configured as default.";

    private static final String AFTER =
            "First what happened after this position, which a change came with, from whichever replica; if that is not known"
                    + " any more, the first event is of the kind MISSED.";

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
            @Description(ACCOUNT) @Nullable String account,
            @Description("Only messages that match.") @Nullable MessageFilter filter,
            @Description(AFTER) @Nullable String after) {
        AccountId id = accounts.named(account).id();
        ChangeMapping mapping = new ChangeMapping(id, answers, FilterMapping.of(filter));
        return goingOn(() -> mapping.events(feeds, after));
    }

    @Subscription
    @Description(
            "Chats of one account in which a message came or changed, for a list of chats: each shows lastMessage and"
                    + " unreadCount as they are now. Costs what messageChanged costs. Null only with an error.")
    @Cost(Reads.NOTHING)
    @SemanticNonNull
    public Multi<ChatChange> chatChanged(
            @Description(ACCOUNT) @Nullable String account, @Description(AFTER) @Nullable String after) {
        AccountId id = accounts.named(account).id();
        return goingOn(() -> ChangeMapping.chats(id, feeds, after));
    }

    @Subscription
    @Description(
            "The account each time its state, its calls or what endpoints says may be other than before: an endpoint"
                    + " failed or works again, or the upstream told something. Costs no upstream call. Null only with an error.")
    @Cost(Reads.NOTHING)
    @SemanticNonNull
    public Multi<AccountView> accountChanged(@Description(ACCOUNT) @Nullable String account) {
        Account chosen = accounts.named(account);
        return accountFeeds.changes(chosen.id()).map(changed -> new AccountView(chosen));
    }

    private static <E> Multi<E> goingOn(Supplier<Multi<E>> events) {
        try {
            return events.get();
        } catch (UnknownPosition none) {
            throw new BadRequest("after", "a position that a change came with; query anew and subscribe without it");
        }
    }
}
