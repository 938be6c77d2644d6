package dev.greengraph.graphql.node;

import dev.greengraph.account.AccountId;
import dev.greengraph.graphql.error.BadRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * What a global id holds. It is opaque to callers, versioned, and names the account, so that two accounts may hold the
 * same chat.
 *
 * @param type what it names
 * @param account the name of the account whose it is, as the caller wrote it: it may not exist, or not for this caller
 * @param parts the upstream's ids, in the order that the type's maker gave them
 */
public record GlobalId(Type type, String account, List<String> parts) {

    /** What an id can name. */
    public enum Type {
        /** An account; no parts. */
        ACCOUNT,
        /** A chat; its id. */
        CHAT,
        /** A person; their id. */
        CONTACT,
        /** A message; the ids of its chat and its own, and its direction. */
        MESSAGE,
        /** A message without an id of its own; the id of its chat, its time, its kind, its direction, a mark of its content. */
        EVENT,
        /** A status; the id of its chat, its own, and its time. */
        STATUS
    }

    private static final String VERSION = "1";
    /** A character that no id of the upstream holds. */
    private static final String SEPARATOR = "\u001f";

    private static final int LONGEST = 1_000;
    private static final int USUAL = 100;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** Keeps a copy of the parts. */
    public GlobalId {
        parts = List.copyOf(parts);
    }

    /** The text that callers see. */
    public static String encode(Type type, AccountId account, String... parts) {
        StringBuilder text = new StringBuilder(USUAL);
        text.append(VERSION)
                .append(SEPARATOR)
                .append(type.name())
                .append(SEPARATOR)
                .append(account.value());
        for (String part : parts) {
            text.append(SEPARATOR).append(part);
        }
        return ENCODER.encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the text again; fails with {@link BadRequest} if it was not made by {@link #encode}. */
    public static GlobalId decode(String id) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(id.length() > LONGEST ? "" : id);
            List<String> fields = List.of(new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1));
            if (fields.get(0).equals(VERSION)) {
                Type type = Type.valueOf(fields.get(1));
                return new GlobalId(type, fields.get(2), fields.subList(3, fields.size()));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            // answered below
        }
        throw new BadRequest("id", "an id that this API gave out");
    }
}
