package dev.greengraph.graphql.message.mapping;

import dev.greengraph.graphql.message.content.DeliveryStatus;
import dev.greengraph.graphql.message.content.Direction;
import dev.greengraph.graphql.message.content.Envelope;
import dev.greengraph.graphql.message.content.Envelope.Forwarding;
import dev.greengraph.graphql.message.content.MessageType;
import dev.greengraph.graphql.message.content.PollVote;
import dev.greengraph.graphql.message.content.Quote;
import dev.greengraph.graphql.message.content.UnavailableReason;
import dev.greengraph.graphql.message.folded.MessageEdit;
import dev.greengraph.graphql.message.folded.Reaction;
import dev.greengraph.graphql.node.GlobalId;
import dev.greengraph.graphql.participant.AnswerMapping;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.participant.Contact;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.Forwardable;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Payload;
import dev.greengraph.upstream.row.QuotedRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What all messages have, read from a complete row when it is asked for: most queries select only some fields.
 *
 * @param answer what shows it
 * @param row its row
 * @param type its kind
 */
public record EnvelopeMapping(AnswerMapping answer, MessageRow row, MessageType type) implements Envelope {

    private static final Forwarding NOT_FORWARDED = new Forwarding(false, 0);

    static Envelope of(AnswerMapping answer, MessageRow row) {
        return new EnvelopeMapping(answer, row, KindMapping.of(row));
    }

    @Override
    public String id() {
        return row.idMessage() == null
                ? GlobalId.encode(GlobalId.Type.EVENT, answer.account(), eventParts(row))
                : GlobalId.encode(
                        GlobalId.Type.MESSAGE,
                        answer.account(),
                        row.chat(),
                        row.idMessage(),
                        direction(row).name());
    }

    /** What names a message that has no id. */
    public static String[] eventParts(MessageRow row) {
        return new String[] {
            row.chat(),
            String.valueOf(row.seconds()),
            String.valueOf(row.typeMessage()),
            direction(row).name(),
            row.contentMark()
        };
    }

    @Override
    public @Nullable String messageId() {
        return row.idMessage();
    }

    @Override
    public Chat chat() {
        return new Chat(answer.account(), new ChatId(row.chat()));
    }

    @Override
    public Direction direction() {
        return direction(row);
    }

    @Override
    public Instant sentAt() {
        return Instant.ofEpochSecond(answer.moments(row).sentAt());
    }

    @Override
    public @Nullable Instant statusChangedAt() {
        Long second = answer.moments(row).statusChangedAt();
        return second == null ? null : Instant.ofEpochSecond(second);
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
    public @Nullable Contact sender() {
        return isIncoming() ? answer.sender(row) : null;
    }

    @Override
    public Contact contact(String id) {
        return answer.contact(id);
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
        return row.quotedMessage() == null ? null : quote(row.quotedMessage());
    }

    @Override
    public List<Reaction> reactions() {
        return new FoldMapping(answer, row).reactions();
    }

    @Override
    public List<MessageEdit> edits() {
        return new FoldMapping(answer, row).edits();
    }

    @Override
    public @Nullable List<PollVote> results(List<String> options) {
        return new FoldMapping(answer, row).results(options);
    }

    @Override
    public Optional<Referred> referred(String messageId) {
        return answer.held()
                .find(row.chat(), messageId)
                .map(held -> new Referred(MessageMapping.text(held), held.isEdited(), held.isDeleted()));
    }

    private boolean isIncoming() {
        return direction() == Direction.INCOMING;
    }

    public static Direction direction(MessageRow row) {
        return row.isOutgoing() ? Direction.OUTGOING : Direction.INCOMING;
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

    private @Nullable Quote quote(QuotedRow quoted) {
        Payload payload = quoted.payload();
        Payload.ExtendedText text = payload.extendedTextMessage();
        String thumbnail =
                payload.jpegThumbnail() == null && text != null ? text.jpegThumbnail() : payload.jpegThumbnail();
        return quoted.stanzaId() == null
                ? null
                : new Quote(
                        this,
                        quoted.stanzaId(),
                        quoted.participant(),
                        KindMapping.of(quoted),
                        MessageMapping.text(quoted.typeMessage(), payload),
                        thumbnail,
                        payload.mimeType());
    }
}
