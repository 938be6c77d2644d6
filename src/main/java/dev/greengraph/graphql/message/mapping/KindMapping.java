package dev.greengraph.graphql.message.mapping;

import static java.util.Map.entry;

import dev.greengraph.graphql.message.content.MessageType;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.QuotedRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which kind a row is of. */
public final class KindMapping {

    private static final Map<String, MessageType> TYPES = Map.ofEntries(
            entry("textMessage", MessageType.TEXT),
            entry("extendedTextMessage", MessageType.EXTENDED_TEXT),
            entry("imageMessage", MessageType.IMAGE),
            entry("videoMessage", MessageType.VIDEO),
            entry("documentMessage", MessageType.DOCUMENT),
            entry("audioMessage", MessageType.AUDIO),
            entry("stickerMessage", MessageType.STICKER),
            entry("locationMessage", MessageType.LOCATION),
            entry("contactMessage", MessageType.CONTACT),
            entry("contactsArrayMessage", MessageType.CONTACTS),
            entry("pollMessage", MessageType.POLL),
            entry("pollUpdateMessage", MessageType.POLL_UPDATE),
            entry("reactionMessage", MessageType.REACTION),
            entry("quotedMessage", MessageType.QUOTED),
            entry("editedMessage", MessageType.EDITED),
            entry("deletedMessage", MessageType.DELETED),
            entry("groupInviteMessage", MessageType.GROUP_INVITE),
            entry("incomingBlock", MessageType.BLOCK),
            entry("buttonsMessage", MessageType.BUTTONS),
            entry("buttonsResponseMessage", MessageType.BUTTONS_RESPONSE),
            entry("listMessage", MessageType.LIST),
            entry("listResponseMessage", MessageType.LIST_RESPONSE),
            entry("templateMessage", MessageType.TEMPLATE),
            entry("templateButtonsReplyMessage", MessageType.TEMPLATE_REPLY),
            entry("interactiveButtons", MessageType.INTERACTIVE_BUTTONS),
            entry("interactiveButtonsReply", MessageType.INTERACTIVE_BUTTONS_REPLY),
            entry("interactiveButtonsResponse", MessageType.INTERACTIVE_BUTTONS_RESPONSE));

    private KindMapping() {}

    /** The kind of a message; a known kind whose payload is unusable counts as unknown. */
    public static MessageType of(MessageRow row) {
        return row.raw() != null ? MessageType.UNKNOWN : known(row.typeMessage());
    }

    /** The kind of a quoted message; null where the upstream does not say. */
    static @Nullable MessageType of(QuotedRow quoted) {
        return quoted.typeMessage() == null ? null : known(quoted.typeMessage());
    }

    private static MessageType known(@Nullable String typeMessage) {
        return TYPES.getOrDefault(String.valueOf(typeMessage), MessageType.UNKNOWN);
    }
}
