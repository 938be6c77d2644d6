package dev.greengraph.http.answer;

import dev.greengraph.account.Accounts;
import dev.greengraph.admission.Admitted;
import java.util.Map;

/**
 * All that an answer depends on, besides what the upstream said.
 *
 * @param document the text of the document
 * @param operationName empty if the request names none
 * @param variables empty if the request has none
 * @param visible the accounts that the caller may read
 * @param event the identity of the event that a subscription shows; empty for a query
 */
record AnswerKey(String document, String operationName, Map<String, ?> variables, Accounts visible, String event) {

    private static final int BYTES_OF_CHARACTER = 2;
    /** A variable is some objects for a few characters. */
    private static final int BYTES_OF_VARIABLE_CHARACTER = 10;

    static AnswerKey of(Admitted admitted, Accounts visible) {
        return of(admitted, visible, "");
    }

    static AnswerKey of(Admitted admitted, Accounts visible, String event) {
        return new AnswerKey(
                admitted.text(), admitted.operationName().orElse(""), admitted.variables(), visible, event);
    }

    /** Estimated size in memory. */
    int bytes() {
        return BYTES_OF_CHARACTER * (document.length() + event.length())
                + BYTES_OF_VARIABLE_CHARACTER * variables.toString().length();
    }
}
