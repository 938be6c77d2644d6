package dev.greengraph.graphql.message.mapping;

import dev.greengraph.cache.fold.RowEvent;
import dev.greengraph.graphql.message.content.Envelope;
import dev.greengraph.graphql.message.content.MessageType;
import dev.greengraph.graphql.message.content.UnavailableReason;
import dev.greengraph.graphql.message.kind.AudioMessage;
import dev.greengraph.graphql.message.kind.BlockMessage;
import dev.greengraph.graphql.message.kind.ContactMessage;
import dev.greengraph.graphql.message.kind.ContactsMessage;
import dev.greengraph.graphql.message.kind.DeletedMessage;
import dev.greengraph.graphql.message.kind.DocumentMessage;
import dev.greengraph.graphql.message.kind.EditedMessage;
import dev.greengraph.graphql.message.kind.ExtendedTextMessage;
import dev.greengraph.graphql.message.kind.GroupInviteMessage;
import dev.greengraph.graphql.message.kind.ImageMessage;
import dev.greengraph.graphql.message.kind.LocationMessage;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.kind.PollMessage;
import dev.greengraph.graphql.message.kind.PollUpdateMessage;
import dev.greengraph.graphql.message.kind.QuotedMessage;
import dev.greengraph.graphql.message.kind.ReactionMessage;
import dev.greengraph.graphql.message.kind.StickerMessage;
import dev.greengraph.graphql.message.kind.TextMessage;
import dev.greengraph.graphql.message.kind.UnknownMessage;
import dev.greengraph.graphql.message.kind.VideoMessage;
import dev.greengraph.graphql.participant.AnswerMapping;
import dev.greengraph.upstream.row.Location;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Payload;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a message of a complete row: one implementation per kind. A kind that is not known, or whose payload is unusable,
 * becomes an {@link UnknownMessage}: data, never a failure.
 */
public final class MessageMapping {

    private MessageMapping() {}

    /**
     * What a kind makes of its content.
     *
     * @param text what a list of chats shows of it; may be a placeholder
     * @param message makes the message around it, if the content suffices
     */
    private record Content(@Nullable String text, Function<Envelope, Message> message) {}

    /** The message of a row. */
    public static Message of(AnswerMapping answer, MessageRow row) {
        Envelope envelope = EnvelopeMapping.of(answer, row);
        return row.raw() != null || envelope.type() == MessageType.UNKNOWN
                ? new UnknownMessage(envelope, String.valueOf(row.raw()))
                : content(envelope.type(), row.payload()).message().apply(envelope);
    }

    /** The text that a list of chats shows; null if there is none or only a placeholder. */
    public static @Nullable String text(MessageRow row) {
        return text(row.typeMessage(), row.payload());
    }

    static @Nullable String text(@Nullable String typeMessage, Payload payload) {
        return TextMapping.withoutPlaceholder(writtenText(typeMessage, payload));
    }

    /** Why text or file are null although the message has some. */
    static @Nullable UnavailableReason unavailable(MessageRow row) {
        Payload.Template template = row.payload().templateMessage();
        return TextMapping.unavailable(
                writtenText(row.typeMessage(), row.payload()),
                row.payload().downloadUrl(),
                template == null ? null : template.mediaUrl());
    }

    private static @Nullable String writtenText(@Nullable String typeMessage, Payload payload) {
        return content(KindMapping.of(typeMessage, payload), payload).text();
    }

    /**
     * The first of rows that are newest first; null if there is none.
     *
     * @param events whether those count that no person wrote: edits, deletions, reactions, votes, blocks
     */
    public static @Nullable Message newest(AnswerMapping answer, List<MessageRow> rows, boolean events) {
        for (MessageRow row : rows) {
            if (events || RowEvent.isWritten(row)) {
                return of(answer, row);
            }
        }
        return null;
    }

