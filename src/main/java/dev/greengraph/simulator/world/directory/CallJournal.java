package dev.greengraph.simulator.world.directory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.simulator.world.cast.Cast;
import dev.greengraph.simulator.world.cast.SimulatedChat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The calls of an account: one every three hours, in and out in turns, with one person after the other. */
public final class CallJournal {

    private static final Rhythm RHYTHM = new Rhythm(Duration.ofHours(3));
    private static final List<String> RECEIVED = List.of("missed", "pickUp", "declined");

    private final List<SimulatedChat> people;

    public CallJournal(Cast cast) {
        this.people = cast.chats().stream().filter(chat -> !chat.isGroup()).toList();
    }

    /** What came in during the last minutes, newest first. */
    public List<ObjectNode> incoming(Duration window, Instant now) {
        return RHYTHM.numbers(window, now)
                .filter(number -> number % 2 == 0)
                .mapToObj(number -> call(number, "incoming")
                        .put("status", RECEIVED.get((int) (number / 2 % RECEIVED.size())))
                        .put("isGroup", false))
                .toList();
    }

    /** What the account made in the last minutes, newest first. */
    public List<ObjectNode> outgoing(Duration window, Instant now) {
        return RHYTHM.numbers(window, now)
                .filter(number -> number % 2 != 0)
                .mapToObj(number -> {
                    ObjectNode call = call(number, "outgoing")
                            .put("duration", 20 + number % 300)
                            .put("status", "hangUp");
                    call.putArray("participants")
                            .addObject()
                            .put("id", call.path("chatId").asText())
                            .put("status", "pickUp");
                    return call;
                })
                .toList();
    }

    private ObjectNode call(long number, String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("idMessage", String.format("CA11%012X", number))
                .put("timestamp", RHYTHM.at(number).getEpochSecond())
                .put("typeMessage", type + "Call")
                .put("chatId", people.get((int) (number % people.size())).id())
                .put("isVideo", number % 5 == 0);
    }
}
