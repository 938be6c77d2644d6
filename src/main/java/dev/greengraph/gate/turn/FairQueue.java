package dev.greengraph.gate.turn;

import org.jspecify.annotations.Nullable;

/**
 * An asynchronous lock: one ticket holds it, the others wait until it is released and a slot has come. Whose turn it is then
 * is decided at that moment, see {@link Lines}; of one requester it is the ticket that came first.
 */
public final class FairQueue {

    private final TurnListener listener;
    private final Lines waiting = new Lines();
    private long arrivals;
    /** Slots that have come and that no ticket has taken; never more than wait. */
    private int due;

    private @Nullable Ticket holder;
    private boolean isAdmitting;

    /** An empty queue. */
    public FairQueue(TurnListener listener) {
        this.listener = listener;
    }

    /** A new ticket, which waits once it has entered. */
    public synchronized Ticket ticket(Wanted wanted) {
        return new Ticket(this, wanted, arrivals++);
    }

    /** Tickets that wait. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** Whether no ticket holds the lock or waits for it. */
    public synchronized boolean isFree() {
        return holder == null && waiting.size() == 0;
    }

    synchronized void add(Ticket ticket) {
        waiting.add(ticket);
    }

    /** Whether another ticket made room; both in one step, so that its slot is not lost. */
    boolean displaceFor(Ticket ticket) {
        Ticket displaced = exchange(ticket);
        if (displaced == null) {
            return false;
        }
        listener.displaced(displaced.wanted().requester());
        displaced.refuse();
        return true;
    }

    private synchronized @Nullable Ticket exchange(Ticket ticket) {
        Ticket displaced = waiting.makeRoomFor(ticket.wanted().requester()).orElse(null);
        if (displaced != null) {
            waiting.add(ticket);
        }
        return displaced;
    }

    void giveUp(Ticket ticket) {
        if (stopWaiting(ticket)) {
            ticket.refuse();
        }
    }

    private synchronized boolean stopWaiting(Ticket ticket) {
        boolean wasWaiting = waiting.remove(ticket);
        due = Math.min(due, waiting.size());
        return wasWaiting;
    }

    /** One more ticket may have its turn. */
    void slotIsDue() {
        if (begins(1)) {
            admitWaiting();
        }
    }

    /** Hands the lock on; or, if the ticket was waiting, ends that, which is what it returns. */
    boolean release(Ticket ticket) {
        if (isHolder(ticket)) {
            if (begins(0)) {
                admitWaiting();
            }
            return false;
        }
        return stopWaiting(ticket);
    }

    private synchronized boolean isHolder(Ticket ticket) {
        boolean isHolder = holder == ticket;
        holder = isHolder ? null : holder;
        return isHolder;
    }

    /** Whether this thread has to admit the next tickets: the lock is free and no other thread does so already. */
    private synchronized boolean begins(int slots) {
        due = Math.min(due + slots, waiting.size());
        boolean isFirst = holder == null && !isAdmitting;
        isAdmitting |= isFirst;
        return isFirst;
    }

    /** A loop instead of recursion: tickets released as soon as they are admitted must not deepen the stack. */
    private void admitWaiting() {
        for (Ticket next = next(); next != null; next = next()) {
            listener.given(next.wanted().requester());
            next.admit();
        }
    }

    private synchronized @Nullable Ticket next() {
        boolean isAny = holder == null && due > 0;
        isAdmitting = isAny;
        if (!isAny) {
            return null;
        }
        due--;
        holder = waiting.next();
        return holder;
    }
}
