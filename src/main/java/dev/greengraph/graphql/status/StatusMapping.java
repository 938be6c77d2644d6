package dev.greengraph.graphql.status;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.Reading;
import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.argument.Span;
import dev.greengraph.graphql.message.mapping.TextMapping;
import dev.greengraph.graphql.node.GlobalId;
import dev.greengraph.graphql.node.Node;
import dev.greengraph.graphql.paging.CoverageMapping;
import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.graphql.paging.EmptyList;
import dev.greengraph.graphql.paging.FreshnessMapping;
import dev.greengraph.graphql.paging.Page;
import dev.greengraph.graphql.participant.AnswerMapping;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.participant.Contact;
import dev.greengraph.graphql.participant.SenderMapping;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes statuses of rows: one implementation per kind, an {@link UnknownStatus} for any other. */
public final class StatusMapping {

    private StatusMapping() {}

    /**
     * Which statuses are wanted.
     *
     * @param senderId from whom; absent for everybody
     * @param span of which time
     * @param first most of a page
     * @param after where the page begins
     */
    public record Wanted(
            @Nullable String senderId,
            Span span,
            int first,
            @Nullable Cursor after) {

        private boolean includes(MessageRow row) {
            return senderId == null || senderId.equals(SenderMapping.id(row));
        }
    }

    /** The page of a window. */
    public static StatusConnection page(AnswerMapping answer, String list, Reading<Window> whole, Wanted wanted) {
        Reading<Window> reading = wanted.span().cut(whole);
        List<MessageRow> complete = reading.value().rows().stream()
                .filter(StatusMapping::isComplete)
                .toList();
        int incomplete = reading.value().rows().size() - complete.size();
        List<MessageRow> matching = complete.stream().filter(wanted::includes).toList();
        Page<Status> page = Page.cut(matching, row -> cursor(list, row), wanted.first(), wanted.after(), true)
                .map(row -> of(answer, row));
        return new StatusConnection(
                page.edges(StatusEdge::new),
                page.items(),
                page.info(),
                page.totalCount(),
                reading.value().skipped() + incomplete,
                FreshnessMapping.of(reading.freshness()),
                CoverageMapping.of(reading, wanted.span())
                        .of(
                                page.totalCount(),
                                new EmptyList(answer.account(), whole.value().entries() > 0, EmptyList.ANYTHING)));
    }

    /** One status of a window. */
    public static Optional<Node> find(AnswerMapping answer, Window window, String chatId, String statusId) {
        return window.find(chatId, statusId).filter(StatusMapping::isComplete).map(row -> of(answer, row));
    }

    /** The same where its chat is not known. */
    public static Optional<Status> find(AnswerMapping answer, Window window, String statusId) {
        return window.rows().stream()
                .filter(row -> statusId.equals(row.idMessage()))
                .filter(StatusMapping::isComplete)
                .findFirst()
                .map(row -> of(answer, row));
    }

    /** The status that a row tells. */
    public static Status of(AnswerMapping answer, MessageRow row) {
        Payload payload = row.payload();
        StatusEnvelope envelope = envelope(answer, row);
        if (row.raw() != null) {
            return new UnknownStatus(envelope, row.raw());
        }
        return switch (envelope.upstreamType()) {
            case "textMessage", "extendedTextMessage" -> text(envelope, payload.extendedTextMessage());
            case "imageMessage" -> new ImageStatus(envelope, file(payload));
            case "videoMessage" -> new VideoStatus(envelope, file(payload));
            case "audioMessage" -> new AudioStatus(envelope, file(payload));
            case "deletedMessage" -> new DeletedStatus(envelope, deletedId(payload));
            default -> throw new IllegalStateException("no raw entry of " + envelope.upstreamType());
        };
    }

    private static Status text(StatusEnvelope envelope, Payload.@Nullable ExtendedText style) {
        return style == null
                ? new TextStatus(envelope, null, null)
                : new TextStatus(envelope, style.backgroundColor(), style.font());
    }

    private static String deletedId(Payload payload) {
        return Objects.requireNonNull(
                Objects.requireNonNull(payload.deletedMessageData()).stanzaId());
    }

    private static boolean isComplete(MessageRow row) {
        return row.idMessage() != null && SenderMapping.id(row) != null;
    }

    private static StatusEnvelope envelope(AnswerMapping answer, MessageRow row) {
        AccountId account = answer.account();
        ChatId chat = new ChatId(row.chat());
        String statusId = Objects.requireNonNull(row.idMessage());
        Contact sender = Objects.requireNonNull(answer.sender(row));
        Payload payload = row.payload();
        Payload.ExtendedText inside = payload.extendedTextMessage();
        String text = inside == null || inside.text() == null ? payload.textMessage() : inside.text();
        return new StatusEnvelope(
                GlobalId.encode(GlobalId.Type.STATUS, account, chat.value(), statusId, String.valueOf(row.seconds())),
                statusId,
                new Chat(account, chat),
                sender,
                Instant.ofEpochSecond(row.seconds()),
                row.typeMessage() == null ? "" : row.typeMessage(),
                TextMapping.withoutPlaceholder(text == null ? payload.caption() : text));
    }

    private static StatusFile file(Payload payload) {
        return new StatusFile(
                TextMapping.withoutPlaceholder(payload.downloadUrl()),
                payload.caption(),
                payload.fileName(),
                payload.mimeType(),
                payload.jpegThumbnail());
    }

    private static Cursor cursor(String list, MessageRow row) {
        return new Cursor(list, row.seconds(), row.place());
    }
}
