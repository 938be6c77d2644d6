package dev.greengraph.replica;

import dev.greengraph.replica.script.BudgetScripts;
import dev.greengraph.replica.script.RedisScript;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The connection of one replica to a {@link VirtualRedis}, which behaves as {@link RedisLink}. */
final class VirtualLink implements Scripts {

    private static final Duration CHECK = Duration.ofSeconds(1);
    /** Replicas check one after the other, not all at once. */
    private static final Duration APART = Duration.ofMillis(370);

    private final VirtualRedis redis;
    private final Presence presence;
    private final Probation probation;
    private final Duration firstCheck;
    private Listener listener = new Listener() {};
    /** Connections that broke with the server. */
    private int resets;

    private Instant slowUntil = Instant.MIN;
    private Instant cutOffUntil = Instant.MIN;
    private boolean isUsed;
    private boolean isDead;

    VirtualLink(VirtualRedis redis, Presence presence, int number) {
        this.redis = redis;
        this.presence = presence;
        this.probation = new Probation(presence.clock());
        this.firstCheck = Duration.ofMillis(APART.multipliedBy(number).toMillis() % CHECK.toMillis());
    }

    @Override
    public void open(Listener heard) {
        listener = heard;
        presence.opened();
        beat();
        redis.in(firstCheck, this::check);
    }

    private void check() {
        if (redis.goesOn() && !isDead) {
            beat();
            redis.in(CHECK, this::check);
        }
    }

    private void beat() {
        boolean staysAlone = !isUsed && probation.goesOn();
        Instant said = presence.clock().instant();
        exchange(
                BudgetScripts.BEAT,
                presence.keys(),
                presence.beat(staysAlone),
                reply -> {
                    presence.heard(reply, said);
                    if (!isUsed && probation.answered()) {
                        presence.joined();
                        isUsed = true;
                    }
                },
                probation::failed);
    }

    @Override
    public Uni<Response> run(RedisScript script, List<String> keys, List<byte[]> arguments) {
        return Uni.createFrom().emitter(caller -> {
            if (isUsed) {
                exchange(script, keys, arguments, caller::complete, () -> fail(caller));
            } else {
                fail(caller);
            }
        });
    }

    private static void fail(UniEmitter<? super Response> caller) {
        caller.fail(new RedisLink.Away());
    }

    private void exchange(
            RedisScript script,
            List<String> keys,
            List<byte[]> arguments,
            Consumer<Response> answered,
            Runnable otherwise) {
        int connection = resets;
        redis.onWay(() -> {
            if (connection != resets) {
                otherwise.run();
                return;
            }
            if (isAway()) {
                redis.in(VirtualRedis.TIMEOUT, () -> lose(otherwise));
                return;
            }
            Response reply = redis.run(script, keys, arguments);
            if (redis.now().isBefore(slowUntil)) {
                redis.in(VirtualRedis.TIMEOUT, () -> lose(otherwise));
                return;
            }
            redis.onWayBack(() -> {
                if (connection != resets) {
                    otherwise.run();
                } else if (isAway()) {
                    lose(otherwise);
                } else {
                    answered.accept(reply);
                }
            });
        });
    }

    private boolean isAway() {
        return redis.isAway() || redis.now().isBefore(cutOffUntil);
    }

    /** The server begins anew: the connection breaks now, and what was on its way over it is lost. */
    void reset() {
        resets++;
        lose(() -> {});
    }

    void slowDown(Duration time) {
        slowUntil = redis.now().plus(time);
    }

    void cutOff(Duration time) {
        cutOffUntil = redis.now().plus(time);
    }

    void die() {
        isDead = true;
    }

    void leave() {
        redis.run(presence.goodbye());
        die();
    }

    private void lose(Runnable otherwise) {
        if (isUsed) {
            isUsed = false;
            probation.lost();
            presence.left();
            listener.lost();
        }
        otherwise.run();
    }

    void hear(String notice) {
        if (isUsed) {
            listener.hear(notice);
        }
    }
}
