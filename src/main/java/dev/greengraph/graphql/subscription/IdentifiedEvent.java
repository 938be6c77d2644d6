package dev.greengraph.graphql.subscription;

/** An event that several subscriptions are told: who selects the same of it, and may read the same accounts, is shown the same. */
public interface IdentifiedEvent {

    /** Tells it from all other events of its account. */
    String identity();
}
