package dev.greengraph.simulator.world.directory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.simulator.world.cast.Cast;
import dev.greengraph.simulator.world.cast.SimulatedChat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The calls of an account: one every three hours, in and out in turns, with one person after the other, and those that a test adds. */
public final class CallJournal {

    private static final Rhythm RHYTHM = new Rhythm(Duration.ofHours(3));
    private static final List<String> RECEIVED = List.of("missed", "pickUp", "declined");

    private final List<SimulatedChat> people;
    private final AccountEvents added;

    public CallJournal(Cast cast, AccountEvents added) {
        this.people = cast.chats().stream().filter(chat -> !chat.isGroup()).toList();
        this.added = added;
    }

    /** What came in during the last minutes, newest first. */
    public List<ObjectNode> incoming(Duration window, Instant now) {
        Stream<ObjectNode> invented = RHYTHM.numbers(window, now)
                .filter(number -> number % 2 == 0)
                .mapToObj(number -> call(number, "incoming")
                        .put("status", RECEIVED.get((int) (number / 2 % RECEIVED.size())))
                        .put("isGroup", false));
        Stream<ObjectNode> said = added.calls(false, now.minus(window), now).stream()
                .map(call -> call(call, "incoming").put("isGroup", false));
        return newestFirst(invented, said);
    }

    /** What the account made in the last minutes, newest first. */
    public List<ObjectNode> outgoing(Duration window, Instant now) {
        Stream<ObjectNode> invented = RHYTHM.numbers(window, now)
                .filter(number -> number % 2 != 0)
                .mapToObj(number -> made(
                        call(number, "outgoing")
                                .put("duration", 20 + number % 300)
                                .put("status", "hangUp"),
                        "pickUp"));
        Stream<ObjectNode> said = added.calls(true, now.minus(window), now).stream()
                .map(call -> made(call(call, "outgoing").put("duration", 0), call.status()));
        return newestFirst(invented, said);
    }

    private static List<ObjectNode> newestFirst(Stream<ObjectNode> invented, Stream<ObjectNode> added) {
        return Stream.concat(added, invented)
                .sorted((one, other) -> Long.compare(
                        other.path("timestamp").asLong(), one.path("timestamp").asLong()))
                .toList();
    }

    private static ObjectNode made(ObjectNode call, String status) {
        call.putArray("participants")
                .addObject()
                .put("id", call.path("chatId").asText())
                .put("status", status);
        return call;
    }

    private ObjectNode call(long number, String type) {
        return call(
                type,
                String.format("CA11%012X", number),
                RHYTHM.at(number),
                people.get((int) (number % people.size())).id(),
                number % 5 == 0);
    }

    private static ObjectNode call(AccountEvents.Call call, String type) {
        return call(type, call.id(), call.at(), call.chatId(), false).put("status", call.status());
    }

    private static ObjectNode call(String type, String id, Instant at, String chatId, boolean isVideo) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("idMessage", id)
                .put("timestamp", at.getEpochSecond())
                .put("typeMessage", type + "Call")
                .put("chatId", chatId)
                .put("isVideo", isVideo);
    }
}
