package dev.greengraph.live.history;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody knows who was told all changes of a history, and what was different before each of the last ones: so it can
 * be said what somebody knows who was told only some of them.
 *
 * @param last the number of the last change
 * @param rows all rows, as they were told
 * @param changes the last changes, the oldest first
 */
public record ToldState(long last, Collection<Mark> rows, List<Before> changes) {

    /** Tells the form from later ones. */
    private static final byte FORM = 1;

    private static final int BYTES_OF_MARK = 2 * Long.BYTES + Integer.BYTES;
    private static final int BYTES_OF_CHANGE = 1 + BYTES_OF_MARK;

    /**
     * What a change changed.
     *
     * @param row names the message
     * @param mark how it was before; absent if it was not there
     */
    public record Before(long row, @Nullable Mark mark) {}

    /** What somebody knows who was told all changes up to that number, by name; empty if that is not known any more. */
    public Optional<Map<Long, Mark>> at(long number) {
        long later = last - number;
        if (later < 0 || later > changes.size()) {
            return Optional.empty();
        }
        Map<Long, Mark> told = new HashMap<>(rows.size() * 2);
        rows.forEach(mark -> told.put(mark.row(), mark));
        for (int i = changes.size() - 1; i >= changes.size() - later; i--) {
            Before before = changes.get(i);
            if (before.mark() == null) {
                told.remove(before.row());
            } else {
                told.put(before.row(), before.mark());
            }
        }
        return Optional.of(told);
    }

    /** All of it, in few bytes. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(
                1 + Long.BYTES + 2 * Integer.BYTES + rows.size() * BYTES_OF_MARK + changes.size() * BYTES_OF_CHANGE);
        bytes.put(FORM).putLong(last).putInt(rows.size());
        rows.forEach(mark -> put(bytes, mark));
        bytes.putInt(changes.size());
        for (Before before : changes) {
            bytes.put((byte) (before.mark() == null ? 0 : 1));
            put(bytes, before.mark() == null ? new Mark(before.row(), 0, 0) : before.mark());
        }
        return bytes.array();
    }

    private static void put(ByteBuffer bytes, Mark mark) {
        bytes.putLong(mark.row()).putInt(mark.content()).putLong(mark.seconds());
    }

    /** Reads what {@link #bytes} wrote; empty for anything else, such as what a later version writes. */
    public static Optional<ToldState> read(byte[] written) {
        ByteBuffer bytes = ByteBuffer.wrap(written);
        try {
            return bytes.get() == FORM ? Optional.of(read(bytes)) : Optional.empty();
        } catch (BufferUnderflowException cutOff) {
            return Optional.empty();
        }
    }

    private static ToldState read(ByteBuffer bytes) {
        long last = bytes.getLong();
        List<Mark> rows = new ArrayList<>();
        for (int rest = bytes.getInt(); rest > 0; rest--) {
            rows.add(mark(bytes));
        }
        List<Before> changes = new ArrayList<>();
        for (int rest = bytes.getInt(); rest > 0; rest--) {
            boolean wasThere = bytes.get() == 1;
            Mark mark = mark(bytes);
            changes.add(new Before(mark.row(), wasThere ? mark : null));
        }
        return new ToldState(last, rows, changes);
    }

    private static Mark mark(ByteBuffer bytes) {
        return new Mark(bytes.getLong(), bytes.getInt(), bytes.getLong());
    }
}
