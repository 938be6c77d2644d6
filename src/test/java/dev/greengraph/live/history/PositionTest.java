package dev.greengraph.live.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PositionTest {

    @Test
    void isReadAsItWasWritten() {
        for (Position position : List.of(
                new Position(Position.history(0), 0),
                new Position(Position.history(-1), 999_999_999_999_999_999L),
                new Position(Position.history(4711), 12, 3))) {
            assertEquals(Optional.of(position), Position.parse(position.text()));
        }
    }

    @Test
    void nothingElseIsOne() {
        for (String none : List.of(
                "",
                "x.1",
                "0123456789abcdef",
                "0123456789abcdef.",
                "0123456789abcdef.-1",
                "0123456789abcdef.1~",
                "0123456789abcdef.1~1234567890",
                "0123456789abcdef.1234567890123456789",
                "0123456789abcdef.1\n")) {
            assertEquals(Optional.empty(), Position.parse(none), none);
        }
    }
}
