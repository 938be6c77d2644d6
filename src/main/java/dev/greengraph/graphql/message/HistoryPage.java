package dev.greengraph.graphql.message;

import dev.greengraph.account.Messenger;
import dev.greengraph.graphql.argument.Arguments;
import dev.greengraph.graphql.error.BadRequest;
import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.graphql.paging.PagePosition;
import dev.greengraph.upstream.MessageId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The arguments that say which page of a history is wanted.
 *
 * @param around the id of the message in its middle
 * @param first its length
 * @param after the cursor before it
 * @param last its length if it ends at a cursor
 * @param before the cursor after it
 */
public record HistoryPage(
        @Nullable String around,
        int first,
        @Nullable String after,
        @Nullable Integer last,
        @Nullable String before) {

    /** What the schema says of {@code first}: the engine does not tell it from an argument that is left out. */
    private static final int USUAL = 50;

    /**
     * The page of a list; fails with {@link BadRequest} if the arguments contradict each other.
     *
     * @param id tells the message's id of an entry
     */
    <T> PagePosition<T> position(String list, Messenger messenger, Function<T, @Nullable String> id) {
        if (around != null) {
            refuse("around", "after", after);
            refuse("around", "last", last);
            refuse("around", "before", before);
            MessageId message = Arguments.messageId("around", around, messenger);
            return new PagePosition.Around<>(length(), entry -> message.value().equals(id.apply(entry)));
        }
        if (last == null && before == null) {
            return new PagePosition.After<>(length(), Cursor.decode(after, list));
        }
        if (last == null) {
            throw BadRequest.because("last", "last: must be given beside before");
        }
        if (before == null) {
            throw BadRequest.because("before", "before: must be given beside last");
        }
        refuse("before", "after", after);
        refuse("last", "first", first == USUAL ? null : first);
        return new PagePosition.Before<>(
                Arguments.last(last, Arguments.LONG_PAGE), Cursor.decode("before", before, list));
    }

    private int length() {
        return Arguments.first(first, Arguments.LONG_PAGE);
    }

    private static void refuse(String given, String argument, @Nullable Object value) {
        if (value != null) {
            throw BadRequest.because(argument, argument + ": must be absent beside " + given);
        }
    }
}
