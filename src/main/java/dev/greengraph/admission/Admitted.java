package dev.greengraph.admission;

import dev.greengraph.admission.document.ExaminedDocument;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;

/**
 * A request that may be validated and executed.
 *
 * @param request with its document as {@code query}, however it was meant
 * @param document what is known of it: within the limits, or no GraphQL
 * @param plannedCalls the upstream calls that it could need
 * @param trustedName the operation's name, if the document is trusted
 */
public record Admitted(JsonObject request, ExaminedDocument document, long plannedCalls, Optional<String> trustedName) {

    /** The text of the document. */
    public String text() {
        return request.getString("query");
    }

    /** The name of the operation that is meant, if the request has one. */
    Optional<String> operationName() {
        return request.get("operationName") instanceof JsonString name
                ? Optional.of(name.getString())
                : Optional.empty();
    }

    /** Whether no operation of the document is anything but a query, whichever of them is meant. */
    public boolean holdsOnlyQueries() {
        return document.holdsOnlyQueries();
    }
}
