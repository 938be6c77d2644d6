package dev.greengraph.upstream.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.upstream.AnswerReader;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.UpstreamRequest;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.RowReader;
import dev.greengraph.upstream.row.SingleRow;
import java.util.List;
import java.util.Optional;

/**
 * One message.
 *
 * @param chat its chat
 * @param message its id
 */
public record OneMessage(ChatId chat, MessageId message) implements UpstreamRequest {

    @Override
    public List<String> arguments() {
        return List.of(chat.value(), message.value());
    }

    @Override
    public String window() {
        return "one";
    }

    /**
     * Reads the entry; chat and id, which the upstream does not always repeat, are filled in.
     *
     * <p>On MAX the same message may answer under another id than it was asked for, and a chat may be known by two ids: only
     * if both differ the answer is about another message.
     */
    static final class Reader implements AnswerReader<OneMessage, SingleRow> {

        @Override
        public Optional<SingleRow> read(JsonNode body, int bytes, OneMessage request) {
            return Optional.of(body)
                    .filter(Reader::isEntry)
                    .map(entry -> filled(entry, "chatId", request.chat().value()))
                    .map(entry -> filled(entry, "idMessage", request.message().value()))
                    .filter(entry -> !isAnother(entry, request))
                    .flatMap(entry -> RowReader.row(entry, "incoming"))
                    .filter(MessageRow::isComplete)
                    .map(row -> new SingleRow(row, bytes));
        }

        @Override
        public String shape() {
            return "the entry asked for";
        }

        private static JsonNode filled(JsonNode entry, String field, String value) {
            boolean isAbsent = entry.path(field).asText("").isEmpty();
            return isAbsent ? ((ObjectNode) entry).put(field, value) : entry;
        }

        private static boolean isAnother(JsonNode entry, OneMessage request) {
            return !entry.path("chatId").asText("").equals(request.chat().value())
                    && !entry.path("idMessage")
                            .asText("")
                            .equals(request.message().value());
        }

        private static boolean isEntry(JsonNode tree) {
            return tree.isObject() && (tree.has("idMessage") || tree.has("typeMessage"));
        }
    }
}
