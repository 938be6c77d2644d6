package dev.greengraph.gate.turn;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A class of requesters. While one of a higher class waits, none of a lower one gets a turn. */
public enum Priority {
    /** For what may wait: exports, reports. */
    LOW,
    /** For everybody else. */
    NORMAL,
    /** For what people look at. */
    HIGH;

    /** The names in the settings. */
    public static final Set<String> NAMES =
            Arrays.stream(values()).map(Priority::setting).collect(Collectors.toUnmodifiableSet());

    /** The class of that name; {@link #NORMAL} if there is none, which stops the start. */
    public static Priority of(String setting) {
        return Arrays.stream(values())
                .filter(known -> known.setting().equals(setting))
                .findFirst()
                .orElse(NORMAL);
    }

    private String setting() {
        return name().toLowerCase(Locale.ROOT);
    }
}
