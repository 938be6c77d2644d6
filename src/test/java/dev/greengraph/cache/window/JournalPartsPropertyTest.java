package dev.greengraph.cache.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.cache.freshness.JournalReading;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.RowReader;
import dev.greengraph.upstream.row.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** A journal that is read in parts is the same as one that is read whole, whatever comes late, twice, edited or in disorder. */
class JournalPartsPropertyTest {

    private static final int MINUTES = 60;
    private static final int STEPS = 60;
    private static final long START = 1_766_000_000L;
    private static final int LATEST = 120;
    /** What happens to a message happens within so many seconds. */
    private static final int LAST_CHANGE = 2_000;

    private static final JournalReading RULE = new JournalReading(Duration.ofMinutes(3), Duration.ofMinutes(20));

    @Property(tries = 60)
    void isTheSameAsAWholeOne(@ForAll long seed) {
        Random chance = new Random(seed);
        Upstream upstream = new Upstream(chance);
        int limit = chance.nextBoolean() ? 10_000 : 130;
        long now = START + 60 * MINUTES;
        Window held = Window.ofJournal(upstream.rows(now, MINUTES, limit), limit);
        long fetchedAt = now;
        long wholeAt = now;
        int parts = 0;
        for (int step = 0; step < STEPS; step++) {
            now += 5 + chance.nextInt(chance.nextInt(10) == 0 ? 900 : 60);
            OptionalInt part = RULE.part(
                    MINUTES,
                    held.entries(),
                    Instant.ofEpochSecond(fetchedAt),
                    Instant.ofEpochSecond(wholeAt),
                    Instant.ofEpochSecond(now));
            Window whole = Window.ofJournal(upstream.rows(now, MINUTES, limit), limit);
            if (part.isPresent()) {
                parts++;
                held = held.continuedBy(
                        upstream.rows(now, part.getAsInt(), limit),
                        limit,
                        Instant.ofEpochSecond(wholeAt),
                        Instant.ofEpochSecond(now - 60L * MINUTES));
            } else {
                held = whole;
                wholeAt = now;
            }
            fetchedAt = now;
            long from = Math.max(now - 60L * MINUTES, Math.max(completeFrom(whole), completeFrom(held)));
            assertEquals(lines(whole, from), lines(held, from), "step " + step);
            assertTrue(completeFrom(held) <= completeFrom(whole), "nothing is said to be missing that is there");
        }
        assertTrue(parts > STEPS / 3, parts + " parts");
    }

    private static long completeFrom(Window window) {
        return window.completeFrom().map(Instant::getEpochSecond).orElse(0L);
    }

    private static List<String> lines(Window window, long from) {
        return window.rows().stream()
                .filter(row -> row.saidSeconds() >= from)
                .map(row -> String.join(
                        " ",
                        row.place(),
                        String.valueOf(row.saidSeconds()),
                        String.valueOf(row.payload().textMessage()),
                        String.valueOf(row.isEdited()),
                        String.valueOf(row.isDeleted()),
                        String.valueOf(row.statusMessage())))
                .toList();
    }

    /** A message, and what happens to it. */
    private static final class Sent {
        private final String id;
        private final long at;
        private final long visibleAt;
        private final boolean isOutgoing;
        private final List<Change> changes = new ArrayList<>();
        /** As they were when so many of its changes were visible. */
        private final Map<Long, List<MessageRow>> rows = new HashMap<>();

        Sent(String id, long at, long visibleAt, boolean isOutgoing) {
            this.id = id;
            this.at = at;
            this.visibleAt = visibleAt;
            this.isOutgoing = isOutgoing;
        }
    }

    /** An edit, a deletion (without a text) or a receipt (with a status). */
    private record Change(
            String id,
            long at,
            long visibleAt,
            @Nullable String text,
            @Nullable String status) {}

    /** Two hours and more of messages of three chats. */
    private static final class Upstream {

        private final List<Sent> messages = new ArrayList<>();
        private final Random chance;
        private final boolean marksWork;
        private final boolean outgoing;
        private int ids;

