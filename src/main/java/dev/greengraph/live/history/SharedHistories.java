package dev.greengraph.live.history;

import dev.greengraph.account.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * What replicas know of each other's histories, so that a subscriber can go on at another one. Nothing here fails and nothing
 * takes long: what cannot be shared is not.
 */
public interface SharedHistories {

    /** For so long after it was last kept a state is found. */
    Duration REMEMBERED = Duration.ofMinutes(10);

    /** One process does all. */
    SharedHistories NONE = new SharedHistories() {
        @Override
        public boolean isShared() {
            return false;
        }

        @Override
        public void keep(AccountId account, String history, ToldState state) {}

        @Override
        public Uni<Optional<ToldState>> find(AccountId account, String history) {
            return Uni.createFrom().item(Optional.empty());
        }
    };

    /** Whether there are other replicas to share with. */
    boolean isShared();

    /** Keeps what subscribers of an account were told here, in place of what was kept under that name. */
    void keep(AccountId account, String history, ToldState state);

    /** What subscribers of an account were told where the history has that name; empty if that is not known. */
    Uni<Optional<ToldState>> find(AccountId account, String history);
}
