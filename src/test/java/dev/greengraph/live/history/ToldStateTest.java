package dev.greengraph.live.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.live.history.ToldState.Before;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ToldStateTest {

    private static final int KEPT = 10;

    /** Rows come and change at random; each state that was once, as far as changes are kept, can be told of the last one. */
    @Property(tries = 300)
    void tellsEachOfTheLastStates(@ForAll @Size(max = 40) List<@IntRange(min = 0, max = 8) Integer> changed) {
        Map<Long, Mark> now = new HashMap<>();
        List<Map<Long, Mark>> states = new ArrayList<>(List.of(Map.of()));
        List<Before> changes = new ArrayList<>();
        for (int row : changed) {
            changes.add(new Before(row, now.get((long) row)));
            now.put((long) row, new Mark(row, states.size(), 1_000 + states.size()));
            states.add(Map.copyOf(now));
        }
        int from = Math.max(0, changes.size() - KEPT);
        ToldState last = new ToldState(
                changes.size(), List.copyOf(now.values()), List.copyOf(changes.subList(from, changes.size())));

        ToldState read = ToldState.read(last.bytes()).orElseThrow();

        for (int number = 0; number <= changes.size(); number++) {
            assertEquals(
                    number < from ? Optional.empty() : Optional.of(states.get(number)),
                    read.at(number),
                    "at " + number);
        }
        assertEquals(Optional.empty(), read.at(changes.size() + 1));
        assertEquals(Optional.empty(), read.at(Long.MAX_VALUE));
    }

    @Test
    void whatIsCutOffOrOfALaterFormIsNone() {
        byte[] bytes =
                new ToldState(3, List.of(new Mark(1, 2, 3)), List.of(new Before(1, null), new Before(2, null))).bytes();
        assertTrue(ToldState.read(bytes).isPresent());

        for (int length = 0; length < bytes.length; length++) {
            assertEquals(Optional.empty(), ToldState.read(Arrays.copyOf(bytes, length)));
        }
        bytes[0]++;
        assertEquals(Optional.empty(), ToldState.read(bytes));
    }
}
