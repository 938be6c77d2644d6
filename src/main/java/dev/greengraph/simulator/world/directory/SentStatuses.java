package dev.greengraph.simulator.world.directory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.simulator.world.cast.Cast;
import dev.greengraph.simulator.world.cast.SimulatedChat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The statuses that an account sends: one every four hours, a text and a picture in turns, to three people. */
public final class SentStatuses {

    private static final Rhythm RHYTHM = new Rhythm(Duration.ofHours(4));
    private static final Duration KEPT = Duration.ofDays(30);

    private final Cast cast;
    private final List<String> people;

    public SentStatuses(Cast cast) {
        this.cast = cast;
        this.people = cast.chats().stream()
                .filter(chat -> !chat.isGroup() && chat.weight() > 0)
                .map(SimulatedChat::id)
                .limit(3)
                .toList();
    }

    /** What was sent during the last minutes, newest first. */
    public List<ObjectNode> statuses(Duration window, Instant now) {
        Duration span = window.compareTo(KEPT) > 0 ? KEPT : window;
        return RHYTHM.numbers(span, now).mapToObj(this::status).toList();
    }

    /** How far one came with each person; nothing of an unknown one. */
    public List<ObjectNode> statistic(String idMessage, Instant now) {
        return RHYTHM.numbers(KEPT, now)
                .filter(number -> id(number).equals(idMessage))
                .boxed()
                .flatMap(number -> people.stream().map(person -> view(number, person)))
                .toList();
    }

    private ObjectNode view(long number, String person) {
        boolean isRead = people.indexOf(person) < 2;
        return JsonNodeFactory.instance
                .objectNode()
                .put("participant", person)
                .put("timestamp", RHYTHM.at(number).getEpochSecond() + (isRead ? 600 : 5))
                .put("status", isRead ? "read" : "delivered");
    }

    private ObjectNode status(long number) {
        boolean isText = number % 2 == 0;
        ObjectNode status = JsonNodeFactory.instance
                .objectNode()
                .put("type", "outgoing")
                .put("idMessage", id(number))
                .put("timestamp", RHYTHM.at(number).getEpochSecond())
                .put("typeMessage", isText ? "extendedTextMessage" : "imageMessage")
                .put("chatId", people.get(0));
        if (isText) {
            status.put("textMessage", "Open until seven today");
            ObjectNode style = status.putObject("extendedTextMessage")
                    .put("text", "Open until seven today")
                    .put("backgroundColor", "#228B22")
                    .put("font", "SERIF");
            addPeople(style.putArray("participants"));
        } else {
            addPeople(status.putArray("participants"));
            status.put("downloadUrl", cast.mediaHost() + "/statuses/sent" + number + ".jpg")
                    .put("caption", "Fresh from the kiln")
                    .put("fileName", "sent" + number + ".jpg")
                    .put("jpegThumbnail", "")
                    .put("mimeType", "image/jpeg");
        }
        return status.put("statusMessage", "read").put("sendByApi", true);
    }

    private void addPeople(ArrayNode participants) {
        people.forEach(participants::add);
    }

    private static String id(long number) {
        return String.format("BAE5%012X", number);
    }
}
