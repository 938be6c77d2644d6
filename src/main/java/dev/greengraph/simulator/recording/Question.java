package dev.greengraph.simulator.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.simulator.wire.UpstreamMethod;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a call asked for.
 *
 * @param method which method
 * @param arguments those of the body and of the address together
 */
public record Question(UpstreamMethod method, ObjectNode arguments) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> SUBJECT = List.of("chatId", "groupId", "idMessage");
    private static final Set<UpstreamMethod> LISTS = EnumSet.of(
            UpstreamMethod.LAST_INCOMING_MESSAGES,
            UpstreamMethod.LAST_OUTGOING_MESSAGES,
            UpstreamMethod.GET_INCOMING_STATUSES,
            UpstreamMethod.GET_OUTGOING_STATUSES,
            UpstreamMethod.LAST_INCOMING_CALLS,
            UpstreamMethod.LAST_OUTGOING_CALLS);

    /**
     * Reads a call; of a body that is no JSON object nothing is kept.
     *
     * @param minutes value of the query parameter
     * @param idMessage value of the query parameter
     */
    public static Question of(
            UpstreamMethod method, String body, @Nullable String minutes, @Nullable String idMessage) {
        ObjectNode arguments = object(body);
        if (minutes != null) {
            arguments.put("minutes", minutes);
        }
        if (idMessage != null) {
            arguments.put("idMessage", idMessage);
        }
        return new Question(method, arguments);
    }

    private static ObjectNode object(String body) {
        try {
            return MAPPER.readTree(body) instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        } catch (JsonProcessingException unreadable) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /** Whether both ask about the same, however much of it. */
    boolean isAbout(Question other) {
        return method == other.method && subject().equals(other.subject());
    }

    private String subject() {
        return SUBJECT.stream().map(name -> arguments.path(name).asText()).collect(Collectors.joining(" "));
    }

    /** Whether the answer is a list of the last minutes. */
    boolean isOfMinutes() {
        return LISTS.contains(method);
    }

    /** A number among the arguments. */
    int number(String name, int otherwise) {
        JsonNode number = arguments.path(name);
        return number.asInt(otherwise);
    }
}
