package dev.greengraph.http.negotiation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One value of {@code Accept} or {@code Accept-Encoding} with its quality. Parameters other than the quality are ignored; a
 * malformed quality counts as 0.
 *
 * <p>Not Vert.x' parsed headers: they take a malformed quality for 1, read {@code json} as {@code *}{@code /json}, drop the third
 * digit of a quality, and split the header with a regular expression whose time is quadratic in its length.
 *
 * @param value in lower case
 * @param quality 0 to 1
 */
record WeightedValue(String value, float quality) {

    /** @param lines of the header; several lines are one list */
    static List<WeightedValue> parse(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .filter(element -> !element.isBlank())
                .map(WeightedValue::parse)
                .toList();
    }

    private static WeightedValue parse(String element) {
        String[] parts = element.toLowerCase(Locale.ROOT).split(";");
        float quality = Stream.of(parts)
                .skip(1)
                .map(String::strip)
                .filter(parameter -> parameter.startsWith("q="))
                .findFirst()
                .map(parameter -> quality(parameter.substring(2)))
                .orElse(1f);
        return new WeightedValue(parts.length == 0 ? "" : parts[0].strip(), quality);
    }

    private static float quality(String text) {
        return text.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Float.parseFloat(text) : 0;
    }
}
