package dev.greengraph.replica;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.account.Accounts;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.shared.SharedAnswers;
import dev.greengraph.gate.Timing;
import dev.greengraph.observe.ReplicaMetrics;
import dev.greengraph.upstream.UpstreamConfig;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes what the cache shares with other replicas, of the configuration: nothing without an address of Redis. */
@Singleton
class SharedAnswersProducer {

    /** How much longer than a call may take its turn lasts: for what comes before and after it. */
    private static final Duration BESIDES = Duration.ofSeconds(1);

    /** What is injected here is made at start, not with the first request: a wrong setting stops the start. */
    void makeAtStart(@Observes StartupEvent start, SharedAnswers<QuestionKey> answers) {
        // it begins by itself
    }

    @Produces
    @Singleton
    SharedAnswers<QuestionKey> answers(
            ReplicasConfig config,
            Accounts accounts,
            UpstreamConfig upstream,
            Vertx vertx,
            Timing time,
            ReplicaMetrics metrics) {
        return ReplicaSettings.of(config)
                .<SharedAnswers<QuestionKey>>map(settings -> {
                    RedisAnswers answers = answers(settings, accounts, upstream, vertx, time, metrics);
                    answers.open();
                    return answers;
                })
                .orElseGet(SharedAnswers::none);
    }

    private static RedisAnswers answers(
            ReplicaSettings settings,
            Accounts accounts,
            UpstreamConfig upstream,
            Vertx vertx,
            Timing time,
            ReplicaMetrics metrics) {
        Map<AccountId, String> idInstances =
                accounts.all().stream().collect(Collectors.toUnmodifiableMap(Account::id, Account::idInstance));
        KeyNames names = new KeyNames(settings.secret());
        RedisLink link =
                new RedisLink(vertx, settings.options(), settings.timeout().toMillis(), names.channel(), metrics);
        RedisAnswers.Terms terms = new RedisAnswers.Terms(
                UUID.randomUUID().toString(),
                names,
                new ValueCodec(
                        new ValueCipher(settings.keys()), upstream.maxBody().asLongValue()),
                settings.maxValue(),
                upstream.timeout().plus(BESIDES),
                account -> idInstances.getOrDefault(account, account.value()));
        return new RedisAnswers(link, terms, time, metrics, Infrastructure.getDefaultWorkerPool());
    }

    void close(@Disposes SharedAnswers<QuestionKey> answers) {
        if (answers instanceof RedisAnswers redis) {
            redis.close();
        }
    }
}
