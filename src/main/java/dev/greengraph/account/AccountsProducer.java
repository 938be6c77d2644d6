package dev.greengraph.account;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes {@link Accounts} of the configuration, once, at start. */
class AccountsProducer {

    @Produces
    @Singleton
    Accounts accounts(AccountsConfig config) {
        return AccountsReader.read(config);
    }
}
