package dev.greengraph.simulator.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * The content of one message: its wire type and the keys of that type.
 *
 * @param type value of {@code typeMessage}
 * @param payload adds the keys of this type to an entry; called once per response, deterministic
 * @param marks which edit and delete marks the entry carries
 */
public record Content(String type, Consumer<ObjectNode> payload, Marks marks) {

    /** Which marks follow the payload, and in which order: the upstream orders them differently for text and media. */
    public enum Marks {
        TEXT,
        MEDIA,
        NONE
    }

    static Content of(String type, Consumer<ObjectNode> payload) {
        return new Content(type, payload, Marks.TEXT);
    }

    static Content media(String type, Consumer<ObjectNode> payload) {
        return new Content(type, payload, Marks.MEDIA);
    }

    /** The same content on an entry without marks, as events and some voice messages come. */
    public Content unmarked() {
        return new Content(type, payload, Marks.NONE);
    }
}
