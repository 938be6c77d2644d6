package dev.greengraph.startup.warmup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.testsupport.ManualDelay;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    private static final Duration MOST = Duration.ofSeconds(2);

    private final ManualClock clock = new ManualClock();
    private final ManualDelay delay = new ManualDelay(clock);
    private final List<String> played = new ArrayList<>();

    @Test
    void playsAllDocumentsUntilThereWereEnoughRounds() {
        rehearse(document -> Uni.createFrom().item(played.add(document)))
                .assertCompleted()
                .assertItem(1_000);

        assertEquals(List.of("a", "b", "a", "b"), played.subList(0, 4));
        assertEquals(2_000, played.size());
        assertEquals(0, delay.pending());
    }

    @Test
    void aDocumentThatFailsIsNoReasonToStop() {
        rehearse(document -> {
                    played.add(document);
                    if (document.equals("a")) {
                        throw new IllegalStateException("unplayable");
                    }
                    return Uni.createFrom().failure(new IllegalStateException("failed"));
                })
                .assertCompleted();

        assertEquals(2_000, played.size());
    }

    @Test
    void aDocumentThatHangsEndsWithTheTime() {
        UniAssertSubscriber<Integer> rehearsal =
                rehearse(document -> played.add(document) ? Uni.createFrom().nothing() : null);

        clock.advance(MOST.minusMillis(1));
        rehearsal.assertNotTerminated();
        clock.advance(Duration.ofMillis(1));
        rehearsal.assertCompleted().assertItem(0);
        assertEquals(List.of("a"), played);
    }

    @Test
    void nothingIsPlayedOnceTheTimeIsOver() {
        UniAssertSubscriber<Integer> rehearsal = rehearse(document -> {
            played.add(document);
            return delay.of(Duration.ofMillis(500));
        });

        clock.advance(Duration.ofMinutes(1));

        rehearsal.assertCompleted();
        assertEquals(List.of("a", "b", "a", "b"), played);
        assertEquals(0, delay.pending());
    }

    private UniAssertSubscriber<Integer> rehearse(Function<String, Uni<?>> play) {
        return new Rehearsal(delay::of, MOST, play)
                .of(List.of("a", "b"))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }
}
