package dev.greengraph.replica;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.shared.SharedAnswer;
import dev.greengraph.live.history.SharedHistories;
import dev.greengraph.live.history.ToldState;
import dev.greengraph.replica.script.RedisScript;
import dev.greengraph.replica.value.ValueCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Histories in Redis: each is one value, compressed and encrypted like an answer, which is gone some minutes after its replica. */
final class RedisHistories implements SharedHistories {

    /** Keeps a state (1) for so long (2). Key: history. */
    private static final RedisScript KEEP = RedisScript.of("redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])");

    /** The state, if there is one. Key: history. */
    private static final RedisScript FIND = RedisScript.of("""
            local held = redis.pcall('GET', KEYS[1])
            return type(held) == 'string' and held
            """);

    private final Scripts scripts;
    private final RedisAnswers.Terms terms;
    private final Executor workers;

    /** @param workers where states are compressed and encrypted */
    RedisHistories(Scripts scripts, RedisAnswers.Terms terms, Executor workers) {
        this.scripts = scripts;
        this.terms = terms;
        this.workers = workers;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void keep(AccountId account, String history, ToldState state) {
        try {
            workers.execute(() -> write(name(account, history), state.bytes()));
        } catch (RejectedExecutionException ending) {
            // the process ends, and whoever comes back elsewhere is told that changes were missed
        }
    }

    /** What comes of it is of no interest: the link says so itself. */
    private void write(String name, byte[] state) {
        byte[] value = terms.codec().encode(new SharedAnswer.Body(state), name);
        if (value.length <= terms.maxValue()) {
            scripts.run(KEEP, List.of(name), RedisScript.arguments(value, REMEMBERED.toMillis()))
                    .subscribe()
                    .with(done -> {}, away -> {});
        }
    }

    @Override
    public Uni<Optional<ToldState>> find(AccountId account, String history) {
        String name = name(account, history);
        return scripts.run(FIND, List.of(name), List.of())
                .emitOn(workers)
                .map(reply -> read(name, reply))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private Optional<ToldState> read(String name, @Nullable Response reply) {
        return Optional.ofNullable(reply)
                .map(Response::toBytes)
                .filter(ValueCodec::isKnown)
                .map(value -> terms.codec().decode(value, name))
                .filter(SharedAnswer.Body.class::isInstance)
                .flatMap(body -> ToldState.read(((SharedAnswer.Body) body).bytes()));
    }

    private String name(AccountId account, String history) {
        return terms.names().history(history, terms.idInstances().apply(account));
    }
}
