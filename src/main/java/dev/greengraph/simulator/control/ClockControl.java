package dev.greengraph.simulator.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.simulator.wire.ControlFields;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;

/**
 * Shows and sets the clock of the simulated accounts: {@code {"advanceSeconds": 3600}} or <code>{"now":
 * "2026-03-02T10:00:00Z"}</code>. It goes on from there.
 */
public final class ClockControl {

    private static final int LONGEST = (int) AdjustableClock.FURTHEST.toSeconds();

    private final AdjustableClock clock;

    public ClockControl(AdjustableClock clock) {
        this.clock = clock;
    }

    ObjectNode show() {
        return JsonNodeFactory.instance.objectNode().put("now", clock.instant().toString());
    }

    ObjectNode set(String body) {
        ControlFields fields = ControlFields.read(body, Set.of("now", "advanceSeconds"));
        Integer seconds = fields.number("advanceSeconds", LONGEST);
        if (fields.has("now") == (seconds != null)) {
            throw ControlFields.wrong("fields", "now or advanceSeconds");
        }
        clock.set(
                seconds == null
                        ? instant(fields.text("now", 40))
                        : clock.instant().plusSeconds(seconds));
        return show();
    }

    void reset() {
        clock.reset();
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw ControlFields.wrong("now", "a time such as 2026-03-02T10:00:00Z");
        }
    }
}
