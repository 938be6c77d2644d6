package dev.greengraph.graphql.participant;

import dev.greengraph.account.AccountId;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.upstream.ChatId;
import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the answer to the current request shows, account by account. */
@RequestScoped
public class AnswerMappings {

    private final AccountRepositories repositories;
    private final Map<AccountId, AnswerMapping> byAccount = new ConcurrentHashMap<>();

    AnswerMappings(AccountRepositories repositories) {
        this.repositories = repositories;
    }

    /** Of one account; it can be kept by what outlives the resolver. */
    public AnswerMapping of(AccountId account) {
        return byAccount.computeIfAbsent(
                account,
                first -> new AnswerMapping(
                        account,
                        () -> repositories.of(account).heldNames(),
                        () -> repositories.of(account).details().directory(),
                        chat -> repositories.of(account).held(new ChatId(chat))));
    }
}
