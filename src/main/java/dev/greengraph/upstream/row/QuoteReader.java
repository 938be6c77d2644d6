package dev.greengraph.upstream.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an entry quotes. The parts of a quote stand in different places: the embedded message in {@code
 * quotedMessage} or in a {@code contextInfo}, the id and the author there, beside the text, or on the entry.
 */
final class QuoteReader {

    private QuoteReader() {}

    /** The quote of an entry in the shape of a journal; null if it quotes nothing. */
    static @Nullable QuotedRow read(JsonNode entry) {
        ObjectNode quoted = embedded(entry);
        List<JsonNode> places = places(entry, quoted);
        String stanzaId = places.stream()
                .map(QuoteReader::stanzaId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (stanzaId == null && quoted.isEmpty()) {
            return null;
        }
        String participant = places.stream()
                .filter(place -> stanzaId(place) == null || Objects.equals(stanzaId(place), stanzaId))
                .map(place -> RowReader.text(place, "participant"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new QuotedRow(stanzaId, participant, RowReader.text(quoted, "typeMessage"), RowReader.payload(quoted));
    }

    private static ObjectNode embedded(JsonNode entry) {
        ObjectNode quoted = JsonNodeFactory.instance.objectNode();
        Stream.concat(Stream.of(entry), beside(entry))
                .map(place -> place.path("quotedMessage"))
                .filter(JsonNode::isObject)
                .map(EntryShape::ofJournal)
                .forEach(part -> EntryShape.fill(quoted, part));
        return quoted;
    }

    private static List<JsonNode> places(JsonNode entry, JsonNode quoted) {
        return Stream.of(Stream.of(quoted, quoted.path("contextInfo")), beside(entry), Stream.of(entry))
                .flatMap(places -> places)
                .filter(JsonNode::isObject)
                .toList();
    }

    /** What stands beside the entry's own content. Polls, edits and choices name another message in their stanzaId. */
    private static Stream<JsonNode> beside(JsonNode entry) {
        return Stream.concat(
                Stream.of("extendedTextMessage", "extendedTextMessageData", "location", "contact")
                        .map(entry::path)
                        .flatMap(content -> Stream.of(content, content.path("contextInfo"))),
                Stream.of(entry.path("contextInfo")));
    }

    private static @Nullable String stanzaId(JsonNode place) {
        String stanzaId = RowReader.text(place, "stanzaId");
        return stanzaId == null ? RowReader.text(place, "quotedMessageId") : stanzaId;
    }
}
