package dev.greengraph.live.history;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a change stands.
 *
 * @param history names what one replica told while it watched an account
 * @param number grows by one with each change
 * @param rest how many changes follow that were told together with this one: zero unless the connection broke among them
 */
public record Position(String history, long number, int rest) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{16})\\.([0-9]{1,18})(?:~([0-9]{1,9}))?");

    /** The position of the last of all changes so far. */
    public Position(String history, long number) {
        this(history, number, 0);
    }

    /** A new name, which no other replica uses. */
    public static String history(long random) {
        return "%016x".formatted(random);
    }

    /** Reads what {@link #text} wrote; empty for anything else. */
    public static Optional<Position> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Position(
                        form.group(1),
                        Long.parseLong(form.group(2)),
                        form.group(3) == null ? 0 : Integer.parseInt(form.group(3))))
                : Optional.empty();
    }

    /** As callers see it. */
    public String text() {
        return history + "." + number + (rest == 0 ? "" : "~" + rest);
    }
}
