package dev.greengraph.graphql.subscription;

import io.smallrye.mutiny.Multi;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a subscription: the first one, which checks the arguments and finds the events, or that of one event,
 * which shows it as the selection says.
 */
public final class SubscriptionStep {

    /** Its name in the engine's context. */
    public static final String KEY = SubscriptionStep.class.getName();

    private final @Nullable Object event;
    private @Nullable Multi<?> events;

    private SubscriptionStep(@Nullable Object event) {
        this.event = event;
    }

    /** Finds the events. */
    public static SubscriptionStep first() {
        return new SubscriptionStep(null);
    }

    /** Shows one event. */
    public static SubscriptionStep of(Object event) {
        return new SubscriptionStep(event);
    }

    /** What is shown; empty at first. */
    Optional<Object> event() {
        return Optional.ofNullable(event);
    }

    /** What tells the event from others; empty if it is no {@link IdentifiedEvent}. */
    public Optional<String> identity() {
        return event instanceof IdentifiedEvent identified ? Optional.of(identified.identity()) : Optional.empty();
    }

    void found(Multi<?> found) {
        events = found;
    }

    /** The events; empty if the first execution failed. */
    public Optional<Multi<?>> events() {
        return Optional.ofNullable(events);
    }
}
