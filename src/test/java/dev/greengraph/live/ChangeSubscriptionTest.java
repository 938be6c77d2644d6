package dev.greengraph.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.live.Change.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeSubscriptionTest {

    private final List<String> taken = new ArrayList<>();

    private final Subscriber<Change> reader = new Subscriber<>() {
        @Override
        public void onSubscribe(Subscription subscription) {}

        @Override
        public void onNext(Change change) {
            taken.add(change.kind() + " " + change.position());
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    };

    private final ChangeSubscription subscription = new ChangeSubscription(reader, 1, () -> taken.add("left"));

    @BeforeEach
    void begin() {
        subscription.begin(List.of(change("a.1")));
    }

    @Test
    void givesAsManyAsAreAskedForInOrder() {
        subscription.offer(change("a.2"));
        assertEquals(List.of(), taken);

        subscription.request(1);
        assertEquals(List.of("ADDED a.1"), taken);
        subscription.request(Long.MAX_VALUE);
        subscription.offer(change("a.3"));
        assertEquals(List.of("ADDED a.1", "ADDED a.2", "ADDED a.3"), taken);
    }

    @Test
    void tellsASlowReaderOnceThatItMissedSome() {
        subscription.offer(change("a.2"));
        subscription.offer(change("a.3"));
        subscription.offer(change("a.4"));

        subscription.request(1);
        subscription.offer(change("a.5"));
        subscription.request(5);

        assertEquals(List.of("MISSED a.4", "ADDED a.5"), taken);
    }

    @Test
    void givesNothingUntilItIsKnownWhereItGoesOn() {
        ChangeSubscription next = new ChangeSubscription(reader, 1, () -> {});
        next.request(Long.MAX_VALUE);
        next.offer(change("a.2"));
        assertEquals(List.of(), taken);

        next.begin(List.of(change("a.2")));
        next.offer(change("a.3"));
        assertEquals(List.of("ADDED a.2", "ADDED a.3"), taken);
    }

    @Test
    void givesNothingToWhoHasLeft() {
        subscription.cancel();
        subscription.request(5);
        subscription.offer(change("a.2"));

        assertEquals(List.of("left"), taken);
    }

    private static Change change(String position) {
        return new Change(position, Kind.ADDED, null);
    }
}
