package dev.greengraph.observe;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** A log line: what happened, and keys that say where. Keys are in the text, and are fields of their own in JSON logs. */
public final class LogLine {

    private final String what;
    private final Map<LogKey, Object> keys = new EnumMap<>(LogKey.class);

    private LogLine(String what) {
        this.what = what;
    }

    /** A line with that text. */
    public static LogLine of(String what) {
        return new LogLine(what);
    }

    /** The same line with one key more. */
    public LogLine with(LogKey key, Object value) {
        keys.put(key, value);
        return this;
    }

    /** Writes it, if that level is on. */
    public void to(Logger log, Logger.Level level) {
        if (!log.isEnabled(level)) {
            return;
        }
        Map<String, Object> before = new HashMap<>();
        keys.keySet().forEach(key -> before.put(key.key(), MDC.get(key.key())));
        keys.forEach((key, value) -> MDC.put(key.key(), value));
        try {
            log.log(level, text());
        } finally {
            before.forEach(LogLine::restore);
        }
    }

    private String text() {
        return keys.entrySet().stream()
                .map(entry -> " " + entry.getKey().key() + "=" + entry.getValue())
                .collect(Collectors.joining("", what, ""));
    }

    private static void restore(String key, @Nullable Object before) {
        if (before == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, before);
        }
    }
}
