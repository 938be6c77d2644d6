package dev.greengraph.graphql.message;

import dev.greengraph.cache.AccountRepository;
import dev.greengraph.cache.Lookup;
import dev.greengraph.cache.Reading;
import dev.greengraph.cache.window.Window;
import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.graphql.participant.Chat;
import java.util.function.Predicate;

/**
 * Reads a chat's history as deep as a page needs. The upstream has no cursor, so an older page means a larger window:
 * the next size is asked only if the one at hand neither settles the page nor holds all there is.
 */
public final class HistoryReader {

    private final AccountRepository repository;
    private final Chat chat;
    private final ConnectionMapping mapping;

    /** Reads pages of that mapping. */
    public HistoryReader(AccountRepository repository, Chat chat, ConnectionMapping mapping) {
        this.repository = repository;
        this.chat = chat;
        this.mapping = mapping;
    }

    /** The page; {@code hasNextPage} is true as long as the upstream may have more. */
    public Lookup<MessageConnection> page() {
        int count = mapping.position().length() + 1;
        return certain(repository.history(chat.upstreamId(), count), mapping::reaches, count)
                .chain(reading -> pageOrDeeper(reading, count));
    }

    private Lookup<MessageConnection> pageOrDeeper(Reading<Window> reading, int count) {
        Window window = reading.value();
        int covered = Math.max(count, window.entries());
        boolean isWhole = !window.mayGoOn() || covered >= WindowSizes.DEEPEST;
        Reading<Window> certain = isWhole ? reading : reading.map(Window::withoutOldestSecond);
        return isWhole || mapping.reachesBegin(window) || mapping.isCertain(certain)
                ? Lookup.held(mapping.pageOfHistory(certain, isWhole))
                : deeper(reading, covered + 1);
    }

    /** An older deep window will do as long as it reaches up to the one at hand; else messages would be missing between. */
    private Lookup<MessageConnection> deeper(Reading<Window> shallow, int count) {
        return certain(
                        repository.history(chat.upstreamId(), count),
                        deep -> meets(shallow, deep) && mapping.reaches(deep),
                        count)
                .chain(deep -> pageOrDeeper(deep, count));
    }

    /** A window in which nothing is missing where the page begins: the one at hand, else one that is asked for now. */
    private Lookup<Reading<Window>> certain(
            Lookup<Reading<Window>> atHand, Predicate<Reading<Window>> isCertain, int count) {
        return atHand.chain(reading ->
                isCertain.test(reading) ? Lookup.held(reading) : repository.historyAnew(chat.upstreamId(), count));
    }

    private static boolean meets(Reading<Window> shallow, Reading<Window> deep) {
        boolean isOlder =
                deep.freshness().fetchedAt().isBefore(shallow.freshness().fetchedAt());
        return !isOlder || deep.value().reachesUpTo(shallow.value());
    }
}
