package dev.greengraph.simulator.world.entry;

import dev.greengraph.simulator.content.Content;
import dev.greengraph.simulator.content.QuotedContent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was said, what it answers, and what became of it.
 *
 * @param content what was said at first
 * @param quote the message it answers, or null
 * @param changes edits and the deletion, in the order of time
 */
public record EntryContent(Content content, @Nullable QuotedContent quote, List<Change> changes) {

    /**
     * An edit or the deletion of a message.
     *
     * @param eventId id of the entry that reports it
     * @param at when it happened
     * @param becomes what the message says from then on; null for a deletion, which leaves the text readable
     */
    public record Change(
            String eventId, Instant at, @Nullable Content becomes) {}

    public EntryContent {
        changes = List.copyOf(changes);
    }

    public static EntryContent of(Content content) {
        return new EntryContent(content, null, List.of());
    }

    public static EntryContent answering(Content content, QuotedContent quote) {
        return new EntryContent(content, quote, List.of());
    }

    public EntryContent changed(Change change) {
        return new EntryContent(
                content,
                quote,
                Stream.concat(changes.stream(), Stream.of(change)).toList());
    }

    /** The content as it reads at a moment. */
    public Content contentAt(Instant now) {
        Content current = content;
        for (Change change : changes) {
            Content becomes = change.becomes();
            current = becomes == null || change.at().isAfter(now) ? current : becomes;
        }
        return current;
    }

    /** The last event that edited the message before a moment. */
    public Optional<Change> edit(Instant now) {
        return changes.stream()
                .filter(change -> change.becomes() != null && !change.at().isAfter(now))
                .reduce((earlier, later) -> later);
    }

    /** The event that deleted the message before a moment. */
    public Optional<Change> deletion(Instant now) {
        return changes.stream()
                .filter(change -> change.becomes() == null && !change.at().isAfter(now))
                .findFirst();
    }
}
