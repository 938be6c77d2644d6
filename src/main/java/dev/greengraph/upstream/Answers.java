package dev.greengraph.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.row.RowReader;
import dev.greengraph.upstream.row.Rows;
import dev.greengraph.upstream.row.SingleRow;
import java.util.Optional;

/** Reads the body of a 200, which may still be a failure: a bare text, an error object, a proxy's page. */
final class Answers {

    private Answers() {}

    static Rows rows(Endpoint endpoint, byte[] body) {
        Optional<JsonNode> tree = RowReader.tree(body);
        return tree.filter(JsonNode::isArray)
                .map(entries -> RowReader.rows(entries, type(endpoint), body.length))
                .orElseThrow(() -> new FailureTranslation(endpoint).ofContent(tree, "a list of entries"));
    }

    static SingleRow row(Endpoint endpoint, byte[] body) {
        Optional<JsonNode> tree = RowReader.tree(body);
        return tree.filter(Answers::isEntry)
                .flatMap(entry -> RowReader.row(entry, type(endpoint)))
                .map(row -> new SingleRow(row, body.length))
                .orElseThrow(() -> new FailureTranslation(endpoint).ofContent(tree, "an entry"));
    }

    private static String type(Endpoint endpoint) {
        return endpoint == Endpoint.LAST_OUTGOING_MESSAGES ? "outgoing" : "incoming";
    }

    private static boolean isEntry(JsonNode tree) {
        return tree.isObject() && (tree.has("idMessage") || tree.has("typeMessage"));
    }
}
