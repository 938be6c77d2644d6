package dev.greengraph.upstream.row;

import java.util.List;

/**
 * What one answer held.
 *
 * @param rows the entries that could be read, in the upstream's order
 * @param unreadable entries that were no objects and were skipped
 * @param bytes size of the answer's body, decompressed
 */
public record Rows(List<MessageRow> rows, int unreadable, int bytes) {

    /** Keeps a copy of the rows. */
    public Rows {
        rows = List.copyOf(rows);
    }

    /** All entries of the answer, readable or not: fewer than asked for means that the upstream has no more. */
    public int entries() {
        return rows.size() + unreadable;
    }
}
