package dev.greengraph.simulator.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.simulator.content.Content;
import dev.greengraph.simulator.content.Quote;
import java.time.Instant;

/** Writes entries the way the upstream does at a moment: key by key, empty strings for what is not there. */
final class EntryWriter {

    private EntryWriter() {}

    /** An entry as history and single reads show it: its time is when it was sent. */
    static ObjectNode write(Entry entry, Instant now) {
        return write(entry, entry.at(), now);
    }

    /** An entry as the outgoing journal shows it: its time is when something last happened to it. */
    static ObjectNode writeLastAction(Entry entry, Instant now) {
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
        Quote quote = entry.said().quote();
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

    private static void putSender(ObjectNode node, Sender sender, Instant now) {
        if (sender instanceof Sender.Them them) {
            node.put("senderId", them.person().id());
            node.put("senderName", them.person().name());
            node.put("senderContactName", them.person().contactName());
        } else if (sender instanceof Sender.Us us) {
            node.put("statusMessage", us.delivery().at(now).state());
            node.put("sendByApi", us.byApi());
        }
    }

    private static void putMarks(ObjectNode node, Said said, Content.Marks marks, Instant now) {
        if (marks == Content.Marks.NONE) {
            return;
        }
        String edited = said.edit(now).map(Said.Change::eventId).orElse("");
        String deleted = said.deletion(now).map(Said.Change::eventId).orElse("");
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
