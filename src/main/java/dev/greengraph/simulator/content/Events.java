package dev.greengraph.simulator.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** Events (edit, deletion) and types that the upstream does not document. */
public final class Events {

    private Events() {}

    /** The text of an earlier message was changed. */
    public static Content edited(String originalId, String text) {
        return edit(data -> data.put("textMessage", text).put("stanzaId", originalId));
    }

    /** The caption of an earlier message was changed. */
    public static Content recaptioned(String originalId, String caption) {
        return edit(data -> data.put("caption", caption).put("stanzaId", originalId));
    }

    private static Content edit(Consumer<ObjectNode> data) {
        return Content.of("editedMessage", entry -> data.accept(entry.putObject("editedMessageData")))
                .unmarked();
    }

    /** An earlier message was deleted. */
    public static Content deleted(String originalId) {
        return Content.of(
                        "deletedMessage",
                        entry -> entry.putObject("deletedMessageData").put("stanzaId", originalId))
                .unmarked();
    }

    /** A type of which only the name is known. */
    public static Content unexplained(String type) {
        return Content.of(type, entry -> {});
    }
}
