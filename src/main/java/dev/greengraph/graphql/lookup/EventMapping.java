package dev.greengraph.graphql.lookup;

import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.message.mapping.EnvelopeMapping;
import dev.greengraph.graphql.message.mapping.MessageMapping;
import dev.greengraph.graphql.node.Node;
import dev.greengraph.graphql.participant.AnswerMapping;
import java.util.List;
import java.util.Optional;

/** Finds a message that has no id of its own. */
final class EventMapping {

    private EventMapping() {}

    /**
     * The message of a window.
     *
     * @param parts as its global id has them
     */
    static Optional<Node> find(AnswerMapping answer, Window window, List<String> parts) {
        return window.ofChat(parts.get(0)).stream()
                .filter(row -> row.idMessage() == null)
                .filter(row -> parts.equals(List.of(EnvelopeMapping.eventParts(row))))
                .<Node>map(row -> MessageMapping.of(answer, row))
                .findFirst();
    }
}
