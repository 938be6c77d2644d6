package dev.greengraph.cache.notified;

import dev.greengraph.account.AccountId;
import io.smallrye.mutiny.Uni;

/**
 * What replicas share of notifications: what one was told all learn, and one at a time reads an account's queue. Nothing here
 * fails and nothing takes long: what cannot be shared is not.
 */
public interface SharedNotifications {

    /** One process does all. */
    SharedNotifications NONE = new SharedNotifications() {
        @Override
        public Uni<Void> tell(AccountId account, byte[] notification) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public void listen(Listener listener) {}

        @Override
        public Uni<Boolean> holdQueue(AccountId account) {
            return Uni.createFrom().item(true);
        }

        @Override
        public void releaseQueue(AccountId account) {}
    };

    /** Hears what other replicas tell. */
    interface Listener {

        /**
         * Another replica was told something, also before this one was there.
         *
         * @param notification as the upstream sent it
         */
        void told(AccountId account, byte[] notification);

        /** From now on some of what others are told is not heard. */
        void missed();
    }

    /** Tells the others; done when they can learn of it, or cannot. */
    Uni<Void> tell(AccountId account, byte[] notification);

    /** From now on the listener hears of others; called once, at start. */
    void listen(Listener listener);

    /**
     * Whether this replica is the one that reads the account's queue: it becomes that if no other is, and stays that until it
     * releases the queue, dies or cannot say any more that it is there.
     */
    Uni<Boolean> holdQueue(AccountId account);

    /** This replica reads the account's queue no more. */
    void releaseQueue(AccountId account);
}
