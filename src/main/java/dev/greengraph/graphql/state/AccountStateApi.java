package dev.greengraph.graphql.state;

import dev.greengraph.account.Messenger;
import dev.greengraph.graphql.account.AccountView;
import dev.greengraph.graphql.argument.Arguments;
import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.graphql.error.SemanticNonNull;
import dev.greengraph.runtime.AccountRepositories;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;

/** Whether an account works, and what it has the upstream write down. */
@GraphQLApi
public class AccountStateApi {

    private final AccountRepositories repositories;

    AccountStateApi(AccountRepositories repositories) {
        this.repositories = repositories;
    }

    @Description("Whether the account is connected to its messenger. One upstream call; null only with an error.")
    @Cost(Reads.ACCOUNT_STATE)
    @SemanticNonNull
    public Uni<AccountState> state(@Source @Name("account") AccountView account) {
        return repositories
                .of(account.account().id())
                .details()
                .state()
                .map(AccountStateMapping::of)
                .uni();
    }

    @Description(
            "What the upstream writes down for the account: says why a journal is empty. Of all settings only these are"
                    + " shown, never addresses or tokens. One upstream call; null only with an error.")
    @Cost(Reads.SETTINGS)
    @SemanticNonNull
    public Uni<AccountSettings> settings(@Source @Name("account") AccountView account) {
        return repositories
                .of(account.account().id())
                .details()
                .settings()
                .map(AccountSettingsMapping::of)
                .uni();
    }

    @Description(
            "How far the upstream has read what was in the account before it was connected. One upstream call on MAX;"
                    + " null on WhatsApp, which does not say it and is not asked.")
    @Cost(Reads.SYNC)
    public Uni<AccountSync> sync(@Source @Name("account") AccountView account) {
        return account.account().messenger() == Messenger.MAX
                ? repositories
                        .of(account.account().id())
                        .details()
                        .sync()
                        .map(AccountSyncMapping::of)
                        .uni()
                : Uni.createFrom().nullItem();
    }

    @Description(
            "The messages that were handed over to the upstream and have not been sent yet. One upstream call; null only"
                    + " with an error.")
    @Cost(Reads.QUEUE)
    @SemanticNonNull
    public Uni<MessageQueue> queue(
            @Source @Name("account") AccountView account,
            @Description("Most messages to show: 1 to 100.") @DefaultValue("50") int first) {
        int most = Arguments.first(first, Arguments.PAGE);
        return repositories
                .of(account.account().id())
                .details()
                .queue()
                .map(reading -> MessageQueueMapping.of(account.account().id(), reading, most))
                .uni();
    }
}
