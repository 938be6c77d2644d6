package dev.greengraph.graphql.lookup;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.message.mapping.MessageMapping;
import dev.greengraph.graphql.node.Node;
import java.util.List;
import java.util.Optional;

/** Finds a message that has no id of its own. */
final class EventMapping {

    private EventMapping() {}

    /**
     * The message of a window.
     *
     * @param parts chat id, Unix seconds, kind
     */
    static Optional<Node> find(AccountId account, Window window, List<String> parts) {
        return window.ofChat(parts.get(0)).stream()
                .filter(row -> row.idMessage() == null)
                .filter(row -> parts.get(1).equals(String.valueOf(row.seconds())))
                .filter(row -> parts.get(2).equals(String.valueOf(row.typeMessage())))
                .<Node>map(row -> MessageMapping.of(account, row))
                .findFirst();
    }
}
