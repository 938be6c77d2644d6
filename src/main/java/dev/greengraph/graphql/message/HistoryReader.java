package dev.greengraph.graphql.message;

import dev.greengraph.graphql.chat.Chat;
import dev.greengraph.journal.Journal;
import dev.greengraph.journal.Reading;
import dev.greengraph.journal.Window;
import io.smallrye.mutiny.Uni;

/**
 * Reads a chat's history as deep as a page needs. The upstream has no cursor, so an older page means a larger window:
 * the next size is asked only if the one at hand neither fills the page nor holds all there is.
 */
public final class HistoryReader {

    private final Journal journal;
    private final Chat chat;
    private final ConnectionMapping mapping;

    /** Reads pages of that mapping. */
    public HistoryReader(Journal journal, Chat chat, ConnectionMapping mapping) {
        this.journal = journal;
        this.chat = chat;
        this.mapping = mapping;
    }

    /** The page; {@code hasNextPage} is true as long as the upstream may have more. */
    public Uni<MessageConnection> page() {
        return read(mapping.first() + 1);
    }

    private Uni<MessageConnection> read(int count) {
        return journal.history(chat.upstreamId(), Math.min(count, Journal.DEEPEST))
                .chain(reading -> pageOrDeeper(reading, count));
    }

    private Uni<MessageConnection> pageOrDeeper(Reading<Window> reading, int count) {
        int entries = reading.value().entries();
        boolean isWhole = entries < count || count >= Journal.DEEPEST || !Journal.mayGoOnAfter(entries);
        MessageConnection page = mapping.page(reading, reading.value().rows(), isWhole);
        boolean isFull = page.nodes().size() == mapping.first();
        return isFull || isWhole ? Uni.createFrom().item(page) : read(entries + 1);
    }
}
