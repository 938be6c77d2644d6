package dev.greengraph.graphql.message.mapping;

import dev.greengraph.account.AccountId;
import dev.greengraph.graphql.message.content.DeliveryStatus;
import dev.greengraph.graphql.message.content.Direction;
import dev.greengraph.graphql.message.content.Envelope;
import dev.greengraph.graphql.message.content.Envelope.Forwarding;
import dev.greengraph.graphql.message.content.Quote;
import dev.greengraph.graphql.node.GlobalId;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.participant.SenderMapping;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Payload;
import dev.greengraph.upstream.row.QuotedRow;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all messages have, from a complete row. */
public final class EnvelopeMapping {

    private EnvelopeMapping() {}

    static Envelope of(AccountId account, MessageRow row) {
        Chat chat = new Chat(account, new ChatId(row.chat()));
        Direction direction = direction(row);
        boolean isIncoming = direction == Direction.INCOMING;
        return new Envelope(
                id(account, row),
                row.idMessage(),
                chat,
                direction,
                Instant.ofEpochSecond(row.seconds()),
                KindMapping.of(row),
                row.typeMessage() == null ? "" : row.typeMessage(),
                MessageMapping.text(row),
                MessageMapping.unavailable(row),
                isIncoming ? SenderMapping.of(row) : null,
                isIncoming ? null : delivery(row.statusMessage()),
                isIncoming ? null : row.sendByApi(),
                forwarding(row.payload()),
                row.isEdited(),
                row.isDeleted(),
                row.quotedMessage() == null ? null : quote(chat, row.quotedMessage()));
    }

    public static Direction direction(MessageRow row) {
        return "outgoing".equals(row.type()) ? Direction.OUTGOING : Direction.INCOMING;
    }

    private static String id(AccountId account, MessageRow row) {
        String chat = row.chat();
        return row.idMessage() == null
                ? GlobalId.encode(
                        GlobalId.Type.EVENT,
                        account,
                        chat,
                        String.valueOf(row.seconds()),
                        String.valueOf(row.typeMessage()))
                : GlobalId.encode(GlobalId.Type.MESSAGE, account, chat, row.idMessage());
    }

    private static DeliveryStatus delivery(@Nullable String statusMessage) {
        return switch (String.valueOf(statusMessage)) {
            case "pending" -> DeliveryStatus.PENDING;
            case "sent" -> DeliveryStatus.SENT;
            case "delivered" -> DeliveryStatus.DELIVERED;
            case "read" -> DeliveryStatus.READ;
            case "failed" -> DeliveryStatus.FAILED;
            case "noAccount" -> DeliveryStatus.NO_ACCOUNT;
            case "notInGroup" -> DeliveryStatus.NOT_IN_GROUP;
            case "yellowCard" -> DeliveryStatus.YELLOW_CARD;
            default -> DeliveryStatus.UNKNOWN;
        };
    }

    /** Files say it themselves, other kinds inside their payload. */
    private static Forwarding forwarding(Payload payload) {
        return Stream.of(
                        new Said(payload.isForwarded(), payload.forwardingScore()),
                        payload.extendedTextMessage() == null
                                ? Said.NOTHING
                                : new Said(
                                        payload.extendedTextMessage().isForwarded(),
                                        payload.extendedTextMessage().forwardingScore()),
                        payload.location() == null
                                ? Said.NOTHING
                                : new Said(
                                        payload.location().isForwarded(),
                                        payload.location().forwardingScore()),
                        payload.contact() == null
                                ? Said.NOTHING
                                : new Said(
                                        payload.contact().isForwarded(),
                                        payload.contact().forwardingScore()),
                        payload.buttonsMessage() == null
                                ? Said.NOTHING
                                : new Said(
                                        payload.buttonsMessage().isForwarded(),
                                        payload.buttonsMessage().forwardingScore()),
                        payload.listMessage() == null
                                ? Said.NOTHING
                                : new Said(
                                        payload.listMessage().isForwarded(),
                                        payload.listMessage().forwardingScore()),
                        payload.templateMessage() == null
                                ? Said.NOTHING
                                : new Said(
                                        payload.templateMessage().isForwarded(),
                                        payload.templateMessage().forwardingScore()))
                .filter(said -> said.isForwarded() != null || said.score() != null)
                .findFirst()
                .map(Said::forwarding)
                .orElse(new Forwarding(false, 0));
    }

    private record Said(
            @Nullable Boolean isForwarded, @Nullable Integer score) {
        static final Said NOTHING = new Said(null, null);

        Forwarding forwarding() {
            int times = score == null ? 0 : score;
            return new Forwarding(isForwarded == null ? times > 0 : isForwarded, times);
        }
    }

    private static @Nullable Quote quote(Chat chat, QuotedRow quoted) {
        Payload payload = quoted.payload();
        Payload.ExtendedText text = payload.extendedTextMessage();
        String thumbnail =
                payload.jpegThumbnail() == null && text != null ? text.jpegThumbnail() : payload.jpegThumbnail();
        return quoted.stanzaId() == null
                ? null
                : new Quote(
                        chat,
                        quoted.stanzaId(),
                        quoted.participant(),
                        KindMapping.of(quoted),
                        MessageMapping.text(quoted.typeMessage(), payload),
                        thumbnail,
                        payload.mimeType());
    }
}
