package dev.greengraph.simulator.content;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The two keys that say how often a message was forwarded. */
final class ForwardingKeys {

    private ForwardingKeys() {}

    static void put(ObjectNode node, int score) {
        node.put("forwardingScore", score).put("isForwarded", score > 0);
    }
}
