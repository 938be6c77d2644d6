package dev.greengraph.graphql.message.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.kind.PollMessage;
import dev.greengraph.simulator.world.World;
import dev.greengraph.simulator.world.Worlds;
import dev.greengraph.simulator.world.cast.SimulatedChat;
import dev.greengraph.testsupport.Samples;
import dev.greengraph.testsupport.Shown;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While the simulated people edit, delete, react and vote, each message shows what its entries say at that moment. */
class SimulatedFoldTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(37);
    private static final Duration END = Duration.ofMinutes(55);
    private static final int RECENT = 40;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void showsWhatTheEntriesSay(boolean isOnMax) {
        World world = isOnMax
                ? Worlds.studio(42, START, "http://media.example")
                : Worlds.shop(42, START, "http://media.example");
        Set<String> seen = new LinkedHashSet<>();
        for (Instant now = START; now.isBefore(START.plus(END)); now = now.plus(STEP)) {
            for (SimulatedChat chat : world.chats()) {
                compare(world.history(chat.id(), RECENT, now), seen);
            }
        }

        assertTrue(
                seen.containsAll(
                        List.of("2 edits", "deleted after an edit", "reaction", "reaction taken back", "vote")),
                seen::toString);
    }

    @Test
    void tellsTheWholeStoryOfATextThatWasEditedTwice() {
        World world = Worlds.shop(42, START, "http://media.example");
        Instant now = START.plus(Duration.ofMinutes(12));

        List<String> stories = world.chats().stream()
                .flatMap(chat -> shown(world.history(chat.id(), RECENT, now)).page().nodes().stream())
                .filter(it -> "Closing at eight today".equals(it.text())
                        && it.type().name().equals("TEXT"))
                .map(it -> it.envelope().edits().stream()
                        .map(edit -> edit.previousText() + " > " + edit.text())
                        .collect(Collectors.joining(", ")))
                .toList();

        assertEquals(
                List.of("Closing at seven today > Closing at eight today, null > Closing at seven today"), stories);
    }

    private static void compare(List<ObjectNode> history, Set<String> seen) {
        Map<String, Map<String, String>> reactions = new LinkedHashMap<>();
        Map<String, Integer> edits = new LinkedHashMap<>();
        Map<String, String> tallies = new LinkedHashMap<>();
        Set<String> deleted = new LinkedHashSet<>();
        List<ObjectNode> oldestFirst = new ArrayList<>(history);
        Collections.reverse(oldestFirst);
        for (ObjectNode entry : oldestFirst) {
            switch (entry.path("typeMessage").asText()) {
                case "reactionMessage" -> {
                    String target = entry.path("quotedMessage").path("stanzaId").asText();
                    String emoji =
                            entry.path("extendedTextMessageData").path("text").asText();
                    reactions
                            .computeIfAbsent(target, first -> new TreeMap<>())
                            .put(entry.path("senderId").asText(), emoji);
                    seen.add(emoji.isEmpty() ? "reaction taken back" : "reaction");
                }
                case "editedMessage" ->
                    edits.merge(entry.path("editedMessageData").path("stanzaId").asText(), 1, Integer::sum);
                case "deletedMessage" ->
                    deleted.add(
                            entry.path("deletedMessageData").path("stanzaId").asText());
                case "pollUpdateMessage" ->
                    tallies.put(entry.path("pollMessageData").path("stanzaId").asText(), votes(entry));
                default -> {}
            }
        }
        for (Message message : shown(history).page().nodes()) {
            String id = message.messageId();
            Map<String, Long> standing = reactions.getOrDefault(id, Map.of()).values().stream()
                    .filter(emoji -> !emoji.isEmpty())
                    .collect(Collectors.groupingBy(emoji -> emoji, TreeMap::new, Collectors.counting()));
            Map<String, Long> shown = new TreeMap<>();
            message.envelope().reactions().forEach(it -> shown.put(it.emoji(), (long) it.count()));
            assertEquals(standing, shown, id);
            long told = message.envelope().edits().stream()
                    .filter(edit -> edit.editedAt() != null)
                    .count();
            assertEquals(edits.getOrDefault(id, 0), (int) told, id);
            assertEquals(deleted.contains(id), message.isDeleted(), id);
            seen.add(told + " edits");
            if (told > 0 && message.isDeleted()) {
                seen.add("deleted after an edit");
            }
            if (message instanceof PollMessage poll && tallies.containsKey(id)) {
                seen.add("vote");
                assertEquals(
                        tallies.get(id),
                        poll.results().stream()
                                .map(vote -> vote.option() + vote.count())
                                .collect(Collectors.joining(" ")));
            }
        }
    }

    private static String votes(ObjectNode entry) {
        StringBuilder votes = new StringBuilder();
        entry.path("pollMessageData")
                .path("votes")
                .forEach(vote -> votes.append(votes.isEmpty() ? "" : " ")
                        .append(vote.path("optionName").asText())
                        .append(vote.path("optionVoters").size()));
        return votes.toString();
    }

    private static Shown shown(List<ObjectNode> history) {
        return Shown.of(Samples.rows(history.toString().getBytes(StandardCharsets.UTF_8), "incoming"));
    }
}
