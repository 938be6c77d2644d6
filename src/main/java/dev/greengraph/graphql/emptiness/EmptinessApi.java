package dev.greengraph.graphql.emptiness;

import dev.greengraph.account.Messenger;
import dev.greengraph.account.VisibleAccounts;
import dev.greengraph.cache.AccountDetails;
import dev.greengraph.cache.Lookup;
import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.graphql.paging.Coverage;
import dev.greengraph.graphql.paging.EmptyList;
import dev.greengraph.runtime.AccountRepositories;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;

/** Why a list is empty: the upstream answers an account that is set up wrongly as it answers one without messages. */
@GraphQLApi
public class EmptinessApi {

    private final VisibleAccounts accounts;
    private final AccountRepositories repositories;

    EmptinessApi(VisibleAccounts accounts, AccountRepositories repositories) {
        this.accounts = accounts;
        this.repositories = repositories;
    }

    @Description(
            "Why the list is empty; null if it is not, or with an error. If the upstream had no entries, its settings,"
                    + " the state and on MAX the progress of the account are asked in this order until one is the cause: at most"
                    + " three upstream calls, shared with the fields of these names. Otherwise none. A method that the"
                    + " account is not granted gives no empty list but the error METHOD_NOT_ENABLED or STATUSES_NOT_ENABLED.")
    @Cost(Reads.EMPTINESS)
    public Uni<Emptiness> emptiness(@Source @Name("coverage") Coverage coverage) {
        EmptyList list = coverage.empty();
        if (list == null) {
            return Uni.createFrom().nullItem();
        }
        return list.hasMore()
                ? Uni.createFrom().item(EmptinessMapping.nothingMatches())
                : cause(list).uni();
    }

    private Lookup<Emptiness> cause(EmptyList list) {
        AccountDetails details = repositories.of(list.account()).details();
        boolean isOnMax = messenger(list) == Messenger.MAX;
        return settings(list, details)
                .chain(found -> found.isPresent() ? Lookup.held(found) : state(details))
                .chain(found -> found.isPresent() ? Lookup.held(found) : sync(isOnMax, details))
                .map(found -> found.orElseGet(EmptinessMapping::noCause));
    }

    private static Lookup<Optional<Emptiness>> settings(EmptyList list, AccountDetails details) {
        return list.parts().isEmpty()
                ? Lookup.held(Optional.empty())
                : details.settings().map(reading -> EmptinessMapping.settings(list, reading.value()));
    }

    private static Lookup<Optional<Emptiness>> state(AccountDetails details) {
        return details.state().map(reading -> EmptinessMapping.state(reading.value()));
    }

    private static Lookup<Optional<Emptiness>> sync(boolean isOnMax, AccountDetails details) {
        return isOnMax
                ? details.sync().map(reading -> EmptinessMapping.sync(reading.value()))
                : Lookup.held(Optional.empty());
    }

    private Messenger messenger(EmptyList list) {
        return accounts.find(list.account().value()).orElseThrow().messenger();
    }
}
