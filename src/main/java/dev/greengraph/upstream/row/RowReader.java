package dev.greengraph.upstream.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.upstream.Moments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies: strict JSON on the outside, lenient rows on the inside.
 *
 * <p>Trailing commas and comments are accepted, since the vendor's pages print them and they are unambiguous; a missing
 * or doubled comma is not. A row that cannot be read is counted and costs its neighbours nothing.
 */
public final class RowReader {

    private static final int MAX_DEPTH = 100;
    private static final long MAX_SECONDS = 253_402_300_799L;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withCoercionConfigDefaults(
                    values -> values.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
            .addModule(new Leniency.AbsentIfUnusable())
            .addHandler(new Leniency.AbsentIfMistyped())
            .build();

    private RowReader() {}

    /** The body as JSON; nothing if it is empty or not strictly JSON. */
    public static Optional<JsonNode> tree(byte[] body) {
        try {
            return Optional.ofNullable(MAPPER.readTree(body)).filter(tree -> !tree.isMissingNode());
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /**
     * The entries of an array.
     *
     * @param type what an entry without a type is: old journals hold one type only and do not say so; if that is outgoing,
     *     this is the outgoing journal, whose times are those of the last action
     * @param bytes size of the body
     */
    public static Rows rows(JsonNode entries, String type, int bytes) {
        List<MessageRow> rows = new ArrayList<>(entries.size());
        Function<Long, Moments> meaning = MessageRow.OUTGOING.equals(type) ? Moments::lastAction : Moments::sent;
        entries.forEach(entry -> row(entry, type, meaning).ifPresent(rows::add));
        return new Rows(rows, entries.size() - rows.size(), bytes);
    }

    /** The entries of an array of statuses: of a kind that is none of theirs, the raw entry is kept. */
    public static Rows statuses(JsonNode entries, int bytes) {
        List<MessageRow> rows = new ArrayList<>(entries.size());
        entries.forEach(entry -> row(entry, "incoming")
                .map(row -> FlatKinds.isStatus(row.typeMessage()) ? row : row.withRaw(entry.toString()))
                .ifPresent(rows::add));
        return new Rows(rows, entries.size() - rows.size(), bytes);
    }

    /** One entry of that type unless it says another; nothing if it is not an object. */
    public static Optional<MessageRow> row(JsonNode entry, String type) {
        return row(entry, type, Moments::sent);
    }

    private static Optional<MessageRow> row(JsonNode entry, String type, Function<Long, Moments> meaning) {
        return entry.isObject() ? Optional.of(read(entry, type, meaning)) : Optional.empty();
    }

    private static MessageRow read(JsonNode raw, String defaultType, Function<Long, Moments> meaning) {
        ObjectNode entry = EntryShape.ofJournal(raw);
        String said = text(entry, "type");
        String type = said == null ? defaultType : said;
        String idMessage = text(entry, "idMessage");
        String chatId = text(entry, "chatId");
        Long timestamp = seconds(entry.path("timestamp"));
        Payload payload = payload(entry);
        String typeMessage = text(entry, "typeMessage");
        boolean isRead = payload.suffices(typeMessage) && FlatKinds.isReadable(typeMessage, entry);
        return new MessageRow(
                type,
                idMessage,
                timestamp,
                timestamp == null ? null : moments(meaning.apply(timestamp), type, idMessage, chatId),
                typeMessage,
                chatId,
                text(entry, "senderId"),
                text(entry, "senderName"),
                text(entry, "senderContactName"),
                text(entry, "statusMessage"),
                entry.path("sendByApi").isBoolean() ? entry.path("sendByApi").booleanValue() : null,
                entry.path("isEdited").asBoolean(),
                entry.path("isDeleted").asBoolean(),
                payload,
                QuoteReader.read(entry),
                isRead ? null : WellFormed.of(raw.toString()),
                null);
    }

    private static Moments moments(Moments told, String type, @Nullable String idMessage, @Nullable String chatId) {
        return MessageRow.OUTGOING.equals(type) && idMessage != null && chatId != null
                ? told.asIdTells(idMessage, chatId)
                : told;
    }

    static Payload payload(JsonNode entry) {
        try {
            return MAPPER.treeToValue(entry, Payload.class);
        } catch (JsonProcessingException unexpected) {
            return NONE;
        }
    }

    private static final Payload NONE = MAPPER.convertValue(MAPPER.createObjectNode(), Payload.class);

    /** The text or number of a field as well-formed text; null if it is absent, empty or something else. */
    public static @Nullable String text(JsonNode entry, String field) {
        JsonNode value = entry.path(field);
        boolean scalar = value.isTextual() || value.getNodeType() == JsonNodeType.NUMBER;
        return scalar && !value.asText().isEmpty() ? WellFormed.of(value.asText()) : null;
    }

    /** Unix seconds, written as a number or as a text; null if they are none. */
    public static @Nullable Long seconds(JsonNode value) {
        boolean number = (value.isNumber() && value.canConvertToLong())
                || (value.isTextual() && value.textValue().matches("[0-9]{1,12}"));
        long seconds = number ? value.asLong() : -1;
        return seconds >= 0 && seconds <= MAX_SECONDS ? seconds : null;
    }
}
