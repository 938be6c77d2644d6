package dev.greengraph.live;

import dev.greengraph.live.history.Mark;
import dev.greengraph.live.history.Position;
import dev.greengraph.live.history.ToldState;
import dev.greengraph.upstream.row.MessageRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What subscribers of an account are told: both journals as they were read last, and the last changes, each with a position
 * that only grows. Not for use by several threads.
 */
final class ChangeHistory {

    private final String name;
    private final int most;
    private final KnownRows incoming = new KnownRows();
    private final KnownRows outgoing = new KnownRows();
    private final Deque<Told> changes = new ArrayDeque<>();
    private long last;

    private record Told(Change change, ToldState.Before before) {}

    /**
     * Without a change.
     *
     * @param name tells this history from those of other processes and times
     * @param most changes that are kept
     */
    ChangeHistory(String name, int most) {
        this.name = name;
        this.most = most;
    }

    String name() {
        return name;
    }

    /** Takes a newer reading of a journal and returns what it changed, oldest first. */
    List<Change> learn(List<MessageRow> rows, boolean isOutgoing) {
        return (isOutgoing ? outgoing : incoming)
                .learn(rows).stream().map(this::add).toList();
    }

    private Change add(KnownRows.Seen seen) {
        last++;
        Change change = change(seen, end());
        changes.add(new Told(change, new ToldState.Before(Mark.name(seen.row()), seen.before())));
        if (changes.size() > most) {
            changes.remove();
        }
        return change;
    }

    private static Change change(KnownRows.Seen seen, Position position) {
        return new Change(position.text(), seen.isNew() ? Change.Kind.ADDED : Change.Kind.CHANGED, seen.row());
    }

    private Position end() {
        return new Position(name, last);
    }

    /** Whether both journals were read. */
    boolean isRead() {
        return incoming.hasBaseline() && outgoing.hasBaseline();
    }

    /** What happened after that position; empty if that is not known any more, or never was. */
    Optional<List<Change>> after(Position position) {
        long later = last - position.number();
        boolean isKnown =
                position.history().equals(name) && position.rest() == 0 && later >= 0 && later <= changes.size();
        return isKnown
                ? Optional.of(changes.stream()
                        .skip(changes.size() - later)
                        .map(Told::change)
                        .toList())
                : Optional.empty();
    }

    /** Compares what somebody was told elsewhere with what is known here. */
    void compareWith(Difference told) {
        incoming.forEach(told::compare);
        outgoing.forEach(told::compare);
    }

    /**
     * Changes that lead up to the last one of this history, for somebody who was told of others elsewhere. Only after the
     * last of them can be gone on from here: this history does not know who was told the first ones only.
     */
    List<Change> upToNow(List<KnownRows.Seen> seen) {
        List<Change> told = new ArrayList<>();
        for (KnownRows.Seen each : seen) {
            told.add(change(each, new Position(name, last, seen.size() - told.size() - 1)));
        }
        return told;
    }

    /** Tells that changes were left out, up to the last one. */
    Change missed() {
        return new Change(end().text(), Change.Kind.MISSED, null);
    }

    /** What whoever was told all of it knows. */
    ToldState state() {
        List<Mark> marks = new ArrayList<>();
        incoming.forEach(known -> marks.add(known.mark()));
        outgoing.forEach(known -> marks.add(known.mark()));
        return new ToldState(last, marks, changes.stream().map(Told::before).toList());
    }
}