        Upstream(Random chance) {
            this.chance = chance;
            this.marksWork = chance.nextBoolean();
            this.outgoing = chance.nextBoolean();
            for (long at = START; at < START + 4 * 3600; at += 1 + chance.nextInt(30)) {
                Sent sent = new Sent(id(), at, at + late(), outgoing);
                // Without marks a whole reading forgets an edit that is older than the journal; parts remember it.
                if (outgoing && marksWork) {
                    receipts(sent);
                }
                for (int edits = chance.nextInt(4) == 0 ? 1 + chance.nextInt(2) : 0; edits > 0; edits--) {
                    change(sent, "text " + chance.nextInt(1_000));
                }
                if (chance.nextInt(10) == 0) {
                    change(sent, null);
                }
                messages.add(sent);
            }
        }

        private String id() {
            return "3A%018d".formatted(++ids);
        }

        private int late() {
            return chance.nextInt(4) == 0 ? chance.nextInt(LATEST) : 0;
        }

        private void change(Sent sent, @Nullable String text) {
            long at = sent.at + 1 + chance.nextInt(LAST_CHANGE);
            sent.changes.add(new Change(id(), at, Math.max(at + late(), sent.visibleAt), text, null));
        }

        private void receipts(Sent sent) {
            long at = sent.at;
            for (String status : List.of("delivered", "read")) {
                at += 1 + chance.nextInt(LAST_CHANGE / 2);
                sent.changes.add(new Change("", at, at, null, status));
            }
        }

        Rows rows(long now, int minutes, int limit) {
            List<MessageRow> rows = new ArrayList<>();
            long from = now - 60L * minutes;
            for (Sent sent : messages) {
                if (sent.visibleAt <= now && sent.at + LAST_CHANGE >= from) {
                    long visible = sent.changes.stream()
                            .filter(change -> change.visibleAt <= now)
                            .count();
                    rows.addAll(sent.rows.computeIfAbsent(visible, first -> rowsOf(sent, now)));
                }
            }
            rows.removeIf(row -> row.saidSeconds() < from);
            Collections.shuffle(rows, chance);
            List<MessageRow> newest = rows.stream()
                    .sorted(Comparator.comparing(MessageRow::saidSeconds).reversed())
                    .limit(limit)
                    .toList();
            List<MessageRow> disordered = new ArrayList<>(newest);
            Collections.shuffle(disordered, chance);
            return new Rows(disordered, 0, 400 * disordered.size());
        }

        private List<MessageRow> rowsOf(Sent sent, long now) {
            List<MessageRow> rows = new ArrayList<>();
            ObjectNode entry = entry(sent.id, sent.at, sent).put("typeMessage", "textMessage");
            String text = "text of " + sent.id;
            boolean isDeleted = false;
            boolean isEdited = false;
            long lastEdit = 0;
            String status = "sent";
            for (Change change : sent.changes) {
                if (change.visibleAt <= now && change.status != null) {
                    status = change.status;
                    entry.put("timestamp", change.at);
                } else if (change.visibleAt <= now && change.text != null) {
                    isEdited = true;
                    // of two in one second the one with the later id, as everywhere
                    text = change.at >= lastEdit ? change.text : text;
                    lastEdit = Math.max(lastEdit, change.at);
                    ObjectNode event = entry(change.id, change.at, sent).put("typeMessage", "editedMessage");
                    event.putObject("editedMessageData")
                            .put("stanzaId", sent.id)
                            .put("textMessage", change.text);
                    rows.add(row(event));
                } else if (change.visibleAt <= now) {
                    isDeleted = true;
                    ObjectNode event = entry(change.id, change.at, sent).put("typeMessage", "deletedMessage");
                    event.putObject("deletedMessageData").put("stanzaId", sent.id);
                    rows.add(row(event));
                }
            }
            entry.put("textMessage", marksWork ? text : "text of " + sent.id)
                    .put("isEdited", marksWork && isEdited)
                    .put("isDeleted", marksWork && isDeleted);
            if (sent.isOutgoing) {
                entry.put("statusMessage", status);
            }
            rows.add(row(entry));
            if (sent.id.hashCode() % 7 == 0) {
                rows.add(row(entry));
            }
            return rows;
        }

        private ObjectNode entry(String id, long at, Sent sent) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("type", sent.isOutgoing ? "outgoing" : "incoming")
                    .put("idMessage", id)
                    .put("timestamp", at)
                    .put("chatId", (sent.id.hashCode() & 3) + "@c.us");
        }

        private static MessageRow row(ObjectNode entry) {
            return RowReader.row(entry, "incoming").orElseThrow();
        }
    }
}
