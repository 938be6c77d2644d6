package dev.greengraph.testsupport.gateway;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.stream.IntStream;

/** Entries as the upstream writes them. */
public final class Rows {

    private Rows() {}

    /** A text that came in; from the chat's own person. */
    public static JsonObject received(String chatId, String id, Instant at) {
        return text("incoming", chatId, id, at).put("senderId", chatId).put("senderName", "Nick");
    }

    /** A text that went out. */
    public static JsonObject sent(String chatId, String id, Instant at) {
        return text("outgoing", chatId, id, at).put("statusMessage", "read").put("sendByApi", true);
    }

    /** Texts of one chat, a second apart, the newest first; their ids end in 0, 1, 2, … */
    public static String[] history(String chatId, Instant newest, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> received(chatId, id(i), newest.minusSeconds(i)).encode())
                .toArray(String[]::new);
    }

    /** An id that the upstream would accept. */
    public static String id(int number) {
        return "3A0000000000%08d".formatted(number);
    }

    private static JsonObject text(String type, String chatId, String id, Instant at) {
        return new JsonObject()
                .put("type", type)
                .put("idMessage", id)
                .put("timestamp", at.getEpochSecond())
                .put("typeMessage", "textMessage")
                .put("chatId", chatId)
                .put("textMessage", "text of " + id);
    }
}
