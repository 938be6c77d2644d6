package dev.greengraph.layoutfixture.cache;

import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.Supplier;

/** Every way to read the time or to wait that is not passed in, beside two that are allowed: the rules must find them. Nothing calls it. */
public class HiddenTime {
    final Instant instant = Instant.now();
    final LocalDateTime local = LocalDateTime.now();
    final long millis = System.currentTimeMillis();
    final Clock clock = Clock.systemUTC();
    final Instant allowed = Instant.now(clock);
    final Supplier<Instant> reference = Instant::now;

    void sleeps() throws InterruptedException {
        Thread.sleep(1);
    }

    @Produces
    Clock produced() {
        return Clock.systemUTC();
    }
}
