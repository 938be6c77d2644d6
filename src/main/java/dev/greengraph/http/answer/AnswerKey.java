package dev.greengraph.http.answer;

import dev.greengraph.account.Accounts;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * All that an answer depends on, besides what the upstream said.
 *
 * @param document the text of the document
 * @param operationName null if the request names none
 * @param variables null if the request has none
 * @param visible the accounts that the caller may read
 */
record AnswerKey(
        String document,
        @Nullable JsonValue operationName,
        @Nullable JsonValue variables,
        Accounts visible) {

    private static final int BYTES_OF_CHARACTER = 2;
    /** A variable is some objects for a few characters. */
    private static final int BYTES_OF_VARIABLE_CHARACTER = 10;

    static AnswerKey of(JsonObject request, String document, Accounts visible) {
        return new AnswerKey(document, request.get("operationName"), request.get("variables"), visible);
    }

    /** Estimated size in memory. */
    int bytes() {
        return BYTES_OF_CHARACTER * document.length()
                + BYTES_OF_VARIABLE_CHARACTER * String.valueOf(variables).length();
    }
}
