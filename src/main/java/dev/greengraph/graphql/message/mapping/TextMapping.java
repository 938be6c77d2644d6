package dev.greengraph.graphql.message.mapping;

import dev.greengraph.graphql.message.content.UnavailableReason;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Payload;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a list of chats would show of a message, and what stands where the upstream has only a placeholder. */
public final class TextMapping {

    /** {@code {{SWE001}}} and the like; the braces have been seen malformed. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{+\\s*SWE(\\d{1,4})\\s*}*");

    private TextMapping() {}

    /** The text of a message; null if there is none or only a placeholder. */
    public static @Nullable String text(MessageRow row) {
        return text(row.typeMessage(), row.payload());
    }

    static @Nullable String text(@Nullable String typeMessage, Payload payload) {
        return withoutPlaceholder(any(typeMessage, payload));
    }

    /** A value that is there, unless it is a placeholder. */
    public static @Nullable String withoutPlaceholder(@Nullable String value) {
        return value != null && PLACEHOLDER.matcher(value).matches() ? null : value;
    }

    /** Why text or file are placeholders; null if neither is. */
    static @Nullable UnavailableReason unavailable(MessageRow row) {
        return Stream.of(
                        String.valueOf(any(row.typeMessage(), row.payload())),
                        String.valueOf(row.payload().downloadUrl()))
                .map(PLACEHOLDER::matcher)
                .filter(Matcher::matches)
                .map(marker -> switch (Integer.parseInt(marker.group(1))) {
                    case 1 -> UnavailableReason.NOT_DELIVERED_YET;
                    case 2 -> UnavailableReason.FILE_TOO_LARGE;
                    case 3 -> UnavailableReason.NOT_DECRYPTED;
                    default -> UnavailableReason.OTHER;
                })
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String any(@Nullable String typeMessage, Payload payload) {
        return switch (String.valueOf(typeMessage)) {
            case "extendedTextMessage", "quotedMessage" -> body(payload);
            case "imageMessage", "videoMessage", "documentMessage", "audioMessage", "stickerMessage" ->
                payload.caption();
            case "reactionMessage" -> emoji(payload);
            case "locationMessage" -> place(payload.location());
            case "contactMessage", "contactsArrayMessage" -> names(payload);
            case "pollMessage", "pollUpdateMessage" -> question(payload);
            case "editedMessage" -> edit(payload.editedMessageData());
            case "groupInviteMessage" -> invitation(payload.groupInviteMessageData());
            default -> menu(String.valueOf(typeMessage), payload);
        };
    }

    private static @Nullable String menu(String typeMessage, Payload payload) {
        return switch (typeMessage) {
            case "buttonsMessage" -> offer(payload.buttonsMessage());
            case "interactiveButtons" -> offer(payload.interactiveButtons());
            case "interactiveButtonsReply" -> offer(payload.interactiveButtonsReply());
            case "templateMessage" ->
                payload.templateMessage() == null
                        ? null
                        : first(
                                payload.templateMessage().contentText(),
                                payload.templateMessage().titleText());
            case "listMessage" ->
                payload.listMessage() == null
                        ? null
                        : first(
                                payload.listMessage().contentText(),
                                payload.listMessage().title());
            case "buttonsResponseMessage" -> ContentMapping.selectedText(payload.buttonsResponseMessage());
            case "listResponseMessage" -> ContentMapping.selectedText(payload.listResponseMessage());
            case "templateButtonsReplyMessage" -> ContentMapping.selectedText(payload.templateButtonReplyMessage());
            case "interactiveButtonsResponse" -> ContentMapping.selectedText(payload.interactiveButtonsResponse());
            default -> body(payload);
        };
    }

    /** Of an advertisement the link stands outside and the advertisement's words inside. */
    private static @Nullable String body(Payload payload) {
        Payload.ExtendedText inside = payload.extendedTextMessage();
        return first(inside == null ? null : inside.text(), payload.textMessage());
    }

    static @Nullable String emoji(Payload payload) {
        Payload.Reaction reaction = payload.extendedTextMessageData();
        Payload.ExtendedText elsewhere = payload.extendedTextMessage();
        return reaction == null ? elsewhere == null ? null : elsewhere.text() : reaction.text();
    }

    private static @Nullable String place(Payload.@Nullable Location location) {
        return location == null ? null : first(location.nameLocation(), location.address());
    }

    private static @Nullable String question(Payload payload) {
        return payload.pollMessageData() == null
                ? null
                : payload.pollMessageData().name();
    }

    private static @Nullable String edit(Payload.@Nullable Edited edited) {
        return edited == null ? null : first(edited.textMessage(), edited.caption());
    }

    private static @Nullable String invitation(Payload.@Nullable GroupInvite invite) {
        return invite == null ? null : first(invite.caption(), invite.groupName());
    }

    private static @Nullable String offer(Payload.@Nullable Buttons buttons) {
        return buttons == null ? null : first(buttons.contentText(), buttons.titleText());
    }

    private static @Nullable String names(Payload payload) {
        List<Payload.Contact> cards = payload.contacts() == null
                ? Stream.ofNullable(payload.contact()).toList()
                : payload.contacts().stream().filter(Objects::nonNull).toList();
        String names = cards.stream()
                .map(Payload.Contact::displayName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
