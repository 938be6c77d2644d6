package dev.greengraph.graphql.message.content;

import org.eclipse.microprofile.graphql.Description;

/** The kind of a message: one value for each implementation of Message. */
@Description("The kind of a message: one value for each implementation of Message.")
public enum MessageType {
    /** Plain text. */
    @Description("Plain text.")
    TEXT,

    /** Text with a link preview or an advertisement; also every plain text that was sent through the API. */
    @Description("Text with a link preview or an advertisement; also every plain text that was sent through the API.")
    EXTENDED_TEXT,

    /** A picture. */
    @Description("A picture.")
    IMAGE,

    /** A video, or a round video note. */
    @Description("A video, or a round video note.")
    VIDEO,

    /** A file. */
    @Description("A file.")
    DOCUMENT,

    /** A voice message or an audio file. */
    @Description("A voice message or an audio file.")
    AUDIO,

    /** A sticker. */
    @Description("A sticker.")
    STICKER,

    /** A place. */
    @Description("A place.")
    LOCATION,

    /** One contact card. */
    @Description("One contact card.")
    CONTACT,

    /** Several contact cards. */
    @Description("Several contact cards.")
    CONTACTS,

    /** A poll. */
    @Description("A poll.")
    POLL,

    /** The whole tally of a poll after a vote. */
    @Description("The whole tally of a poll after a vote.")
    POLL_UPDATE,

    /** A reaction to the quoted message. */
    @Description("A reaction to the quoted message.")
    REACTION,

    /** A text reply; quote is always there. */
    @Description("A text reply; quote is always there.")
    QUOTED,

    /** The event that a message was edited. */
    @Description("The event that a message was edited.")
    EDITED,

    /** The event that a message was deleted. */
    @Description("The event that a message was deleted.")
    DELETED,

    /** An invitation to a group. */
    @Description("An invitation to a group.")
    GROUP_INVITE,

    /** The chat was blocked or unblocked. */
    @Description("The chat was blocked or unblocked.")
    BLOCK,

    /** Text with buttons to answer. */
    @Description("Text with buttons to answer.")
    BUTTONS,

    /** The answer to a message with buttons. */
    @Description("The answer to a message with buttons.")
    BUTTONS_RESPONSE,

    /** Text with a menu to choose from. */
    @Description("Text with a menu to choose from.")
    LIST,

    /** The choice from a menu. */
    @Description("The choice from a menu.")
    LIST_RESPONSE,

    /** A business template. */
    @Description("A business template.")
    TEMPLATE,

    /** The answer to a business template. */
    @Description("The answer to a business template.")
    TEMPLATE_REPLY,

    /** Text with buttons that open, call or copy. */
    @Description("Text with buttons that open, call or copy.")
    INTERACTIVE_BUTTONS,

    /** Text with buttons that answer. */
    @Description("Text with buttons that answer.")
    INTERACTIVE_BUTTONS_REPLY,

    /** The answer to a message with interactive buttons. */
    @Description("The answer to a message with interactive buttons.")
    INTERACTIVE_BUTTONS_RESPONSE,

    /** A kind that is not known (yet): data, never a failure. */
    @Description("A kind that is not known (yet): data, never a failure.")
    UNKNOWN
}
