package dev.greengraph.upstream.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kinds whose content stands flat on the entry: texts and files. Every field of theirs may be empty, so the content
 * counts as read if at least one of their keys holds a text or an object, even an empty one.
 */
final class FlatKinds {

    private static final List<String> TEXT = List.of("textMessage", "extendedTextMessage");
    private static final List<String> FILE =
            List.of("downloadUrl", "caption", "fileName", "mimeType", "jpegThumbnail", "isAnimated", "videoNote");
    private static final List<String> REACTION =
            List.of("extendedTextMessageData", "extendedTextMessage", "quotedMessage");
    private static final List<String> REPLY = Stream.of(
                    TEXT, FILE, List.of("quotedMessage", "location", "contact", "contacts", "pollMessageData"))
            .flatMap(List::stream)
            .toList();

    private FlatKinds() {}

    /** Whether an entry in the shape of a journal has anything of its kind; true for kinds that are not flat. */
    static boolean isReadable(@Nullable String typeMessage, JsonNode entry) {
        return switch (String.valueOf(typeMessage)) {
            case "textMessage", "extendedTextMessage" -> hasAny(entry, TEXT) || hasAny(entry, FILE);
            case "imageMessage", "videoMessage", "documentMessage", "audioMessage", "stickerMessage" ->
                hasAny(entry, FILE);
            case "reactionMessage" -> hasAny(entry, REACTION);
            case "quotedMessage" -> hasAny(entry, REPLY);
            default -> true;
        };
    }

    private static boolean hasAny(JsonNode entry, List<String> keys) {
        return keys.stream()
                .map(entry::path)
                .anyMatch(value -> value.isTextual()
                        || value.isNumber()
                        || value.isBoolean()
                        || value.isObject()
                        || value.isArray());
    }

    /** Whether entries of that kind are statuses. */
    static boolean isStatus(@Nullable String typeMessage) {
        return switch (String.valueOf(typeMessage)) {
            case "textMessage",
                    "extendedTextMessage",
                    "imageMessage",
                    "videoMessage",
                    "audioMessage",
                    "deletedMessage" -> true;
            default -> false;
        };
    }
}
