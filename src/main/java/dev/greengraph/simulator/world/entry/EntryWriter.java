package dev.greengraph.simulator.world.entry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.simulator.content.Content;
import dev.greengraph.simulator.content.QuotedContent;
import java.time.Instant;

/** Writes entries the way the upstream does at a moment: key by key, empty strings for what is not there. */
public final class EntryWriter {

    private EntryWriter() {}

    /** An entry as history and single reads show it: its time is when it was sent. */
    public static ObjectNode write(Entry entry, Instant now) {
        return write(entry, entry.at(), now);
    }

    /** An entry as the outgoing journal shows it: its time is when something last happened to it. */
    public static ObjectNode writeLastAction(Entry entry, Instant now) {
        return write(entry, entry.lastActionAt(now), now);
    }

    private static ObjectNode write(Entry entry, Instant shownAt, Instant now) {
        Content content = entry.said().contentAt(now);
        boolean settled = entry.id().isSettled(entry.at(), now);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", entry.isOutgoing() ? "outgoing" : "incoming");
        node.put("idMessage", settled ? entry.id().settled() : entry.id().early());
        node.put("timestamp", shownAt.getEpochSecond());
        node.put("typeMessage", content.type());
        node.put("chatId", entry.chat().id());
        content.payload().accept(node);
        if (settled) {
            settle(node);
        }
        QuotedContent quote = entry.said().quote();
        if (quote != null) {
            quote.put(node);
        }
        putSender(node, entry.sender(), now);
        putMarks(node, entry.said(), content.marks(), now);
        return node;
    }

    /** Once MAX has read a message back, text sent through the API is ordinary text. */
    private static void settle(ObjectNode node) {
        if (node.remove("extendedTextMessage") != null) {
            node.put("typeMessage", "textMessage");
        }
    }

    private static void putSender(ObjectNode node, EntryAuthor sender, Instant now) {
        if (sender instanceof EntryAuthor.Other other) {
            node.put("senderId", other.person().id());
            node.put("senderName", other.person().name());
            node.put("senderContactName", other.person().contactName());
        } else if (sender instanceof EntryAuthor.Owner owner) {
            node.put("statusMessage", owner.delivery().at(now).state());
            node.put("sendByApi", owner.byApi());
        }
    }

    private static void putMarks(ObjectNode node, EntryContent said, Content.Marks marks, Instant now) {
        if (marks == Content.Marks.NONE) {
            return;
        }
        String edited = said.edit(now).map(EntryContent.Change::eventId).orElse("");
        String deleted = said.deletion(now).map(EntryContent.Change::eventId).orElse("");
        if (marks == Content.Marks.TEXT) {
            node.put("deletedMessageId", deleted).put("editedMessageId", edited);
        } else {
            boolean round = node.path("videoNote").asBoolean();
            node.remove("videoNote");
            node.put("editedMessageId", edited).put("deletedMessageId", deleted).put("videoNote", round);
        }
        node.put("isEdited", !edited.isEmpty()).put("isDeleted", !deleted.isEmpty());
    }
}
