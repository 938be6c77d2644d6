package dev.greengraph.upstream.row;

import static java.util.Map.entry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fields that belong to the kinds of messages; an entry has those of its own kind. Quotes have the same ones.
 *
 * <p>Source: upstream manual, message types; each component is named as on the wire.
 *
 * <p>The content of all kinds is in one file, with the shapes inside it, to be read beside the upstream's own table.
 *
 * @param textMessage the text; of an advertisement the link
 * @param extendedTextMessage text with preview, advertisement, reply or status style
 * @param extendedTextMessageData a reaction's emoji
 * @param downloadUrl a file's address; may be a marker such as {@code {{SWE002}}}
 * @param jpegThumbnail base64; on MAX usually WebP
 * @param templateButtonReplyMessage the answer to a template; its kind is spelled with one s more
 */
@RegisterForReflection(targets = {Payload.class, Location.class, EpochSeconds.class, RowChoice.class})
public record Payload(
        @Nullable String textMessage,
        @Nullable ExtendedText extendedTextMessage,
        @Nullable Reaction extendedTextMessageData,
        @Nullable String downloadUrl,
        @Nullable String caption,
        @Nullable String fileName,
        @Nullable String jpegThumbnail,
        @Nullable String mimeType,
        @Nullable Boolean isAnimated,
        @Nullable Boolean isForwarded,
        @Nullable Integer forwardingScore,
        @Nullable Boolean videoNote,
        @Nullable Location location,
        @Nullable Contact contact,
        @Nullable List<Contact> contacts,
        @Nullable Poll pollMessageData,
        @Nullable Edited editedMessageData,
        @Nullable Deleted deletedMessageData,
        @Nullable GroupInvite groupInviteMessageData,
        @Nullable String chatState,
        @Nullable Buttons buttonsMessage,
        @Nullable Buttons interactiveButtons,
        @Nullable Buttons interactiveButtonsReply,
        @Nullable Template templateMessage,
        @Nullable ListMenu listMessage,
        @Nullable Selection buttonsResponseMessage,
        @Nullable Selection listResponseMessage,
        @Nullable Selection templateButtonReplyMessage,
        @Nullable Selection interactiveButtonsResponse)
        implements Forwardable {

    /**
     * What each kind cannot do without, by its name on the wire. The set of kinds is open: new ones appear without notice
     * and keep their raw entry.
     */
    private static final Map<String, Predicate<Payload>> NEEDS = Map.ofEntries(
            entry("textMessage", it -> true),
            entry("extendedTextMessage", it -> true),
            entry("quotedMessage", it -> true),
            entry("reactionMessage", it -> true),
            entry("incomingBlock", it -> true),
            entry("imageMessage", it -> true),
            entry("videoMessage", it -> true),
            entry("documentMessage", it -> true),
            entry("audioMessage", it -> true),
            entry("stickerMessage", it -> true),
            entry("locationMessage", it -> it.location != null && it.location.hasCoordinates()),
            entry("contactMessage", it -> it.contact != null),
            entry("contactsArrayMessage", it -> it.contacts != null),
            entry("pollMessage", it -> it.pollMessageData != null && it.pollMessageData.name != null),
            entry("pollUpdateMessage", it -> it.pollMessageData != null && it.pollMessageData.stanzaId != null),
            entry("editedMessage", it -> it.editedMessageData != null && it.editedMessageData.stanzaId != null),
            entry("deletedMessage", it -> it.deletedMessageData != null && it.deletedMessageData.stanzaId != null),
            entry("groupInviteMessage", it -> it.groupInviteMessageData != null),
            entry("buttonsMessage", it -> it.buttonsMessage != null),
            entry("interactiveButtons", it -> it.interactiveButtons != null),
            entry("interactiveButtonsReply", it -> it.interactiveButtonsReply != null),
            entry("templateMessage", it -> it.templateMessage != null),
            entry("listMessage", it -> it.listMessage != null),
            entry("buttonsResponseMessage", it -> it.buttonsResponseMessage != null),
            entry("listResponseMessage", it -> it.listResponseMessage != null),
            entry("templateButtonsReplyMessage", it -> it.templateButtonReplyMessage != null),
            entry("interactiveButtonsResponse", it -> it.interactiveButtonsResponse != null));

    /** Whether it has what the kind cannot do without; false for an unknown kind. */
    public boolean suffices(@Nullable String typeMessage) {
        return typeMessage != null
                && NEEDS.getOrDefault(typeMessage, it -> false).test(this);
    }

    /** Whether it carries a file, whatever the kind's name. */
    public boolean hasFile() {
        return downloadUrl != null || mimeType != null;
    }

    /** The same content after that edit: the new text stands where the old one stood. */
    Payload editedBy(Edited edit) {
        String text = edit.textMessage() == null ? edit.caption() : edit.textMessage();
        ExtendedText old = hasFile() ? null : extendedTextMessage;
        ExtendedText extended = old == null ? extendedTextMessage : old.withText(text);
        boolean isPlain = !hasFile() && (old == null || textMessage != null);
        String plain = isPlain ? text : textMessage;
        return with(plain, extended, hasFile() ? text : caption);
    }

    /**
     * Whether it says the same as another one: of a text with its surroundings a journal holds the text twice, a notification
     * once.
     */
    public boolean saysTheSame(Payload other) {
        return equals(other) || withoutRepetition().equals(other.withoutRepetition());
    }

    /** The same without a text that stands beside itself: equal for two that say the same. */
    public Payload withoutRepetition() {
        boolean isRepeated =
                textMessage != null && extendedTextMessage != null && textMessage.equals(extendedTextMessage.text());
        return isRepeated ? with(null, extendedTextMessage, caption) : this;
    }

    private Payload with(@Nullable String plain, @Nullable ExtendedText extended, @Nullable String beside) {
        return new Payload(
                plain,
                extended,
                extendedTextMessageData,
                downloadUrl,
                beside,
                fileName,
                jpegThumbnail,
                mimeType,
                isAnimated,
                isForwarded,
                forwardingScore,
                videoNote,
                location,
                contact,
                contacts,
                pollMessageData,
                editedMessageData,
                deletedMessageData,
                groupInviteMessageData,
                chatState,
                buttonsMessage,
                interactiveButtons,
                interactiveButtonsReply,
                templateMessage,
                listMessage,
                buttonsResponseMessage,
                listResponseMessage,
                templateButtonReplyMessage,
                interactiveButtonsResponse);
    }

    /** Text with what surrounds it. */
    public record ExtendedText(
            @Nullable String text,
            @Nullable String description,
            @Nullable String title,
            @Nullable String jpegThumbnail,
            @Nullable Boolean isForwarded,
            @Nullable Integer forwardingScore,
            @Nullable String mediaType,
            @Nullable String sourceId,
            @Nullable String sourceType,
            @Nullable String sourceUrl,
            @Nullable String thumbnailUrl,
            @Nullable String stanzaId,
            @Nullable String participant,
            @Nullable ContextInfo contextInfo,
            @Nullable String backgroundColor,
            @Nullable String font)
            implements Forwardable {

        private ExtendedText withText(@Nullable String other) {
            return new ExtendedText(
                    other,
                    description,
                    title,
                    jpegThumbnail,
                    isForwarded,
                    forwardingScore,
                    mediaType,
                    sourceId,
                    sourceType,
                    sourceUrl,
                    thumbnailUrl,
                    stanzaId,
                    participant,
                    contextInfo,
                    backgroundColor,
                    font);
        }
    }

    /** Where some clients put what a text replies to. */
    public record ContextInfo(
            @Nullable String stanzaId, @Nullable String participant) {}

    /** An emoji; absent if the reaction was taken back. */
    public record Reaction(@Nullable String text) {}

    /** A contact card, vCard 2.1 to 4.0. */
    public record Contact(
            @Nullable String displayName,
            @Nullable String vcard,
            @Nullable Boolean isForwarded,
            @Nullable Integer forwardingScore)
            implements Forwardable {}

    /** A poll with options, or a poll's tally with votes. */
    public record Poll(
            @Nullable String name,
            @Nullable Boolean multipleAnswers,
            @Nullable String stanzaId,
            @Nullable List<Option> options,
            @Nullable List<Vote> votes) {}

    /** One option of a poll. */
    public record Option(@Nullable String optionName) {}

    /** The voters of one option. */
    public record Vote(
            @Nullable String optionName, @Nullable List<String> optionVoters) {}

    /** An edit: of a text or of a caption. */
    public record Edited(
            @Nullable String stanzaId,
            @Nullable String textMessage,
            @Nullable String caption) {}

    /** A deletion. */
    public record Deleted(@Nullable String stanzaId) {}

    /** An invitation to a group; {@code inviteExpiration} in Unix seconds. */
    public record GroupInvite(
            @Nullable String groupJid,
            @Nullable String inviteCode,
            @Nullable EpochSeconds inviteExpiration,
            @Nullable String groupName,
            @Nullable String caption,
            @Nullable String jpegThumbnail) {}

    /** Text with buttons. */
    public record Buttons(
            @Nullable String titleText,
            @Nullable String contentText,
            @Nullable String footer,
            @Nullable List<Button> buttons,
            @Nullable Boolean isForwarded,
            @Nullable Integer forwardingScore)
            implements Forwardable {}

    /** One button. */
    public record Button(
            @Nullable String type,
            @Nullable String buttonId,
            @Nullable String buttonText,
            @Nullable String url,
            @Nullable String phoneNumber,
            @Nullable String copyCode) {}

    /** A business template. */
    public record Template(
            @Nullable String titleText,
            @Nullable String contentText,
            @Nullable String footer,
            @Nullable String mediaUrl,
            @Nullable List<TemplateButton> buttons,
            @Nullable Boolean isForwarded,
            @Nullable Integer forwardingScore)
            implements Forwardable {}

    /** One button of a template: exactly one of the three. */
    public record TemplateButton(
            @Nullable Target urlButton,
            @Nullable Target callButton,
            @Nullable Target quickReplyButton) {}

    /** What a template's button does. */
    public record Target(
            @Nullable String displayText,
            @Nullable String url,
            @Nullable String phoneNumber,
            @Nullable String id) {}

    /** A menu. */
    public record ListMenu(
            @Nullable String title,
            @Nullable String contentText,
            @Nullable String footer,
            @Nullable String buttonText,
            @Nullable List<Section> sections,
            @Nullable Boolean isForwarded,
            @Nullable Integer forwardingScore)
            implements Forwardable {}

    /** One section of a menu. */
    public record Section(@Nullable String title, @Nullable List<Choice> rows) {}

    /** One line of a menu. */
    public record Choice(
            @Nullable String rowId,
            @Nullable String title,
            @Nullable String description) {}

    /** What was chosen of buttons, a list or a template; each client names it differently. */
    public record Selection(
            @Nullable String stanzaId,
            @Nullable String selectedId,
            @Nullable String selectedButtonId,
            @Nullable String buttonId,
            @Nullable String selectedDisplayText,
            @Nullable String selectedButtonText,
            @Nullable String buttonText,
            @Nullable String title,
            @Nullable RowChoice singleSelectReply,
            @Nullable Selection reply) {}
}
