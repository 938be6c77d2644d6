package dev.greengraph.live;

import dev.greengraph.account.AccountId;
import dev.greengraph.live.history.SharedHistories;
import dev.greengraph.live.history.ToldState;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What replicas of a test keep for each other, as bytes, unless it is away. */
final class KeptHistories implements SharedHistories {

    boolean isAway;
    int keeps;
    int finds;
    private final Map<String, byte[]> kept = new HashMap<>();

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void keep(AccountId account, String history, ToldState state) {
        keeps++;
        if (!isAway) {
            kept.put(account + " " + history, state.bytes());
        }
    }

    @Override
    public Uni<Optional<ToldState>> find(AccountId account, String history) {
        return Uni.createFrom().item(() -> {
            finds++;
            return isAway
                    ? Optional.empty()
                    : Optional.ofNullable(kept.get(account + " " + history)).flatMap(ToldState::read);
        });
    }
}
