package dev.greengraph.media.address;

import dev.greengraph.account.AccountId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an address of a file leads to.
 *
 * @param account whose file it is
 * @param entry what carries it
 * @param part what of it
 */
public record FileId(AccountId account, Entry entry, Part part) {

    /** A status has a time as well; one that the account sent has no chat. */
    private static final Pattern TEXT =
            Pattern.compile("([FT])([^\n]{1,64})\n([^\n]{0,128})\n([^\n]{1,128})(?:\n([0-9]{1,12}))?");

    /** What carries a file, with what the upstream needs to find it. */
    public sealed interface Entry permits OfMessage, OfStatus, OfSentStatus {}

    /**
     * A message.
     *
     * @param chat its chat, as the upstream calls it
     * @param id the message, as the upstream calls it
     */
    public record OfMessage(String chat, String id) implements Entry {}

    /**
     * A status of a contact.
     *
     * @param chat the chat with the contact, as the upstream calls it
     * @param id the status, as the upstream calls it
     * @param seconds when it was received, in seconds since 1970: how far back the upstream's list must go
     */
    public record OfStatus(String chat, String id, long seconds) implements Entry {}

    /**
     * A status that the account sent.
     *
     * @param id the status, as the upstream calls it
     * @param seconds when it was sent, in seconds since 1970
     */
    public record OfSentStatus(String id, long seconds) implements Entry {}

    /** What an entry has to show. */
    public enum Part {
        /** The file itself. */
        FILE,
        /** The small picture of it. */
        THUMBNAIL
    }

    /** All of it as a text. */
    String text() {
        String start = part.name().charAt(0) + account.value() + "\n";
        if (entry instanceof OfMessage message) {
            return start + message.chat() + "\n" + message.id();
        }
        return entry instanceof OfStatus status
                ? start + status.chat() + "\n" + status.id() + "\n" + status.seconds()
                : start + "\n" + ((OfSentStatus) entry).id() + "\n" + ((OfSentStatus) entry).seconds();
    }

    /** Of such a text; nothing if it is another one. */
    static Optional<FileId> of(String text) {
        Matcher known = TEXT.matcher(text);
        return known.matches()
                ? entry(known)
                        .map(entry -> new FileId(
                                new AccountId(known.group(2)),
                                entry,
                                known.group(1).equals("F") ? Part.FILE : Part.THUMBNAIL))
                : Optional.empty();
    }

    private static Optional<Entry> entry(Matcher known) {
        String chat = known.group(3);
        String id = known.group(4);
        if (known.group(5) == null) {
            return chat.isEmpty() ? Optional.empty() : Optional.of(new OfMessage(chat, id));
        }
        long seconds = Long.parseLong(known.group(5));
        return Optional.of(chat.isEmpty() ? new OfSentStatus(id, seconds) : new OfStatus(chat, id, seconds));
    }
}
