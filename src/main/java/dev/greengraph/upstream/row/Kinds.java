package dev.greengraph.upstream.row;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of messages that are understood, and what each cannot do without. The set is open: new kinds appear without
 * notice; they are kept with their raw entry.
 */
final class Kinds {

    private Kinds() {}

    static boolean suffices(String typeMessage, Payload payload) {
        return switch (typeMessage) {
            case "textMessage", "extendedTextMessage", "quotedMessage", "reactionMessage", "incomingBlock" -> true;
            case "imageMessage", "videoMessage", "documentMessage", "audioMessage", "stickerMessage" -> true;
            case "locationMessage" -> isPlace(payload.location());
            case "contactMessage" -> payload.contact() != null;
            case "contactsArrayMessage" -> payload.contacts() != null;
            case "pollMessage" ->
                payload.pollMessageData() != null && payload.pollMessageData().name() != null;
            case "pollUpdateMessage" ->
                payload.pollMessageData() != null && payload.pollMessageData().stanzaId() != null;
            case "editedMessage" ->
                payload.editedMessageData() != null
                        && payload.editedMessageData().stanzaId() != null;
            case "deletedMessage" ->
                payload.deletedMessageData() != null
                        && payload.deletedMessageData().stanzaId() != null;
            case "groupInviteMessage" -> payload.groupInviteMessageData() != null;
            default -> sufficesForBusiness(typeMessage, payload);
        };
    }

    static boolean ofStatuses(@Nullable String typeMessage) {
        return switch (String.valueOf(typeMessage)) {
            case "textMessage",
                    "extendedTextMessage",
                    "imageMessage",
                    "videoMessage",
                    "audioMessage",
                    "deletedMessage" -> true;
            default -> false;
        };
    }

    private static boolean sufficesForBusiness(String typeMessage, Payload payload) {
        return switch (typeMessage) {
            case "buttonsMessage" -> payload.buttonsMessage() != null;
            case "interactiveButtons" -> payload.interactiveButtons() != null;
            case "interactiveButtonsReply" -> payload.interactiveButtonsReply() != null;
            case "templateMessage" -> payload.templateMessage() != null;
            case "listMessage" -> payload.listMessage() != null;
            case "buttonsResponseMessage" -> payload.buttonsResponseMessage() != null;
            case "listResponseMessage" -> payload.listResponseMessage() != null;
            case "templateButtonsReplyMessage" -> payload.templateButtonReplyMessage() != null;
            case "interactiveButtonsResponse" -> payload.interactiveButtonsResponse() != null;
            default -> false;
        };
    }

    private static boolean isPlace(Payload.@Nullable Location location) {
        return location != null && isDegree(location.latitude()) && isDegree(location.longitude());
    }

    /** A number, which {@code NaN} and what is too large for a double are not. */
    private static boolean isDegree(@Nullable Double value) {
        return value != null && Double.isFinite(value);
    }
}
