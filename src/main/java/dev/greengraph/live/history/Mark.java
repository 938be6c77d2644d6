package dev.greengraph.live.history;

import dev.greengraph.upstream.row.MessageRow;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A row as somebody was told of it. Two rows of one message that look the same to a reader have the same content.
 *
 * @param row names the message in few bytes
 * @param content stands for what a reader sees
 * @param seconds its time, as the upstream gave it
 */
public record Mark(long row, int content, long seconds) {

    /** The constants of FNV-1a. */
    private static final long OFFSET = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    /** The mark of a complete row. */
    public static Mark of(MessageRow row) {
        return new Mark(name(row), content(row), row.saidSeconds());
    }

    /** The name of a complete row; no two rows of an account have the same one, but by a chance of one in many billions. */
    public static long name(MessageRow row) {
        long name = OFFSET;
        for (byte next : row.place().getBytes(StandardCharsets.UTF_8)) {
            name = (name ^ (next & 0xff)) * PRIME;
        }
        return name;
    }

    private static int content(MessageRow row) {
        String shown = String.join(
                "\u0000",
                String.valueOf(row.statusMessage()),
                String.valueOf(row.isEdited()),
                String.valueOf(row.isDeleted()),
                String.valueOf(row.typeMessage()),
                row.payload().withoutRepetition().toString(),
                String.valueOf(row.quotedMessage()),
                String.valueOf(row.raw()));
        CRC32 content = new CRC32();
        content.update(shown.getBytes(StandardCharsets.UTF_8));
        return (int) content.getValue();
    }
}
