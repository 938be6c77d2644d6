package dev.greengraph.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.greengraph.account.Messenger;
import dev.greengraph.simulator.world.cast.SimulatedChat;
import java.time.Duration;

/** Reads and checks the parameters of a call the way the upstream does; fails with {@link InvalidParameter}. */
final class CallParameters {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int DEFAULT_COUNT = 100;
    private static final int DEFAULT_MINUTES = 1440;
    private static final int SHORTEST_ID = 16;
    private static final int SHORTEST_WAIT = 5;
    private static final int LONGEST_WAIT = 60;

    private final SimulatedCall call;

    CallParameters(SimulatedCall call) {
        this.call = call;
    }

    String chatId() {
        return chat("chatId");
    }

    /** The group under the name that the messenger has for it. */
    String groupId() {
        return chat(call.account().messenger() == Messenger.MAX ? "chatId" : "groupId");
    }

    private String chat(String parameter) {
        JsonNode chatId = body().path(parameter);
        if (chatId.isMissingNode() || chatId.isNull()) {
            throw InvalidParameter.field(parameter, "is required");
        }
        boolean onMax = call.account().messenger() == Messenger.MAX;
        if (!chatId.isTextual() || !SimulatedChat.isId(call.account().messenger(), chatId.asText())) {
            throw InvalidParameter.field(
                    parameter,
                    onMax
                            ? "must be a number"
                            : "must be one of the next formats: 'phone_number@c.us' or 'chat_id@lid'");
        }
        return chatId.asText();
    }

    int count() {
        JsonNode count = body().path("count");
        if (count.isMissingNode()) {
            return DEFAULT_COUNT;
        }
        if (!count.canConvertToInt() || count.asInt() < 1) {
            throw InvalidParameter.field("count", "must be a positive number");
        }
        return count.asInt();
    }

    String idMessage() {
        JsonNode id = body().path("idMessage");
        if (!id.isTextual()) {
            throw InvalidParameter.field("idMessage", "is required");
        }
        if (id.asText().isEmpty()) {
            throw InvalidParameter.field("idMessage", "is not allowed to be empty");
        }
        if (call.account().messenger() == Messenger.WHATSAPP && id.asText().length() < SHORTEST_ID) {
            throw InvalidParameter.field("message id", "must be at least 16 symbols");
        }
        return id.asText();
    }

    /** The status whose statistic is wanted. */
    String status() {
        String id = call.idMessage();
        if (id == null || id.isEmpty()) {
            throw InvalidParameter.field("idMessage", "is required");
        }
        return id;
    }

    Duration window() {
        String minutes = call.minutes();
        if (minutes == null || minutes.isEmpty()) {
            return Duration.ofMinutes(DEFAULT_MINUTES);
        }
        if (!minutes.matches("[1-9][0-9]{0,8}")) {
            throw InvalidParameter.field("minutes", "must be a positive number");
        }
        return Duration.ofMinutes(Long.parseLong(minutes));
    }

    /** How long a read of an empty queue waits. */
    Duration receiveTimeout() {
        String seconds = call.receiveTimeout();
        if (seconds == null || seconds.isEmpty()) {
            return Duration.ofSeconds(SHORTEST_WAIT);
        }
        if (!seconds.matches("[0-9]{1,2}")
                || Integer.parseInt(seconds) < SHORTEST_WAIT
                || Integer.parseInt(seconds) > LONGEST_WAIT) {
            throw InvalidParameter.field("receiveTimeout", "must be between 5 and 60");
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    private JsonNode body() {
        if (call.body().isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return MAPPER.readTree(call.body());
        } catch (JsonEOFException cutOff) {
            throw new InvalidParameter("Unexpected end of JSON input");
        } catch (JsonProcessingException unreadable) {
            throw new InvalidParameter(unexpected((int) unreadable.getLocation().getCharOffset()));
        }
    }

    private String unexpected(int offset) {
        int position = Math.min(offset, call.body().length() - 1);
        return "Unexpected token " + call.body().charAt(position) + " in JSON at position " + position;
    }
}
