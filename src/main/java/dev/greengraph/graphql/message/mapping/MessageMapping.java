package dev.greengraph.graphql.message.mapping;

import dev.greengraph.account.AccountId;
import dev.greengraph.graphql.message.content.Envelope;
import dev.greengraph.graphql.message.kind.AudioMessage;
import dev.greengraph.graphql.message.kind.BlockMessage;
import dev.greengraph.graphql.message.kind.ButtonsMessage;
import dev.greengraph.graphql.message.kind.ButtonsResponseMessage;
import dev.greengraph.graphql.message.kind.ContactMessage;
import dev.greengraph.graphql.message.kind.ContactsMessage;
import dev.greengraph.graphql.message.kind.DeletedMessage;
import dev.greengraph.graphql.message.kind.DocumentMessage;
import dev.greengraph.graphql.message.kind.EditedMessage;
import dev.greengraph.graphql.message.kind.ExtendedTextMessage;
import dev.greengraph.graphql.message.kind.GroupInviteMessage;
import dev.greengraph.graphql.message.kind.ImageMessage;
import dev.greengraph.graphql.message.kind.InteractiveButtonsMessage;
import dev.greengraph.graphql.message.kind.InteractiveButtonsReplyMessage;
import dev.greengraph.graphql.message.kind.InteractiveButtonsResponseMessage;
import dev.greengraph.graphql.message.kind.ListMessage;
import dev.greengraph.graphql.message.kind.ListResponseMessage;
import dev.greengraph.graphql.message.kind.LocationMessage;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.kind.PollMessage;
import dev.greengraph.graphql.message.kind.PollUpdateMessage;
import dev.greengraph.graphql.message.kind.QuotedMessage;
import dev.greengraph.graphql.message.kind.ReactionMessage;
import dev.greengraph.graphql.message.kind.StickerMessage;
import dev.greengraph.graphql.message.kind.TemplateMessage;
import dev.greengraph.graphql.message.kind.TemplateReplyMessage;
import dev.greengraph.graphql.message.kind.TextMessage;
import dev.greengraph.graphql.message.kind.UnknownMessage;
import dev.greengraph.graphql.message.kind.VideoMessage;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Payload;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes a message of a complete row: one implementation per kind. A kind that is not known, or whose payload is unusable,
 * becomes an {@link UnknownMessage}: data, never a failure.
 */
public final class MessageMapping {

    private MessageMapping() {}

    /** The message that a row tells. */
    public static Message of(AccountId account, MessageRow row) {
        Envelope envelope = EnvelopeMapping.of(account, row);
        Payload payload = row.payload();
        return switch (envelope.type()) {
            case TEXT -> new TextMessage(envelope);
            case EXTENDED_TEXT ->
                new ExtendedTextMessage(
                        envelope,
                        ContentMapping.linkPreview(payload.extendedTextMessage()),
                        ContentMapping.advertisement(payload));
            case QUOTED -> new QuotedMessage(envelope);
            case IMAGE -> new ImageMessage(envelope, ContentMapping.file(payload));
            case VIDEO -> new VideoMessage(envelope, ContentMapping.file(payload), payload.videoNote());
            case DOCUMENT -> new DocumentMessage(envelope, ContentMapping.file(payload));
            case AUDIO -> new AudioMessage(envelope, ContentMapping.file(payload));
            case STICKER -> new StickerMessage(envelope, ContentMapping.file(payload));
            case UNKNOWN -> new UnknownMessage(envelope, Objects.requireNonNull(row.raw()));
            default -> content(envelope, payload);
        };
    }

    /** The first of rows that are newest first; null if there is none. */
    public static @Nullable Message newest(AccountId account, List<MessageRow> rows) {
        return rows.isEmpty() ? null : of(account, rows.get(0));
    }

