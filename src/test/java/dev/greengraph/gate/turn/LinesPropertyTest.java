package dev.greengraph.gate.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Who waits all the time gets what its weight says, and nobody waits for ever. */
class LinesPropertyTest {

    private final FairQueue queue = new FairQueue(TurnListener.NONE);

    @Property(tries = 300)
    void turnsAreAsTheWeights(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 1, max = 8) Integer> weights,
            @ForAll @IntRange(min = 1, max = 200) int turns) {
        Lines lines = new Lines();
        List<Requester> requesters = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            Requester requester = new Requester("r" + i, "r" + i, weights.get(i), Priority.NORMAL);
            requesters.add(requester);
            for (int ticket = 0; ticket <= turns; ticket++) {
                lines.add(ticket(requester));
            }
        }

        Map<Requester, Integer> given = new HashMap<>();
        for (int turn = 0; turn < turns; turn++) {
            given.merge(lines.next().wanted().requester(), 1, Integer::sum);
        }

        for (Requester one : requesters) {
            for (Requester other : requesters) {
                double difference =
                        given.getOrDefault(one, 0) / one.weight() - given.getOrDefault(other, 0) / other.weight();
                assertTrue(difference <= 1 / one.weight() + 1e-9, given + " for " + requesters);
            }
        }
    }

    /** Each round one ticket of a chance requester comes and one gets its turn, after a few waited. */
    @Property(tries = 300)
    void ticketsOfOneRequesterKeepTheirOrderAndNoneIsForgotten(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 0, max = 5) Integer> arrivals) {
        Lines lines = new Lines();
        List<Ticket> taken = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            lines.add(ticket(Requester.unnamed("r" + arrivals.get(i))));
            if (i >= 3) {
                taken.add(lines.next());
            }
        }
        while (lines.size() > 0) {
            taken.add(lines.next());
        }

        assertEquals(arrivals.size(), taken.size());
        Map<Requester, Long> last = new HashMap<>();
        for (Ticket ticket : taken) {
            Long before = last.put(ticket.wanted().requester(), ticket.arrival());
            assertTrue(before == null || before < ticket.arrival());
        }
    }

    /** Others who come anew with every turn get no more than one each before who has waited: it had the fewest turns. */
    @Property(tries = 100)
    void whoHasOneCallIsServedBeforeASecondOneOfAnother(@ForAll @IntRange(min = 1, max = 50) int greedy) {
        Lines lines = new Lines();
        Requester many = Requester.unnamed("many");
        for (int i = 0; i < greedy; i++) {
            lines.add(ticket(many));
        }
        Ticket single = ticket(Requester.unnamed("single"));
        lines.add(single);

        List<Ticket> first = new ArrayList<>(List.of(lines.next()));
        if (lines.size() > 0) {
            first.add(lines.next());
        }

        assertTrue(first.contains(single));
    }

    private Ticket ticket(Requester requester) {
        return queue.ticket(Wanted.by(requester));
    }
}
