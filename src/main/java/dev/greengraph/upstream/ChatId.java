package dev.greengraph.upstream;

import dev.greengraph.account.Messenger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The upstream's id of a chat (or of a person: the same form).
 *
 * @param value as the upstream writes it: {@code 70000001234@c.us}, {@code 120363000000000101@g.us},
 *     {@code 900000000000001@lid} on WhatsApp, a decimal number on MAX
 */
public record ChatId(String value) {

    private static final Pattern WHATSAPP = Pattern.compile("[0-9A-Za-z_.:-]{1,64}@[a-z.]{1,32}");
    private static final Pattern MAX = Pattern.compile("-?[0-9]{1,19}");

    /** What a chat is, as far as its id tells. */
    public enum Kind {
        /** With one person. */
        PERSONAL,
        /** With several. */
        GROUP,
        /** The id does not tell. */
        UNKNOWN
    }

    /** Reads what a caller wrote; nothing if no chat of that messenger can have such an id. */
    public static Optional<ChatId> parse(String text, Messenger messenger) {
        boolean possible =
                (messenger == Messenger.MAX ? MAX : WHATSAPP).matcher(text).matches();
        return possible ? Optional.of(new ChatId(text)) : Optional.empty();
    }

    /** What {@link #parse} accepts, in words for an error message. */
    public static String allowed(Messenger messenger) {
        return messenger == Messenger.MAX
                ? "a decimal number, such as 10000000, or -70000000000001 for a group"
                : "an id such as 70000001234@c.us, 120363000000000101@g.us or 900000000000001@lid";
    }

    /** What the chat is. */
    public Kind kind() {
        if (value.endsWith("@c.us") || value.endsWith("@lid")) {
            return Kind.PERSONAL;
        }
        if (value.endsWith("@g.us")) {
            return Kind.GROUP;
        }
        if (MAX.matcher(value).matches()) {
            return value.startsWith("-") ? Kind.GROUP : Kind.PERSONAL;
        }
        return Kind.UNKNOWN;
    }

    /** The id without the messenger's suffix: for a person usually the phone number. */
    public String number() {
        int at = value.indexOf('@');
        return at < 0 ? value : value.substring(0, at);
    }

    @Override
    public String toString() {
        return value;
    }
}
