package dev.greengraph.graphql.paging;

import dev.greengraph.graphql.error.BadRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an entry stands in a list: its time and its id, not its index, so that it stays right while new entries arrive.
 * Opaque to callers, versioned, and bound to its list.
 *
 * @param list which list, such as {@code history} of a chat of an account
 * @param seconds the entry's time, Unix seconds
 * @param id the entry's id; entries of one second are ordered by it
 */
public record Cursor(String list, long seconds, String id) {

    /** The order of every list. */
    public static final Comparator<Cursor> NEWEST_FIRST =
            Comparator.comparingLong(Cursor::seconds).thenComparing(Cursor::id).reversed();

    private static final String VERSION = "1";
    private static final String SEPARATOR = "\u001f";
    private static final int LONGEST = 1_000;

    /** The text that callers see. */
    public String encode() {
        String text = String.join(SEPARATOR, VERSION, list, Long.toString(seconds), id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the argument {@code after}; fails with {@link BadRequest} if it is no cursor of that list. */
    public static @Nullable Cursor decode(@Nullable String after, String list) {
        return after == null ? null : decode("after", after, list);
    }

    /** Reads an argument of that name; fails with {@link BadRequest} if it is no cursor of that list. */
    public static Cursor decode(String argument, String text, String list) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.length() > LONGEST ? "" : text);
            List<String> fields = List.of(new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1));
            if (fields.size() == 4
                    && fields.get(0).equals(VERSION)
                    && fields.get(1).equals(list)) {
                return new Cursor(list, Long.parseLong(fields.get(2)), fields.get(3));
            }
        } catch (IllegalArgumentException notOurs) {
            // answered below
        }
        throw new BadRequest(argument, "a cursor that this list gave out");
    }
}