    /** The one place that knows all kinds: without a case for a new {@link MessageType} this does not compile. */
    private static Content content(MessageType type, Payload it) {
        return switch (type) {
            case TEXT -> new Content(TextMapping.body(it), TextMessage::new);
            case EXTENDED_TEXT ->
                new Content(
                        TextMapping.body(it),
                        envelope -> new ExtendedTextMessage(
                                envelope,
                                ContentMapping.linkPreview(it.extendedTextMessage()),
                                ContentMapping.advertisement(it)));
            case QUOTED -> new Content(TextMapping.body(it), QuotedMessage::new);
            case IMAGE ->
                new Content(TextMapping.caption(it), envelope -> new ImageMessage(envelope, ContentMapping.file(it)));
            case VIDEO ->
                new Content(
                        TextMapping.caption(it),
                        envelope -> new VideoMessage(envelope, ContentMapping.file(it), it.videoNote()));
            case DOCUMENT ->
                new Content(
                        TextMapping.caption(it), envelope -> new DocumentMessage(envelope, ContentMapping.file(it)));
            case AUDIO ->
                new Content(TextMapping.caption(it), envelope -> new AudioMessage(envelope, ContentMapping.file(it)));
            case STICKER ->
                new Content(TextMapping.caption(it), envelope -> new StickerMessage(envelope, ContentMapping.file(it)));
            case LOCATION ->
                new Content(TextMapping.place(it.location()), envelope -> location(envelope, some(it.location())));
            case CONTACT ->
                new Content(
                        TextMapping.names(it),
                        envelope -> new ContactMessage(envelope, CardMapping.of(some(it.contact()))));
            case CONTACTS ->
                new Content(
                        TextMapping.names(it),
                        envelope -> new ContactsMessage(envelope, CardMapping.of(some(it.contacts()))));
            case POLL -> new Content(TextMapping.question(it), envelope -> poll(envelope, some(it.pollMessageData())));
            case POLL_UPDATE ->
                new Content(TextMapping.question(it), envelope -> pollUpdate(envelope, some(it.pollMessageData())));
            case REACTION ->
                new Content(TextMapping.emoji(it), envelope -> new ReactionMessage(envelope, TextMapping.emoji(it)));
            case EDITED ->
                new Content(
                        TextMapping.edit(it.editedMessageData()),
                        envelope -> new EditedMessage(
                                envelope, some(some(it.editedMessageData()).stanzaId())));
            case DELETED ->
                new Content(
                        TextMapping.body(it),
                        envelope -> new DeletedMessage(
                                envelope, some(some(it.deletedMessageData()).stanzaId())));
            case GROUP_INVITE ->
                new Content(
                        TextMapping.invitation(it.groupInviteMessageData()),
                        envelope -> groupInvite(envelope, some(it.groupInviteMessageData())));
            case BLOCK -> new Content(TextMapping.body(it), envelope -> new BlockMessage(envelope, it.chatState()));
            case BUTTONS ->
                new Content(
                        TextMapping.offer(it.buttonsMessage()),
                        envelope -> BusinessMapping.buttons(envelope, some(it.buttonsMessage())));
            case BUTTONS_RESPONSE ->
                new Content(
                        ContentMapping.selectedText(it.buttonsResponseMessage()),
                        envelope -> BusinessMapping.buttonsResponse(envelope, some(it.buttonsResponseMessage())));
            case LIST ->
                new Content(
                        TextMapping.menu(it.listMessage()),
                        envelope -> BusinessMapping.list(envelope, some(it.listMessage())));
            case LIST_RESPONSE ->
                new Content(
                        ContentMapping.selectedText(it.listResponseMessage()),
                        envelope -> BusinessMapping.listResponse(envelope, some(it.listResponseMessage())));
            case TEMPLATE ->
                new Content(
                        TextMapping.template(it.templateMessage()),
                        envelope -> BusinessMapping.template(envelope, some(it.templateMessage()), it));
            case TEMPLATE_REPLY ->
                new Content(
                        ContentMapping.selectedText(it.templateButtonReplyMessage()),
                        envelope -> BusinessMapping.templateReply(envelope, some(it.templateButtonReplyMessage())));
            case INTERACTIVE_BUTTONS ->
                new Content(
                        TextMapping.offer(it.interactiveButtons()),
                        envelope -> BusinessMapping.interactive(envelope, some(it.interactiveButtons())));
            case INTERACTIVE_BUTTONS_REPLY ->
                new Content(
                        TextMapping.offer(it.interactiveButtonsReply()),
                        envelope -> BusinessMapping.interactiveReply(envelope, some(it.interactiveButtonsReply())));
            case INTERACTIVE_BUTTONS_RESPONSE ->
                new Content(
                        ContentMapping.selectedText(it.interactiveButtonsResponse()),
                        envelope ->
                                BusinessMapping.interactiveResponse(envelope, some(it.interactiveButtonsResponse())));
            case UNKNOWN -> new Content(TextMapping.body(it), envelope -> new UnknownMessage(envelope, ""));
        };
    }

    private static Message location(Envelope envelope, Location location) {
        return new LocationMessage(
                envelope,
                location.nameLocation(),
                location.address(),
                some(location.latitude()),
                some(location.longitude()),
                location.jpegThumbnail());
    }

    private static Message poll(Envelope envelope, Payload.Poll poll) {
        return new PollMessage(
                envelope, some(poll.name()), ContentMapping.options(poll), Boolean.TRUE.equals(poll.multipleAnswers()));
    }

    private static Message pollUpdate(Envelope envelope, Payload.Poll poll) {
        return new PollUpdateMessage(
                envelope,
                some(poll.stanzaId()),
                poll.name(),
                poll.multipleAnswers(),
                ContentMapping.votes(envelope::contact, poll));
    }

    private static Message groupInvite(Envelope envelope, Payload.GroupInvite invite) {
        return new GroupInviteMessage(
                envelope,
                invite.groupJid(),
                invite.groupName(),
                invite.inviteCode(),
                invite.caption(),
                ContentMapping.instant(invite.inviteExpiration()),
                invite.jpegThumbnail());
    }

    /** The row's reader has made sure that what a kind cannot do without is there. */
    private static <T> T some(@Nullable T part) {
        return Objects.requireNonNull(part);
    }
}
