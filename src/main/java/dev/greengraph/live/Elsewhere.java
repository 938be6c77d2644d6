package dev.greengraph.live;

import dev.greengraph.live.history.Position;
import dev.greengraph.live.history.ToldState;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What subscribers who come from another replica were told there, and how that differs from what is known here. When a replica
 * ends, all its subscribers come at once: they share one look, and those who come from one position share one comparison.
 */
final class Elsewhere {

    /** Most comparisons that are kept; in most cases all subscribers come from the last position. */
    private static final int MOST = 100;

    private final ChangeFeed.Terms terms;
    private final Map<String, Uni<Optional<ToldState>>> found = new ConcurrentHashMap<>();
    private final Map<Position, Difference> differences = new HashMap<>();

    Elsewhere(ChangeFeed.Terms terms) {
        this.terms = terms;
    }

    /** What was told where that position is from; empty if that is not known. Who comes before it is kept waits for it. */
    Uni<Optional<ToldState>> told(Position position) {
        if (!terms.shared().isShared() || position.rest() > 0) {
            return Uni.createFrom().item(Optional.empty());
        }
        return find(position.history())
                .chain(state -> state.map(ToldState::last).orElse(Long.MAX_VALUE) < position.number()
                        ? terms.time().delay().of(Watch.BETWEEN_STATES).chain(() -> find(position.history()))
                        : Uni.createFrom().item(state));
    }

    private Uni<Optional<ToldState>> find(String history) {
        return found.computeIfAbsent(
                history,
                name -> terms.shared()
                        .find(terms.account(), name)
                        .invoke(state -> forgetSoon(name))
                        .memoize()
                        .indefinitely());
    }

    private void forgetSoon(String history) {
        terms.time().delay().of(Watch.BETWEEN_STATES).subscribe().with(passed -> found.remove(history));
    }

    /** How a history differs from what was told up to that position; empty if that is not known. With the feed's lock only. */
    Optional<Difference> difference(ChangeHistory here, Position position, ToldState told) {
        Difference known = differences.get(position);
        return known != null || !here.isRead()
                ? Optional.ofNullable(known)
                : told.at(position.number()).map(rows -> {
                    Difference made = new Difference(rows, terms.now());
                    here.compareWith(made);
                    if (differences.size() >= MOST) {
                        differences.clear();
                    }
                    differences.put(position, made);
                    return made;
                });
    }

    /** The history has a change more. With the feed's lock only. */
    void changed() {
        differences.clear();
    }
}
