package dev.greengraph.simulator.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.account.Messenger;
import dev.greengraph.simulator.world.cast.Cast;
import dev.greengraph.simulator.world.cast.SimulatedPerson;
import dev.greengraph.simulator.world.directory.AccountEvents;
import dev.greengraph.simulator.world.entry.Delivery;
import dev.greengraph.simulator.world.entry.Entry;
import dev.greengraph.simulator.world.entry.EntryAuthor;
import dev.greengraph.simulator.world.entry.EntryWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Writes what happens the way the upstream tells it: the same content as in a journal, in another shape.
 *
 * <p>Source: upstream manual, incoming notifications.
 */
final class NotificationWriter {

    /** Keys of an entry that are not its content. */
    private static final List<String> ENVELOPE = List.of(
            "type",
            "idMessage",
            "timestamp",
            "typeMessage",
            "chatId",
            "senderId",
            "senderName",
            "senderContactName",
            "statusMessage",
            "sendByApi",
            "deletedMessageId",
            "editedMessageId",
            "isEdited",
            "isDeleted");

    /** From the name of a content in a journal to its name in a notification; others have one name. */
    private static final Map<String, String> NAMES = Map.of(
            "extendedTextMessage", "extendedTextMessageData",
            "location", "locationMessageData",
            "contact", "contactMessageData");

    private final Cast cast;
    private final long idInstance;

    NotificationWriter(Cast cast, long idInstance) {
        this.cast = cast;
        this.idInstance = idInstance;
    }

    /** A message came or was sent. Edits, deletions, reactions and votes are messages of their own. */
    ObjectNode message(Entry entry) {
        ObjectNode journal = EntryWriter.write(entry, entry.at());
        ObjectNode notification = envelope(type(entry.sender()), entry);
        ObjectNode sender = notification.putObject("senderData");
        sender.put("chatId", entry.chat().id()).put("chatName", entry.chat().title());
        if (entry.sender() instanceof EntryAuthor.Other other) {
            SimulatedPerson person = other.person();
            sender.put("sender", person.id()).put("senderName", person.name());
            sender.put("senderContactName", person.contactName());
        } else {
            sender.put("sender", cast.ownId()).put("senderName", "").put("senderContactName", "");
        }
        ObjectNode data = notification.putObject("messageData");
        data.set("typeMessage", journal.path("typeMessage"));
        JsonNode quote = journal.remove("quotedMessage");
        content(journal.without(ENVELOPE), data);
        if (quote != null) {
            data.set("quotedMessage", quote);
        }
        return notification;
    }

    private static void content(ObjectNode content, ObjectNode data) {
        if (content.has("downloadUrl")) {
            data.set("fileMessageData", content);
            return;
        }
        if (content.has("extendedTextMessage")) {
            content.remove("textMessage");
        }
        content.properties().forEach(field -> {
            if (field.getKey().equals("textMessage")) {
                data.putObject("textMessageData").set("textMessage", field.getValue());
            } else {
                data.set(NAMES.getOrDefault(field.getKey(), field.getKey()), field.getValue());
            }
        });
    }

    /** An outgoing message got further. */
    ObjectNode delivery(Entry entry, EntryAuthor.Owner owner, Delivery.Step step) {
        ObjectNode notification = envelope("outgoingMessageStatus", entry);
        notification.put("timestamp", step.since().getEpochSecond());
        return notification
                .put("chatId", entry.chat().id())
                .put("status", step.state())
                .put("sendByApi", owner.byApi());
    }

    private static String type(EntryAuthor author) {
        if (author instanceof EntryAuthor.Owner owner) {
            return owner.byApi() ? "outgoingAPIMessageReceived" : "outgoingMessageReceived";
        }
        return "incomingMessageReceived";
    }

    /** The account is in another state. */
    ObjectNode state(String state, Instant now) {
        String wid = state.equals(AccountEvents.AUTHORIZED) ? cast.ownId() : "";
        return envelope("stateInstanceChanged", wid)
                .put("timestamp", now.getEpochSecond())
                .put("stateInstance", state);
    }

    /** A call began, went on or ended. */
    ObjectNode call(AccountEvents.Call call, Instant now) {
        return envelope(call.isOutgoing() ? "outgoingCall" : "incomingCall", cast.ownId())
                .put("from", call.chatId())
                .put("status", call.status())
                .put("timestamp", now.getEpochSecond())
                .put("idMessage", call.id());
    }

    /** The month's chats are used up. */
    ObjectNode quota() {
        ObjectNode notification = envelope("quotaExceeded", cast.ownId());
        notification
                .putObject("quotaData")
                .put("method", "correspondents")
                .put("used", 3)
                .put("total", 3)
                .put("status", "CORRESPONDENTS_QUOTA_EXCEEDED")
                .put("description", "Monthly quota has been exceeded.");
        return notification;
    }

    private ObjectNode envelope(String type, Entry entry) {
        return envelope(type, cast.ownId())
                .put("timestamp", entry.at().getEpochSecond())
                .put("idMessage", entry.id().early());
    }

    private ObjectNode envelope(String type, String wid) {
        ObjectNode notification = JsonNodeFactory.instance.objectNode().put("typeWebhook", type);
        notification
                .putObject("instanceData")
                .put("idInstance", idInstance)
                .put("wid", wid)
                .put("typeInstance", cast.messenger() == Messenger.MAX ? "v3" : "whatsapp");
        return notification;
    }
}
