package dev.greengraph.graphql.paging;

import dev.greengraph.account.AccountId;
import java.util.Set;

/**
 * What is known of a list without entries, without asking.
 *
 * @param account whose list
 * @param hasMore whether the upstream answered with entries, all of which were left out
 * @param parts what the list was read from, as far as settings of the account decide whether there is any
 */
public record EmptyList(AccountId account, boolean hasMore, Set<Part> parts) {

    /** What the upstream writes down only if the account is set so. */
    public enum Part {
        /** Incoming messages. */
        INCOMING_MESSAGES,
        /** Messages sent from the phone; those sent through the API are written down in any case. */
        OUTGOING_MESSAGES,
        /** Received calls; calls that were made need no setting. */
        INCOMING_CALLS
    }

    /** Both journals of messages. */
    public static final Set<Part> MESSAGES = Set.of(Part.INCOMING_MESSAGES, Part.OUTGOING_MESSAGES);

    /** A list that no setting decides about. */
    public static final Set<Part> ANYTHING = Set.of();
}
