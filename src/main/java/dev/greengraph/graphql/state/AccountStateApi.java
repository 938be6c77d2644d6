package dev.greengraph.graphql.state;

import dev.greengraph.graphql.account.AccountView;
import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.runtime.AccountRepositories;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;

/** Whether an account works. */
@GraphQLApi
public class AccountStateApi {

    private final AccountRepositories repositories;

    AccountStateApi(AccountRepositories repositories) {
        this.repositories = repositories;
    }

    @Description("Whether the account is connected to its messenger. One upstream call; null only with an error.")
    @Cost(Reads.ACCOUNT_STATE)
    public Uni<AccountState> state(@Source @Name("account") AccountView account) {
        return repositories
                .of(account.account().id())
                .state()
                .map(AccountStateMapping::of)
                .uni();
    }
}
