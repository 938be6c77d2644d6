package dev.greengraph.upstream.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings an entry of another shape into the shape of a journal.
 *
 * <p>The same message comes as a journal entry (flat), as a notification ({@code messageData}, {@code senderData}), as a
 * mixture of both, or with its content under an older key. A key that holds nothing (absent, null, empty) never hides
 * another that holds the value.
 *
 * <p>Source: upstream manual, notifications; samples {@code upstream/whatsapp-legacy}.
 */
final class EntryShape {

    /** Objects whose fields a journal entry has itself. */
    private static final List<String> FLAT = List.of(
            "textMessageData",
            "fileMessageData",
            "imageMessage",
            "imageMessageData",
            "videoMessage",
            "videoMessageData",
            "documentMessage",
            "documentMessageData",
            "audioMessage",
            "audioMessageData",
            "stickerMessage",
            "stickerMessageData",
            "contactsArrayMessage",
            "contactsArrayMessageData");

    /** From another name of a content to its name in a journal. */
    private static final Map<String, String> OTHER_NAMES = otherNames(Map.ofEntries(
            Map.entry("extendedTextMessage", List.of()),
            Map.entry("location", List.of("locationMessage", "locationMessageData")),
            Map.entry("contact", List.of("contactMessage", "contactMessageData")),
            Map.entry("contacts", List.of()),
            Map.entry("pollMessageData", List.of("pollMessage", "pollUpdateMessage", "pollUpdateMessageData")),
            Map.entry("editedMessageData", List.of("editedMessage")),
            Map.entry("deletedMessageData", List.of("deletedMessage")),
            Map.entry("groupInviteMessageData", List.of("groupInviteMessage")),
            Map.entry("buttonsMessage", List.of()),
            Map.entry("interactiveButtons", List.of("interactiveButtonsMessage")),
            Map.entry("interactiveButtonsReply", List.of("interactiveButtonsReplyMessage")),
            Map.entry("templateMessage", List.of()),
            Map.entry("listMessage", List.of()),
            Map.entry("buttonsResponseMessage", List.of()),
            Map.entry("listResponseMessage", List.of()),
            Map.entry(
                    "templateButtonReplyMessage",
                    List.of("templateButtonsReplyMessage", "templateButtonsReplyMessageData")),
            Map.entry("interactiveButtonsResponse", List.of("interactiveButtonsResponseMessage"))));

    private static final List<String> WITH_FOOTER = List.of(
            "buttonsMessage", "interactiveButtons", "interactiveButtonsReply", "templateMessage", "listMessage");

    private static final String REACTION = "extendedTextMessageData";

    private EntryShape() {}

    /** The entry in the shape of a journal; the given one is not changed. */
    static ObjectNode ofJournal(JsonNode entry) {
        JsonNode notification = entry.path("body").path("messageData").isObject() ? entry.path("body") : entry;
        ObjectNode copy = copy(notification);
        if (copy.path("messageData").isObject()) {
            fill(copy, copy.path("messageData"));
        }
        envelope(copy);
        contents(copy);
        return copy;
    }

    /** Whether a value is there: neither null nor an empty text or object. */
    static boolean holds(JsonNode value) {
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual() && value.textValue().isEmpty())
                && !(value.isObject() && value.isEmpty());
    }

    /** Takes over what the target lacks. */
    static void fill(ObjectNode target, JsonNode source) {
        source.properties().forEach(field -> fill(target, field.getKey(), field.getValue()));
    }

    private static void fill(ObjectNode target, String name, JsonNode value) {
        JsonNode own = target.path(name);
        if (own.isObject() && value.isObject() && !own.isEmpty()) {
            ObjectNode merged = copy(own);
            fill(merged, value);
            target.set(name, merged);
        } else if (!value.isMissingNode() && !holds(own) && (own.isMissingNode() || holds(value))) {
            target.set(name, value);
        }
    }

    private static void envelope(ObjectNode entry) {
        JsonNode sender = entry.path("senderData");
        if (sender.isObject()) {
            fill(entry, "chatId", sender.path("chatId"));
            fill(entry, "senderId", sender.path("sender"));
            fill(entry, "senderName", sender.path("senderName"));
            fill(entry, "senderContactName", sender.path("senderContactName"));
        }
        String event = entry.path("typeWebhook").asText();
        if (event.startsWith("outgoing")) {
            fill(entry, "type", JsonNodeFactory.instance.textNode("outgoing"));
            fill(entry, "sendByApi", JsonNodeFactory.instance.booleanNode(event.startsWith("outgoingAPI")));
        } else if (event.startsWith("incoming")) {
            fill(entry, "type", JsonNodeFactory.instance.textNode("incoming"));
        }
    }

    private static void contents(ObjectNode entry) {
        boolean isReaction = "reactionMessage".equals(entry.path("typeMessage").asText());
        List<String> names = new ArrayList<>();
        entry.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode value = entry.path(name);
            if (FLAT.contains(name) && value.isObject()) {
                fill(entry, value);
            } else if (FLAT.contains(name) && value.isArray()) {
                fill(entry, "contacts", value);
            } else if (OTHER_NAMES.containsKey(name) && value.isObject()) {
                fill(entry, OTHER_NAMES.get(name), value);
            }
        }
        fill(entry, isReaction ? REACTION : "extendedTextMessage", texts(entry, isReaction));
        if (!isReaction) {
            entry.remove(REACTION); // of a text it is another name
        }
        plainText(entry);
        WITH_FOOTER.forEach(name -> footer(entry, name));
    }

    /** Clients call it {@code footerText}, older ones {@code footer}. */
    private static void footer(ObjectNode entry, String name) {
        JsonNode content = entry.path(name);
        if (content.has("footerText")) {
            ObjectNode merged = copy(content);
            fill(merged, "footer", merged.remove("footerText"));
            entry.set(name, merged);
        }
    }

    /** The other places of a reaction's emoji, or of a text with its surroundings. */
    private static JsonNode texts(ObjectNode entry, boolean isReaction) {
        JsonNode other = entry.path(isReaction ? "reactionMessage" : REACTION);
        return other.isObject() ? other : entry.path(isReaction ? "reactionMessageData" : "");
    }

    /** A text where an object belongs, and an object where a text belongs. */
    private static void plainText(ObjectNode entry) {
        JsonNode extended = entry.path("extendedTextMessage");
        if (extended.isTextual() && holds(extended)) {
            entry.set("extendedTextMessage", entry.objectNode().set("text", extended));
        }
        JsonNode plain = entry.path("textMessage");
        if (plain.isObject()) {
            entry.set("textMessage", plain.path(plain.has("textMessage") ? "textMessage" : "text"));
        }
    }

    private static ObjectNode copy(JsonNode entry) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        entry.properties().forEach(field -> copy.set(field.getKey(), field.getValue()));
        return copy;
    }

    /** Every name also with {@code Data} behind it, as notifications have it. */
    private static Map<String, String> otherNames(Map<String, List<String>> ofJournal) {
        Map<String, String> names = new HashMap<>();
        ofJournal.forEach((name, others) -> {
            names.put(name + "Data", name);
            others.forEach(other -> names.put(other, name));
        });
        names.remove(REACTION);
        return Map.copyOf(names);
    }
}
