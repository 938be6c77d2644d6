package dev.greengraph.simulator.content;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** A poll and its vote counts. */
public final class Polls {

    private Polls() {}

    /** A poll; without options in the shape of a quote. */
    public static Content question(String name, boolean multipleAnswers, List<String> options) {
        return Content.of("pollMessage", entry -> {
            ObjectNode data = entry.putObject("pollMessageData").put("name", name);
            ArrayNode list = data.putArray("options");
            options.forEach(option -> list.addObject().put("optionName", option));
            data.put("multipleAnswers", multipleAnswers);
        });
    }

    /** All counts after a vote: every option in the order of the map, options without votes included. */
    public static Content votes(String name, String pollId, boolean multipleAnswers, Map<String, List<String>> votes) {
        return Content.of("pollUpdateMessage", entry -> {
            ObjectNode data =
                    entry.putObject("pollMessageData").put("name", name).put("stanzaId", pollId);
            ArrayNode list = data.putArray("votes");
            votes.forEach((option, voters) -> {
                ArrayNode names = list.addObject().put("optionName", option).putArray("optionVoters");
                voters.forEach(names::add);
            });
            data.put("multipleAnswers", multipleAnswers);
        });
    }
}
