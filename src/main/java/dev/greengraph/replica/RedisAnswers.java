package dev.greengraph.replica;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.shared.Look;
import dev.greengraph.cache.shared.SharedAnswer;
import dev.greengraph.cache.shared.SharedAnswers;
import dev.greengraph.cache.shared.Turn;
import dev.greengraph.gate.Timing;
import dev.greengraph.observe.ReplicaMetrics;
import dev.greengraph.replica.script.RedisScript;
import dev.greengraph.replica.value.KeyNames;
import dev.greengraph.replica.value.ValueCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Answers and turns in Redis. Moments go there and come back as ages, by the clock of the server. */
final class RedisAnswers implements SharedAnswers<QuestionKey> {

    /** A turn is looked at again just after its end. */
    private static final Duration JUST_AFTER = Duration.ofMillis(10);

    private final Scripts scripts;
    private final Terms terms;
    private final Timing time;
    private final ReplicaMetrics metrics;
    private final Executor workers;
    private final Turns turns;
    private final Notices notices;

    /**
     * What is agreed among replicas.
     *
     * @param replica the name of this one; no other has it
     * @param names what things are called in Redis
     * @param codec the form of values
     * @param maxValue largest value
     * @param lease how long a turn lasts from when it is taken, and again from when it is renewed
     * @param idInstances the number of each account at the upstream
     */
    record Terms(
            String replica,
            KeyNames names,
            ValueCodec codec,
            long maxValue,
            Duration lease,
            Function<AccountId, String> idInstances) {

        KeyNames.Names names(QuestionKey question) {
            return names.of(question, idInstances.apply(question.account()));
        }
    }

    /** @param workers where values are compressed and encrypted */
    RedisAnswers(Scripts scripts, Terms terms, Timing time, ReplicaMetrics metrics, Executor workers) {
        this.scripts = scripts;
        this.terms = terms;
        this.time = time;
        this.metrics = metrics;
        this.workers = workers;
        this.turns = new Turns(scripts, time.delay(), terms.replica(), terms.lease());
        this.notices = new Notices(terms.replica());
    }

    /** Begins to connect. */
    void open() {
        scripts.open(notices);
    }

    @Override
    public void onNewer(Consumer<QuestionKey> superseded) {
        notices.onNewer(superseded);
    }

    /** Notices are heard from before the look: one that comes between its end and the next step must not be missed. */
    @Override
    public Uni<Look> look(QuestionKey key, Duration maxAge) {
        return Uni.createFrom().deferred(() -> {
            KeyNames.Names names = terms.names(key);
            Notices.Expected end = notices.expect(names.answer(), key);
            return look(names, maxAge).map(look -> {
                if (look instanceof Look.Theirs theirs) {
                    return new Look.Theirs(end.or(theirs.ended()));
                }
                end.forget();
                return look;
            });
        });
    }

    private Uni<Look> look(KeyNames.Names names, Duration maxAge) {
        Turn turn = turns.next();
        return scripts.run(
                        RedisScript.LOOK,
                        List.of(names.answer(), names.turn()),
                        RedisScript.arguments(
                                maxAge.toMillis(), turn.name(), terms.lease().toMillis()))
                .chain(reply -> read(names, turn, reply))
                .onFailure()
                .recoverWithItem(() -> counted(ReplicaMetrics.Look.ALONE, new Look.Alone()));
    }

    private Uni<Look> read(KeyNames.Names names, Turn turn, Response reply) {
        return switch (reply.get(0).toString()) {
            case "found" ->
                found(
                        names,
                        Duration.ofMillis(reply.get(1).toLong()),
                        reply.get(2).toBytes());
            case "mine" -> {
                turns.taken(turn, names.turn());
                yield Uni.createFrom().item(counted(ReplicaMetrics.Look.MINE, new Look.Mine(turn)));
            }
            default -> {
                Duration lease =
                        Duration.ofMillis(Math.max(0, reply.get(1).toLong())).plus(JUST_AFTER);
                yield Uni.createFrom()
                        .item(counted(
                                ReplicaMetrics.Look.THEIRS,
                                new Look.Theirs(time.delay().of(lease))));
            }
        };
    }

    private Uni<Look> found(KeyNames.Names names, Duration age, byte[] value) {
        if (!ValueCodec.isKnown(value)) {
            metrics.looked(ReplicaMetrics.Look.UNKNOWN_FORMAT);
            return look(names, NO_ANSWER);
        }
        Instant fetchedAt = time.clock().instant().minus(age);
        Look found = new Look.Found(() -> terms.codec().decode(value, names.answer()), fetchedAt);
        return Uni.createFrom().item(counted(ReplicaMetrics.Look.FOUND, found));
    }

    private Look counted(ReplicaMetrics.Look result, Look look) {
        metrics.looked(result);
        return look;
    }

    @Override
    public void keep(QuestionKey key, Turn turn, SharedAnswer answer, Instant fetchedAt, Duration expiresIn) {
        if (expiresIn.toMillis() <= 0) {
            giveBack(key, turn);
            return;
        }
        try {
            workers.execute(() -> write(key, turn, answer, fetchedAt, expiresIn));
        } catch (RejectedExecutionException ending) {
            giveBack(key, turn);
        }
    }

    private void write(QuestionKey key, Turn turn, SharedAnswer answer, Instant fetchedAt, Duration expiresIn) {
        KeyNames.Names names = terms.names(key);
        byte[] value = terms.codec().encode(answer, names.answer());
        if (value.length > terms.maxValue()) {
            giveBack(key, turn);
        } else {
            Duration age = Duration.between(fetchedAt, time.clock().instant());
            end(names, turn, Notices.ANSWERED, age, expiresIn, value);
        }
    }

    @Override
    public void giveBack(QuestionKey key, Turn turn) {
        if (!turn.equals(Turn.NONE)) {
            end(terms.names(key), turn, Notices.GIVEN_BACK, Duration.ZERO, Duration.ZERO, new byte[0]);
        }
    }

    @Override
    public void unreadable(QuestionKey key) {
        metrics.looked(ReplicaMetrics.Look.UNREADABLE);
    }

    private void end(KeyNames.Names names, Turn turn, String how, Duration age, Duration expiresIn, byte[] value) {
        turns.ended(turn);
        run(
                RedisScript.KEEP,
                List.of(names.answer(), names.turn()),
                RedisScript.arguments(
                        turn.name(),
                        Math.max(0, age.toMillis()),
                        expiresIn.toMillis(),
                        value,
                        terms.names().channel(),
                        notices.of(how, names.answer())));
    }

    /** What comes of it is of no interest: the link says so itself. */
    private void run(RedisScript script, List<String> keys, List<byte[]> arguments) {
        scripts.run(script, keys, arguments).subscribe().with(done -> {}, away -> {});
    }
}
