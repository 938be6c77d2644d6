package dev.greengraph.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last changes of an account, each with a position that only grows. Not for use by several threads. */
final class ChangeHistory {

    private final String name;
    private final int most;
    private final Deque<Change> changes = new ArrayDeque<>();
    private long last;

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

    Change add(KnownRows.Seen seen) {
        last++;
        Change change = new Change(position(last), seen.isNew() ? Change.Kind.ADDED : Change.Kind.CHANGED, seen.row());
        changes.add(change);
        if (changes.size() > most) {
            changes.remove();
        }
        return change;
    }

    /** What happened after that position; empty if that is not known any more, or never was. */
    Optional<List<Change>> after(String position) {
        String digits = position.substring(position.lastIndexOf('.') + 1);
        long number = digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : -1;
        boolean isKnown = position.equals(position(number)) && number <= last && number >= last - changes.size();
        return isKnown
                ? Optional.of(
                        changes.stream().skip(changes.size() - (last - number)).toList())
                : Optional.empty();
    }

    private String position(long number) {
        return name + "." + number;
    }
}
