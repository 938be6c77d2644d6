package dev.greengraph.layoutfixture.graphql;

import dev.greengraph.layoutfixture.account.AccountId;
import dev.greengraph.layoutfixture.account.Accounts;
import java.util.function.Function;

public class PastTheDoor {
    Accounts all;
    Function<String, AccountId> reference = AccountId::new;

    AccountId made(String name) {
        return new AccountId(name);
    }
}
