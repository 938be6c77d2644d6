package dev.greengraph.replica;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.notified.SharedNotifications;
import dev.greengraph.cache.shared.SharedAnswer;
import dev.greengraph.cache.shared.Turn;
import dev.greengraph.gate.Delay;
import dev.greengraph.replica.script.NotificationScripts;
import dev.greengraph.replica.script.RedisScript;
import dev.greengraph.replica.value.KeyNames;
import dev.greengraph.replica.value.ValueCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Notifications in Redis: a stream for each account with those of the last minutes. A notice says that there is a new one; a
 * replica that comes, or comes back, reads the stream from its beginning, since to take one twice is harmless. Which replica
 * reads an account's queue is a lease, which is renewed like a turn.
 */
final class RedisNotifications implements SharedNotifications {

    /** By then the journals hold what was told. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    /** Most notifications of an account in its stream. */
    private static final int MOST = 500;
    /** Read in one step. */
    private static final int BATCH = 50;
    /** A larger one, compressed, is left to the journal: no step of the server takes long. */
    private static final int LARGEST = 1 << 16;

    private static final String TOLD = "told";

    private final RedisLink link;
    private final RedisAnswers.Terms terms;
    private final Turns turns;
    private final Map<AccountId, Told> byAccount;
    private final Map<String, Told> byName;

    /**
     * Begins when somebody listens.
     *
     * @param accounts all that are configured
     */
    RedisNotifications(RedisLink link, RedisAnswers.Terms terms, Collection<AccountId> accounts, Delay delay) {
        this.link = link;
        this.terms = terms;
        this.turns = new Turns(link, delay, terms.replica(), terms.lease());
        this.byAccount = accounts.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Told::new));
        this.byName = byAccount.values().stream()
                .collect(Collectors.toUnmodifiableMap(told -> told.names.told(), Function.identity()));
    }

    @Override
    public Uni<Void> tell(AccountId account, byte[] notification) {
        String name = told(account).names.told();
        byte[] value = terms.codec().encode(new SharedAnswer.Body(notification), name);
        if (value.length > LARGEST) {
            return Uni.createFrom().voidItem();
        }
        List<byte[]> arguments = RedisScript.arguments(
                value,
                terms.replica(),
                MOST,
                REMEMBERED.toMillis(),
                terms.names().channel(),
                terms.replica() + " " + TOLD + " " + name);
        return orNothing(link.run(NotificationScripts.TELL, List.of(name), arguments));
    }

    @Override
    public void listen(Listener listener) {
        link.alsoTell(new Scripts.Listener() {
            @Override
            public void joined() {
                byAccount.values().forEach(told -> told.readFromBeginning(listener));
            }

            @Override
            public void hear(String notice) {
                String[] parts = notice.split(" ", 3);
                if (parts.length == 3 && parts[1].equals(TOLD) && !parts[0].equals(terms.replica())) {
                    Optional.ofNullable(byName.get(parts[2])).ifPresent(told -> told.read(listener));
                }
            }

            @Override
            public void lost() {
                byAccount.values().forEach(told -> told.holds(false));
                listener.missed();
            }
        });
    }

    @Override
    public Uni<Boolean> holdQueue(AccountId account) {
        Told told = told(account);
        List<byte[]> arguments =
                RedisScript.arguments(told.lease.name(), terms.lease().toMillis());
        return link.run(NotificationScripts.HOLD, List.of(told.names.queue()), arguments)
                .map(reply -> reply.toInteger() == 1)
                .onFailure(RedisLink.Away.class)
                .recoverWithItem(false)
                .invoke(told::holds);
    }

    @Override
    public void releaseQueue(AccountId account) {
        Told told = told(account);
        told.holds(false);
        orNothing(link.run(
                        NotificationScripts.RELEASE,
                        List.of(told.names.queue()),
                        RedisScript.arguments(told.lease.name())))
                .subscribe()
                .with(released -> {});
    }

    private Told told(AccountId account) {
        Told told = byAccount.get(account);
        return told == null ? new Told(account) : told;
    }

    private static Uni<Void> orNothing(Uni<Response> done) {
        return done.replaceWithVoid().onFailure(RedisLink.Away.class).recoverWithNull();
    }

    /** What this replica has read of one account's stream, and whether it reads its queue. */
    private final class Told {

        private final AccountId account;
        private final KeyNames.Notifications names;
        private final Turn lease;
        private boolean isHeld;
        private boolean isReading;
        private boolean isMore;
        private String last = "0";

        Told(AccountId account) {
            this.account = account;
            this.names = terms.names().notifications(terms.idInstances().apply(account));
            this.lease = turns.next();
        }

        /** The lease is renewed as long as it is ours. */
        synchronized void holds(boolean held) {
            if (held && !isHeld) {
                turns.taken(lease, names.queue());
            } else if (!held && isHeld) {
                turns.ended(lease);
            }
            isHeld = held;
        }

        synchronized void readFromBeginning(Listener listener) {
            last = "0";
            read(listener);
        }

        /** One reading at a time; what comes meanwhile is read after it. */
        synchronized void read(Listener listener) {
            isMore = true;
            if (!isReading) {
                isReading = true;
                readOn(listener);
            }
        }

        private synchronized void readOn(Listener listener) {
            isMore = false;
            link.run(NotificationScripts.READ, List.of(names.told()), RedisScript.arguments(last, BATCH))
                    .subscribe()
                    .with(entries -> take(entries, listener), away -> ended());
        }

        private void take(Response entries, Listener listener) {
            entries.forEach(entry -> takeOne(entry, listener));
            synchronized (this) {
                if (entries.size() > 0) {
                    last = entries.get(entries.size() - 1).get(0).toString();
                }
                if (isMore || entries.size() == BATCH) {
                    readOn(listener);
                } else {
                    isReading = false;
                }
            }
        }

        private synchronized void ended() {
            isReading = false;
        }

        /** One that cannot be read is left out: the journal has it soon. */
        private void takeOne(Response entry, Listener listener) {
            byte[] value = entry.get(2).toBytes();
            if (!entry.get(1).toString().equals(terms.replica()) && ValueCodec.isKnown(value)) {
                SharedAnswer told = decoded(value);
                if (told instanceof SharedAnswer.Body body) {
                    listener.told(account, body.bytes());
                }
            }
        }

        private @Nullable SharedAnswer decoded(byte[] value) {
            try {
                return terms.codec().decode(value, names.told());
            } catch (ValueCodec.Broken unreadable) {
                return null;
            }
        }
    }
}
