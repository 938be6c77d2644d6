package dev.greengraph.graphql.message.mapping;

import dev.greengraph.graphql.message.content.MessageType;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Payload;
import dev.greengraph.upstream.row.QuotedRow;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kind of a row. */
public final class KindMapping {

    /** For files whose type the upstream does not say. */
    private static final Map<String, MessageType> BY_ENDING = Map.ofEntries(
            Map.entry("jpg", MessageType.IMAGE),
            Map.entry("jpeg", MessageType.IMAGE),
            Map.entry("png", MessageType.IMAGE),
            Map.entry("gif", MessageType.IMAGE),
            Map.entry("webp", MessageType.IMAGE),
            Map.entry("mp4", MessageType.VIDEO),
            Map.entry("mov", MessageType.VIDEO),
            Map.entry("3gp", MessageType.VIDEO),
            Map.entry("mp3", MessageType.AUDIO),
            Map.entry("m4a", MessageType.AUDIO),
            Map.entry("oga", MessageType.AUDIO),
            Map.entry("ogg", MessageType.AUDIO),
            Map.entry("opus", MessageType.AUDIO));

    private KindMapping() {}

    /** The kind of a message; a known kind whose payload is unusable counts as unknown. */
    public static MessageType of(MessageRow row) {
        return row.raw() != null ? MessageType.UNKNOWN : of(row.typeMessage(), row.payload());
    }

    /** The kind of a quoted message; null where the upstream does not say. */
    static @Nullable MessageType of(QuotedRow quoted) {
        return quoted.typeMessage() == null ? null : of(quoted.typeMessage(), quoted.payload());
    }

    /**
     * The kind by name and content. A text or a reply that carries a file or a content of another kind is of that kind,
     * since a text has no field to show it in; what it replies to is its quote.
     */
    static MessageType of(@Nullable String typeMessage, Payload payload) {
        MessageType named = MessageType.ofUpstream(typeMessage);
        return switch (named) {
            case TEXT, EXTENDED_TEXT -> payload.hasFile() ? file(payload) : named;
            case QUOTED -> payload.hasFile() ? file(payload) : reply(payload);
            default -> named;
        };
    }

    private static MessageType reply(Payload payload) {
        if (payload.suffices("locationMessage")) {
            return MessageType.LOCATION;
        }
        if (payload.suffices("contactMessage")) {
            return MessageType.CONTACT;
        }
        if (payload.suffices("contactsArrayMessage")) {
            return MessageType.CONTACTS;
        }
        return payload.suffices("pollMessage") ? MessageType.POLL : MessageType.QUOTED;
    }

    private static MessageType file(Payload payload) {
        String mimeType = payload.mimeType() == null ? "" : payload.mimeType().toLowerCase(Locale.ROOT);
        if (mimeType.startsWith("image/")) {
            return MessageType.IMAGE;
        }
        if (mimeType.startsWith("video/")) {
            return MessageType.VIDEO;
        }
        if (mimeType.startsWith("audio/")) {
            return MessageType.AUDIO;
        }
        return mimeType.isEmpty() ? byEnding(payload) : MessageType.DOCUMENT;
    }

    private static MessageType byEnding(Payload payload) {
        String name = String.valueOf(payload.fileName() == null ? payload.downloadUrl() : payload.fileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_ENDING.getOrDefault(ending, MessageType.DOCUMENT);
    }
}
