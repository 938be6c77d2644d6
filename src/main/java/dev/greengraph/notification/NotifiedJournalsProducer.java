package dev.greengraph.notification;

import dev.greengraph.cache.notified.NotifiedJournals;
import dev.greengraph.cache.notified.NotifiedJournals.Trust;
import dev.greengraph.gate.Timing;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One memory of notifications for all accounts of the process. */
class NotifiedJournalsProducer {

    @Produces
    @Singleton
    NotifiedJournals notifiedJournals(NotificationConfig config, Timing time) {
        return new NotifiedJournals(time.clock(), new Trust(config.freshFor(), config.silence()));
    }
}
