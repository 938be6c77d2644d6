package dev.greengraph.graphql.message.mapping;

import dev.greengraph.account.AccountId;
import dev.greengraph.graphql.message.content.DeliveryStatus;
import dev.greengraph.graphql.message.content.Direction;
import dev.greengraph.graphql.message.content.Envelope;
import dev.greengraph.graphql.message.content.Envelope.Forwarding;
import dev.greengraph.graphql.message.content.MessageType;
import dev.greengraph.graphql.message.content.Quote;
import dev.greengraph.graphql.message.content.UnavailableReason;
import dev.greengraph.graphql.node.GlobalId;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.participant.Sender;
import dev.greengraph.graphql.participant.SenderMapping;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.Forwardable;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Payload;
import dev.greengraph.upstream.row.QuotedRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What all messages have, read from a complete row when it is asked for: most queries select only some fields.
 *
 * @param account whose message
 * @param row its row
 * @param type its kind
 */
public record EnvelopeMapping(AccountId account, MessageRow row, MessageType type) implements Envelope {

    private static final Forwarding NOT_FORWARDED = new Forwarding(false, 0);

    static Envelope of(AccountId account, MessageRow row) {
        return new EnvelopeMapping(account, row, KindMapping.of(row));
    }

    @Override
    public String id() {
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

    @Override
    public @Nullable String messageId() {
        return row.idMessage();
    }

    @Override
    public Chat chat() {
        return new Chat(account, new ChatId(row.chat()));
    }

    @Override
    public Direction direction() {
        return direction(row);
    }

    @Override
    public Instant timestamp() {
        return Instant.ofEpochSecond(row.seconds());
    }

    @Override
    public String upstreamType() {
        String upstreamType = row.typeMessage();
        return upstreamType == null ? "" : upstreamType;
    }

    @Override
    public @Nullable String text() {
        return MessageMapping.text(row);
    }

    @Override
    public @Nullable UnavailableReason unavailable() {
        return MessageMapping.unavailable(row);
    }

    @Override
    public @Nullable Sender sender() {
        return isIncoming() ? SenderMapping.of(row) : null;
    }

    @Override
    public @Nullable DeliveryStatus deliveryStatus() {
        return isIncoming() ? null : delivery(row.statusMessage());
    }

    @Override
    public @Nullable Boolean sentByApi() {
        return isIncoming() ? null : row.sendByApi();
    }

    @Override
    public Forwarding forwarding() {
        return forwarding(row.payload());
    }

    @Override
    public boolean isEdited() {
        return row.isEdited();
    }

    @Override
    public boolean isDeleted() {
        return row.isDeleted();
    }

    @Override
    public @Nullable Quote quote() {
        return row.quotedMessage() == null ? null : quote(chat(), row.quotedMessage());
    }

    private boolean isIncoming() {
        return direction() == Direction.INCOMING;
    }

    public static Direction direction(MessageRow row) {
        return "outgoing".equals(row.type()) ? Direction.OUTGOING : Direction.INCOMING;
    }

    /** How far something came that the account sent. */
    public static DeliveryStatus delivery(@Nullable String statusMessage) {
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

    private static Forwarding forwarding(Payload it) {
        Forwardable[] parts = {
            it,
            it.extendedTextMessage(),
            it.location(),
            it.contact(),
            it.buttonsMessage(),
            it.listMessage(),
            it.templateMessage()
        };
        for (Forwardable part : parts) {
            if (part != null && (part.isForwarded() != null || part.forwardingScore() != null)) {
                return forwarding(part.isForwarded(), part.forwardingScore());
            }
        }
        return NOT_FORWARDED;
    }

    private static Forwarding forwarding(@Nullable Boolean isForwarded, @Nullable Integer score) {
        int times = score == null ? 0 : score;
        return new Forwarding(isForwarded == null ? times > 0 : isForwarded, times);
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
