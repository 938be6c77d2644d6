package dev.greengraph.simulator.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which values are moments: Unix seconds, under a name that says so. */
final class Times {

    private static final Pattern NAMES = Pattern.compile(".*timestamp|.*time|lastseen|creation|.*expiration");
    private static final Pattern DIGITS = Pattern.compile("\\d{10}");
    private static final long EARLIEST = 1_400_000_000L;
    private static final long LATEST = 4_100_000_000L;

    private Times() {}

    static boolean isTime(String name, JsonNode value) {
        boolean isWhole =
                value.isIntegralNumber() || DIGITS.matcher(value.asText()).matches();
        return isWhole
                && NAMES.matcher(name.toLowerCase(Locale.ROOT)).matches()
                && value.asLong() > EARLIEST
                && value.asLong() < LATEST;
    }
}
