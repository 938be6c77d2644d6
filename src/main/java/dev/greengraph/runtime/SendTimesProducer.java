package dev.greengraph.runtime;

import dev.greengraph.cache.window.SendTimes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One memory of send times for all accounts of the process. */
class SendTimesProducer {

    @Produces
    @Singleton
    SendTimes sendTimes() {
        return new SendTimes();
    }
}
