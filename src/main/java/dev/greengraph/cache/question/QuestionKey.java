package dev.greengraph.cache.question;

import dev.greengraph.account.AccountId;
import dev.greengraph.upstream.UpstreamEndpoint;
import java.util.List;

/**
 * One question to the upstream. It holds the account: no account ever reads another's answer.
 *
 * @param account whose data
 * @param endpoint the method asked
 * @param arguments what is asked, in the method's order
 */
public record QuestionKey(AccountId account, UpstreamEndpoint endpoint, List<String> arguments) {

    /** Keeps a copy of the arguments. */
    public QuestionKey {
        arguments = List.copyOf(arguments);
    }
}
