package dev.greengraph.runtime;

import dev.greengraph.gate.Delay;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Waits by a timer, in whole milliseconds; rounded up, since a call sent too early could break the spacing. */
@Singleton
class TimerDelay implements Delay {

    @Override
    public Uni<Void> of(Duration time) {
        Duration whole = Duration.ofMillis(time.plusNanos(999_999).toMillis());
        return Uni.createFrom().voidItem().onItem().delayIt().by(whole);
    }
}