    private static Message content(Envelope envelope, Payload payload) {
        return switch (envelope.type()) {
            case LOCATION -> location(envelope, some(payload.location()));
            case CONTACT -> new ContactMessage(envelope, ContentMapping.card(some(payload.contact())));
            case CONTACTS ->
                new ContactsMessage(
                        envelope,
                        some(payload.contacts()).stream()
                                .filter(Objects::nonNull)
                                .map(ContentMapping::card)
                                .toList());
            case POLL -> poll(envelope, some(payload.pollMessageData()));
            case POLL_UPDATE -> pollUpdate(envelope, some(payload.pollMessageData()));
            case REACTION -> new ReactionMessage(envelope, TextMapping.emoji(payload));
            case EDITED ->
                new EditedMessage(
                        envelope, some(some(payload.editedMessageData()).stanzaId()));
            case DELETED ->
                new DeletedMessage(
                        envelope, some(some(payload.deletedMessageData()).stanzaId()));
            case GROUP_INVITE -> groupInvite(envelope, some(payload.groupInviteMessageData()));
            case BLOCK -> new BlockMessage(envelope, payload.chatState());
            default -> business(envelope, payload);
        };
    }

    private static Message business(Envelope envelope, Payload payload) {
        return switch (envelope.type()) {
            case BUTTONS -> {
                Payload.Buttons it = some(payload.buttonsMessage());
                yield new ButtonsMessage(
                        envelope, it.titleText(), it.contentText(), it.footer(), ContentMapping.buttons(it.buttons()));
            }
            case INTERACTIVE_BUTTONS -> {
                Payload.Buttons it = some(payload.interactiveButtons());
                yield new InteractiveButtonsMessage(
                        envelope, it.titleText(), it.contentText(), it.footer(), ContentMapping.buttons(it.buttons()));
            }
            case INTERACTIVE_BUTTONS_REPLY -> {
                Payload.Buttons it = some(payload.interactiveButtonsReply());
                yield new InteractiveButtonsReplyMessage(
                        envelope, it.titleText(), it.contentText(), it.footer(), ContentMapping.buttons(it.buttons()));
            }
            case TEMPLATE -> {
                Payload.Template it = some(payload.templateMessage());
                yield new TemplateMessage(
                        envelope,
                        it.titleText(),
                        it.contentText(),
                        it.footer(),
                        ContentMapping.templateButtons(it.buttons()));
            }
            case LIST -> {
                Payload.ListMenu it = some(payload.listMessage());
                yield new ListMessage(
                        envelope,
                        it.title(),
                        it.contentText(),
                        it.footer(),
                        it.buttonText(),
                        ContentMapping.sections(it.sections()));
            }
            default -> choice(envelope, payload);
        };
    }

    private static Message choice(Envelope envelope, Payload payload) {
        return switch (envelope.type()) {
            case BUTTONS_RESPONSE -> {
                Payload.Selection it = some(payload.buttonsResponseMessage());
                yield new ButtonsResponseMessage(
                        envelope, it.stanzaId(), ContentMapping.selectedId(it), ContentMapping.selectedText(it));
            }
            case LIST_RESPONSE -> {
                Payload.Selection it = some(payload.listResponseMessage());
                yield new ListResponseMessage(
                        envelope, it.stanzaId(), ContentMapping.selectedId(it), ContentMapping.selectedText(it));
            }
            case TEMPLATE_REPLY -> {
                Payload.Selection it = some(payload.templateButtonReplyMessage());
                yield new TemplateReplyMessage(
                        envelope, it.stanzaId(), ContentMapping.selectedId(it), ContentMapping.selectedText(it));
            }
            case INTERACTIVE_BUTTONS_RESPONSE -> {
                Payload.Selection it = some(payload.interactiveButtonsResponse());
                yield new InteractiveButtonsResponseMessage(
                        envelope, it.stanzaId(), ContentMapping.selectedId(it), ContentMapping.selectedText(it));
            }
            default -> throw new IllegalStateException("no message for " + envelope.type());
        };
    }

    private static Message location(Envelope envelope, Payload.Location location) {
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
                envelope, some(poll.stanzaId()), poll.name(), poll.multipleAnswers(), ContentMapping.votes(poll));
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
