package dev.greengraph.simulator.world.cast;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One line of a written conversation.
 *
 * <p>Notation: {@code <} comes in, {@code >} goes out; an optional mark in brackets says what it is if not text:
 * {@code < [image] like this one}, {@code > [file price.pdf] for you}. Conversations are separated by an empty line.
 *
 * @param outgoing whether the account says it
 * @param mark what it is, empty for text; the marks are explained at {@code stream.Composer}
 * @param argument what stands in the brackets after the mark
 * @param text the words
 */
public record Line(boolean outgoing, String mark, String argument, String text) {

    private static final Pattern NOTATION = Pattern.compile("([<>]) (?:\\[(\\w+)(?: ([^]]*))?] ?)?(.*)");

    public static List<List<Line>> conversations(String script) {
        return Stream.of(script.strip().split("\n\n"))
                .map(conversation -> conversation.lines().map(Line::parse).toList())
                .toList();
    }

    private static Line parse(String line) {
        Matcher parts = NOTATION.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a line of a conversation: " + line);
        }
        return new Line(parts.group(1).equals(">"), orEmpty(parts, 2), orEmpty(parts, 3), parts.group(4));
    }

    private static String orEmpty(Matcher parts, int group) {
        String part = parts.group(group);
        return part == null ? "" : part;
    }
}
