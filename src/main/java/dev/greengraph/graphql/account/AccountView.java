package dev.greengraph.graphql.account;

import dev.greengraph.account.Account;
import dev.greengraph.graphql.error.SemanticNonNull;
import dev.greengraph.graphql.node.GlobalId;
import dev.greengraph.graphql.node.Node;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Type;

/**
 * An account as callers see it: never its credentials.
 *
 * @param account the account itself
 */
@Type("Account")
@Description("One upstream account (a GREEN-API instance).")
public record AccountView(@Ignore Account account) implements Node {

    @Override
    @Query
    @Id
    @NonNull
    @Description("Globally unique and opaque; the argument of Query.node.")
    public String id() {
        return GlobalId.encode(GlobalId.Type.ACCOUNT, account.id());
    }

    @Query
    @Description("The name from the configuration. Never the upstream's id or token.")
    @SemanticNonNull
    public String name() {
        return account.id().value();
    }

    @Query
    @NonNull
    @Description("The messenger behind it.")
    public MessengerView messenger() {
        return MessengerView.valueOf(account.messenger().name());
    }
}
