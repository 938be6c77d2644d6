package dev.greengraph.startup.warmup;

import dev.greengraph.gate.Delay;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Plays documents one after the other, round after round, until there were enough rounds or the time is over. */
final class Rehearsal {

    /** The JVM compiles a method for good after some ten thousand calls; a page has a hundred rows. */
    static final int ENOUGH = 1_000;

    private final Delay delay;
    private final Duration most;
    private final Function<String, Uni<?>> play;

    /** @param play one document; what fails is not played less often */
    Rehearsal(Delay delay, Duration most, Function<String, Uni<?>> play) {
        this.delay = delay;
        this.most = most;
        this.play = play;
    }

    /** Ends with the number of whole rounds. A document that hangs ends with the time. */
    Uni<Integer> of(List<String> documents) {
        AtomicInteger rounds = new AtomicInteger();
        Uni<Integer> enough = Multi.createBy()
                .repeating()
                .uni(() -> round(documents).map(played -> rounds.incrementAndGet()))
                .atMost(ENOUGH)
                .collect()
                .last();
        return Uni.combine().any().of(enough, delay.of(most).map(over -> rounds.get()));
    }

    private Uni<List<String>> round(List<String> documents) {
        return Multi.createFrom()
                .iterable(documents)
                .onItem()
                .transformToUniAndConcatenate(this::played)
                .collect()
                .asList();
    }

    private Uni<String> played(String document) {
        return Uni.createFrom()
                .deferred(() -> play.apply(document).replaceWith(document))
                .onFailure()
                .recoverWithItem(document);
    }
}
