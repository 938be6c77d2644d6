package dev.greengraph.simulator.world.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How far an outgoing message got, and when: {@code pending → sent → delivered → read}, or one state that stays.
 *
 * @param steps at least one, in the order of time
 */
public record Delivery(List<Step> steps) {

    /** A state and when it was reached. */
    public record Step(Instant since, String state) {}

    public Delivery {
        steps = List.copyOf(steps);
    }

    /** A message that never changes its state. */
    public static Delivery stuck(Instant at, String state) {
        return new Delivery(List.of(new Step(at, state)));
    }

    /** A message to one person: two ticks within a minute, read within ten, one in six not read at all. */
    public static Delivery toPerson(Instant at, Random random) {
        Step pending = new Step(at, "pending");
        Step sent = new Step(at.plusSeconds(2), "sent");
        Step delivered = new Step(sent.since().plusSeconds(3 + random.nextInt(50)), "delivered");
        Duration untilRead = Duration.ofSeconds(5 + random.nextInt(540));
        if (random.nextInt(6) == 0) {
            return new Delivery(List.of(pending, sent, delivered));
        }
        return new Delivery(
                List.of(pending, sent, delivered, new Step(delivered.since().plus(untilRead), "read")));
    }

    /** A message to a group: it stays on one tick. */
    public static Delivery toGroup(Instant at) {
        return new Delivery(List.of(new Step(at, "pending"), new Step(at.plusSeconds(2), "sent")));
    }

    /** The same until a moment, and from then on in one state that stays. */
    public Delivery changed(Instant at, String state) {
        Stream<Step> past = steps.stream().filter(step -> step.since().isBefore(at));
        return new Delivery(Stream.concat(past, Stream.of(new Step(at, state))).toList());
    }

    /** The state at a moment; before the first step it is the first one. */
    public Step at(Instant now) {
        Step reached = steps.get(0);
        for (Step step : steps) {
            reached = step.since().isAfter(now) ? reached : step;
        }
        return reached;
    }
}
