package dev.greengraph.graphql.message.content;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** The table of kinds, each with its name on the wire. {@code MessageMapping} has a case for every one. */
@Description("The kind of a message: one value for each implementation of Message.")
public enum MessageType {
    @Description("Plain text.")
    TEXT("textMessage"),

    @Description("Text with a link preview or an advertisement; also every plain text that was sent through the API.")
    EXTENDED_TEXT("extendedTextMessage"),

    @Description("A picture.")
    IMAGE("imageMessage"),

    @Description("A video, or a round video note.")
    VIDEO("videoMessage"),

    @Description("A file.")
    DOCUMENT("documentMessage"),

    @Description("A voice message or an audio file.")
    AUDIO("audioMessage"),

    @Description("A sticker.")
    STICKER("stickerMessage"),

    @Description("A place.")
    LOCATION("locationMessage"),

    @Description("One contact card.")
    CONTACT("contactMessage"),

    @Description("Several contact cards.")
    CONTACTS("contactsArrayMessage"),

    @Description("A poll.")
    POLL("pollMessage"),

    @Description("The whole tally of a poll after a vote.")
    POLL_UPDATE("pollUpdateMessage"),

    @Description("A reaction to the quoted message.")
    REACTION("reactionMessage"),

    @Description("A text reply; quote is always there.")
    QUOTED("quotedMessage"),

    @Description("The event that a message was edited.")
    EDITED("editedMessage"),

    @Description("The event that a message was deleted.")
    DELETED("deletedMessage"),

    @Description("An invitation to a group.")
    GROUP_INVITE("groupInviteMessage"),

    @Description("The chat was blocked or unblocked.")
    BLOCK("incomingBlock"),

    @Description("Text with buttons to answer.")
    BUTTONS("buttonsMessage"),

    @Description("The answer to a message with buttons.")
    BUTTONS_RESPONSE("buttonsResponseMessage"),

    @Description("Text with a menu to choose from.")
    LIST("listMessage"),

    @Description("The choice from a menu.")
    LIST_RESPONSE("listResponseMessage"),

    @Description("A business template.")
    TEMPLATE("templateMessage"),

    @Description("The answer to a business template.")
    TEMPLATE_REPLY("templateButtonsReplyMessage"),

    @Description("Text with buttons that open, call or copy.")
    INTERACTIVE_BUTTONS("interactiveButtons"),

    @Description("Text with buttons that answer.")
    INTERACTIVE_BUTTONS_REPLY("interactiveButtonsReply"),

    @Description("The answer to a message with interactive buttons.")
    INTERACTIVE_BUTTONS_RESPONSE("interactiveButtonsResponse"),

    @Description("A kind that is not known (yet): data, never a failure.")
    UNKNOWN("");

    private static final Map<String, MessageType> BY_UPSTREAM_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(type -> type.upstreamName, Function.identity()));

    private final String upstreamName;

    MessageType(String upstreamName) {
        this.upstreamName = upstreamName;
    }

    /** The kind that the upstream calls by that name in {@code typeMessage}. */
    public static MessageType ofUpstream(@Nullable String typeMessage) {
        return BY_UPSTREAM_NAME.getOrDefault(String.valueOf(typeMessage), UNKNOWN);
    }
}
