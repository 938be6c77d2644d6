package dev.greengraph.simulator.recording;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A call and its answer.
 *
 * @param atMillis when, since the recording began
 * @param question what was asked
 * @param status of the answer
 * @param body of the answer; null in JSON where it was none
 */
record Exchange(long atMillis, Question question, int status, JsonNode body) {

    boolean isData() {
        return status == 200 && body.isContainerNode();
    }
}
