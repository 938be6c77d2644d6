package dev.greengraph.graphql.message;

import dev.greengraph.graphql.error.BadRequest;
import dev.greengraph.graphql.message.content.Direction;
import dev.greengraph.graphql.message.mapping.EnvelopeMapping;
import dev.greengraph.graphql.message.mapping.KindMapping;
import dev.greengraph.graphql.message.mapping.MessageMapping;
import dev.greengraph.graphql.participant.SenderMapping;
import dev.greengraph.upstream.row.MessageRow;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which rows a filter lets pass. */
public final class FilterMapping {

    private static final int MOST_VALUES = 100;
    private static final int LONGEST_TEXT = 200;

    /** Lets every row pass. */
    static final Predicate<MessageRow> ALL = row -> true;

    private FilterMapping() {}

    /** Checks the filter; fails with {@link BadRequest}. */
    public static Predicate<MessageRow> of(@Nullable MessageFilter filter) {
        if (filter == null) {
            return ALL;
        }
        return Stream.of(
                        among("filter.types", filter.types(), KindMapping::of),
                        among("filter.chatIds", filter.chatIds(), MessageRow::chatId),
                        among("filter.senderIds", filter.senderIds(), FilterMapping::senderId),
                        direction(filter.direction()),
                        text(filter.text()))
                .filter(Objects::nonNull)
                .reduce(Predicate::and)
                .orElse(ALL);
    }

    private static @Nullable String senderId(MessageRow row) {
        boolean isIncoming = EnvelopeMapping.direction(row) == Direction.INCOMING;
        return isIncoming ? SenderMapping.id(row) : null;
    }

    private static <T> @Nullable Predicate<MessageRow> among(
            String argument, @Nullable List<T> allowed, Function<MessageRow, @Nullable T> value) {
        if (allowed == null) {
            return null;
        }
        if (allowed.size() > MOST_VALUES) {
            throw new BadRequest(argument, "at most " + MOST_VALUES + " values");
        }
        return row -> {
            T actual = value.apply(row);
            return actual != null && allowed.contains(actual);
        };
    }

    private static @Nullable Predicate<MessageRow> direction(@Nullable Direction direction) {
        return direction == null ? null : row -> EnvelopeMapping.direction(row) == direction;
    }

    private static @Nullable Predicate<MessageRow> text(@Nullable String wanted) {
        if (wanted == null) {
            return null;
        }
        if (wanted.length() > LONGEST_TEXT) {
            throw new BadRequest("filter.text", "at most " + LONGEST_TEXT + " characters");
        }
        String lower = wanted.toLowerCase(Locale.ROOT);
        return row -> {
            String text = MessageMapping.text(row);
            return text != null && text.toLowerCase(Locale.ROOT).contains(lower);
        };
    }
}
