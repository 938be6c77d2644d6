package dev.greengraph.simulator.content;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The pair of keys that says how often something was passed on. */
final class ForwardingKeys {

    private ForwardingKeys() {}

    static void put(ObjectNode node, int score) {
        node.put("forwardingScore", score).put("isForwarded", score > 0);
    }
}
