package dev.greengraph.upstream;

import dev.greengraph.account.Messenger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The upstream's id of a message: an opaque text, on MAX a number too large for a double.
 *
 * @param value as the upstream writes it
 */
public record MessageId(String value) {

    private static final Pattern WHATSAPP = Pattern.compile("[0-9A-Za-z_.:@-]{16,128}");
    private static final Pattern MAX = Pattern.compile("[0-9A-Za-z_.:@-]{1,128}");

    /** Reads what a caller wrote; nothing if the upstream would refuse it (WhatsApp wants 16 characters at least). */
    public static Optional<MessageId> parse(String text, Messenger messenger) {
        boolean possible =
                (messenger == Messenger.MAX ? MAX : WHATSAPP).matcher(text).matches();
        return possible ? Optional.of(new MessageId(text)) : Optional.empty();
    }

    /** What {@link #parse} accepts, in words for an error message. */
    public static String allowed(Messenger messenger) {
        return (messenger == Messenger.MAX ? "1" : "16") + " to 128 letters, digits and . _ : @ -";
    }

    @Override
    public String toString() {
        return value;
    }
}
