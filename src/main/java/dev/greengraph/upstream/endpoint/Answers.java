package dev.greengraph.upstream.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.failure.FailureTranslation;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.RowReader;
import dev.greengraph.upstream.row.Rows;
import dev.greengraph.upstream.row.SingleRow;
import java.util.Optional;

/** Reads the body of a 200, which may still be a failure: a bare text, an error object, a proxy's page. */
final class Answers {

    private Answers() {}

    static Rows rows(UpstreamEndpoint endpoint, byte[] body) {
        Optional<JsonNode> tree = RowReader.tree(body);
        return tree.filter(JsonNode::isArray)
                .map(entries -> endpoint == UpstreamEndpoint.GET_INCOMING_STATUSES
                        ? RowReader.statuses(entries, body.length)
                        : RowReader.rows(entries, type(endpoint), body.length))
                .orElseThrow(() -> new FailureTranslation(endpoint).ofContent(tree, "a list of entries"));
    }

    /** The entry of that message; what it does not repeat of the question is filled in. */
    static SingleRow row(UpstreamEndpoint endpoint, byte[] body, ChatId chat, MessageId message) {
        Optional<JsonNode> tree = RowReader.tree(body);
        return tree.filter(Answers::isEntry)
                .map(entry -> filled(filled(entry, "chatId", chat.value()), "idMessage", message.value()))
                .flatMap(entry -> RowReader.row(entry, type(endpoint)))
                .filter(MessageRow::isComplete)
                .map(row -> new SingleRow(row, body.length))
                .orElseThrow(() -> new FailureTranslation(endpoint).ofContent(tree, "an entry"));
    }

    private static String type(UpstreamEndpoint endpoint) {
        return endpoint == UpstreamEndpoint.LAST_OUTGOING_MESSAGES ? "outgoing" : "incoming";
    }

    private static JsonNode filled(JsonNode entry, String field, String value) {
        boolean isAbsent = entry.path(field).asText("").isEmpty();
        return isAbsent ? ((ObjectNode) entry).put(field, value) : entry;
    }

    private static boolean isEntry(JsonNode tree) {
        return tree.isObject() && (tree.has("idMessage") || tree.has("typeMessage"));
    }
}
