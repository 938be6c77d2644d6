package dev.greengraph.gate.turn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The waiting tickets of one requester in the order of their coming. Not thread-safe. */
final class Line {

    private final Requester requester;
    private final Deque<Ticket> tickets = new ArrayDeque<>();
    /** The requester's turns so far divided by its weight; who has the least is next. */
    private double taken;

    /** @param taken what the others of its class have at least: absence saves nothing up */
    Line(Requester requester, double taken) {
        this.requester = requester;
        this.taken = taken;
    }

    Requester requester() {
        return requester;
    }

    double taken() {
        return taken;
    }

    boolean isEmpty() {
        return tickets.isEmpty();
    }

    /** Adds a ticket; a requester that was absent begins where the others are. */
    void add(Ticket ticket, double least) {
        if (tickets.isEmpty()) {
            taken = Math.max(taken, least);
        }
        tickets.add(ticket);
    }

    boolean remove(Ticket ticket) {
        return tickets.remove(ticket);
    }

    /** When its first ticket came. */
    long firstArrival() {
        return tickets.element().arrival();
    }

    /** Its first ticket gets a turn. */
    Ticket take() {
        taken += 1 / requester.weight();
        return tickets.remove();
    }

    /** How many of its tickets wait for each unit of its weight. */
    double load(int more) {
        return (tickets.size() + more) / requester.weight();
    }

    /** Whether one of its tickets has to make room for another requester, who waits with that load then. */
    boolean makesRoomFor(Requester other, double load) {
        int rank = requester.priority().compareTo(other.priority());
        return rank < 0 || (rank == 0 && load <= load(-1));
    }

    /** The ticket that came last among those that nobody else waits for. */
    Optional<Ticket> lastOfItsOwn() {
        @Nullable Ticket found = null;
        for (Iterator<Ticket> backwards = tickets.descendingIterator(); backwards.hasNext() && found == null; ) {
            Ticket ticket = backwards.next();
            found = ticket.wanted().isSharedWithOthers() ? null : ticket;
        }
        return Optional.ofNullable(found);
    }
}
