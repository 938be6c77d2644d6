package dev.greengraph.admission;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * A request that may be validated and executed.
 *
 * @param request with its document as {@code query}, however it was meant
 * @param plannedCalls the upstream calls that it could need
 * @param trustedName the operation's name, if the document is trusted
 */
public record Admitted(JsonObject request, long plannedCalls, Optional<String> trustedName) {

    /** Where the execution finds the admitted text in its context, and so knows that nothing has to be looked at again. */
    public static final String TEXT = "dev.greengraph.admission.text";

    /** The text of the document. */
    public String text() {
        return request.getString("query");
    }
}
