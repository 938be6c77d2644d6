package dev.greengraph.gate.turn;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All waiting tickets, a {@link Line} for each requester. The next turn is for the highest class, in it for who had the fewest
 * turns for its weight, and among equals for who came first (start-time fair queueing). Not thread-safe.
 */
final class Lines {

    /** Most requesters that are remembered after their last ticket, so that coming back at once is no advantage. */
    private static final int MOST_ABSENT = 1_000;

    private static final Comparator<Line> NEXT = Comparator.<Line, Priority>comparing(
                    line -> line.requester().priority())
            .reversed()
            .thenComparingDouble(Line::taken)
            .thenComparingLong(Line::firstArrival);

    private static final Comparator<Line> MAKES_ROOM_FIRST = Comparator.<Line, Priority>comparing(
                    line -> line.requester().priority())
            .thenComparing(
                    Comparator.<Line>comparingDouble(line -> line.load(0)).reversed());

    private final Map<Requester, Line> lines = new LinkedHashMap<>();
    /** The least that anybody of a class has taken who waits. */
    private final Map<Priority, Double> least = new EnumMap<>(Priority.class);

    private int size;

    int size() {
        return size;
    }

    void add(Ticket ticket) {
        Requester requester = ticket.wanted().requester();
        double others = least.getOrDefault(requester.priority(), 0.0);
        lines.computeIfAbsent(requester, absent -> new Line(absent, others)).add(ticket, others);
        size++;
    }

    boolean remove(Ticket ticket) {
        Line line = lines.get(ticket.wanted().requester());
        if (line == null || !line.remove(ticket)) {
            return false;
        }
        shrink();
        return true;
    }

    /** The ticket whose turn is next, which waits no longer; there must be one. */
    Ticket next() {
        Line line = waiting().min(NEXT).orElseThrow();
        least.put(line.requester().priority(), line.taken());
        Ticket next = line.take();
        shrink();
        return next;
    }

    /** A ticket that has to make room for one of that requester: it waits no longer. */
    Optional<Ticket> makeRoomFor(Requester requester) {
        Line own = lines.get(requester);
        double load = own == null ? 1 / requester.weight() : own.load(1);
        Optional<Ticket> found = waiting()
                .filter(line -> line != own && line.makesRoomFor(requester, load))
                .sorted(MAKES_ROOM_FIRST)
                .flatMap(line -> line.lastOfItsOwn().stream())
                .findFirst();
        found.ifPresent(this::remove);
        return found;
    }

    private Stream<Line> waiting() {
        return lines.values().stream().filter(line -> !line.isEmpty());
    }

    /** Where nobody waits nobody has to be told from others. */
    private void shrink() {
        size--;
        if (size == 0) {
            lines.clear();
            least.clear();
        } else {
            boolean isFull = lines.size() > size + MOST_ABSENT;
            lines.values()
                    .removeIf(line -> line.isEmpty()
                            && (isFull
                                    || line.taken()
                                            <= least.getOrDefault(
                                                    line.requester().priority(), 0.0)));
        }
    }
}
