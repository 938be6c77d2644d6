package dev.greengraph.replica;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.account.Accounts;
import dev.greengraph.cache.notified.SharedNotifications;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.shared.SharedAnswers;
import dev.greengraph.gate.Timing;
import dev.greengraph.gate.breaker.GateConfig;
import dev.greengraph.gate.shared.SharedBudgets;
import dev.greengraph.live.history.SharedHistories;
import dev.greengraph.observe.ReplicaMetrics;
import dev.greengraph.replica.settings.ReplicaSettings;
import dev.greengraph.replica.settings.ReplicasConfig;
import dev.greengraph.replica.value.KeyNames;
import dev.greengraph.replica.value.ValueCipher;
import dev.greengraph.replica.value.ValueCodec;
import dev.greengraph.upstream.UpstreamConfig;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes what cache and gates share with other replicas, of the configuration: nothing without an address of Redis. */
@Singleton
class ReplicaProducer {

    /** How much longer than a call may take its turn lasts: for what comes before and after it. */
    private static final Duration BESIDES = Duration.ofSeconds(1);

    private final Optional<Deployment> deployment;
    private final Duration lease;
    private final Set<AccountId> accounts;

    /** This replica among the others. */
    private record Deployment(
            ReplicaSettings settings,
            KeyNames names,
            Presence presence,
            RedisLink link,
            Function<AccountId, String> idInstances) {}

    ReplicaProducer(
            ReplicasConfig config,
            Accounts accounts,
            UpstreamConfig upstream,
            Vertx vertx,
            Timing time,
            ReplicaMetrics metrics) {
        this.lease = upstream.timeout().plus(BESIDES);
        this.accounts = accounts.all().stream().map(Account::id).collect(Collectors.toUnmodifiableSet());
        this.deployment = ReplicaSettings.of(config).map(settings -> {
            Map<AccountId, String> idInstances =
                    accounts.all().stream().collect(Collectors.toUnmodifiableMap(Account::id, Account::idInstance));
            KeyNames names = new KeyNames(settings.secret());
            Presence presence = new Presence(
                    UUID.randomUUID().toString(), names.replicas(), settings.expected(), time.clock(), metrics);
            RedisLink link =
                    new RedisLink(vertx, settings.options(), settings.timeout().toMillis(), names.channel(), presence);
            return new Deployment(
                    settings, names, presence, link, account -> idInstances.getOrDefault(account, account.value()));
        });
    }

    /** What is injected here is made at start, not with the first request: a wrong setting stops the start. */
    void makeAtStart(
            @Observes StartupEvent start, SharedAnswers<QuestionKey> answers, SharedNotifications notifications) {
        // they begin by themselves
    }

    @Produces
    @Singleton
    SharedAnswers<QuestionKey> answers(UpstreamConfig upstream, Timing time, ReplicaMetrics metrics) {
        return deployment
                .<SharedAnswers<QuestionKey>>map(shared -> {
                    RedisAnswers answers = new RedisAnswers(
                            shared.link(),
                            terms(shared, upstream),
                            time,
                            metrics,
                            Infrastructure.getDefaultWorkerPool());
                    answers.open();
                    return answers;
                })
                .orElseGet(SharedAnswers::none);
    }

    private RedisAnswers.Terms terms(Deployment shared, UpstreamConfig upstream) {
        return new RedisAnswers.Terms(
                shared.presence().replica(),
                shared.names(),
                new ValueCodec(
                        new ValueCipher(shared.settings().keys()),
                        upstream.maxBody().asLongValue()),
                shared.settings().maxValue(),
                lease,
                shared.idInstances());
    }

    @Produces
    @Singleton
    SharedNotifications notifications(UpstreamConfig upstream, Timing time) {
        return deployment
                .<SharedNotifications>map(shared ->
                        new RedisNotifications(shared.link(), terms(shared, upstream), accounts, time.delay()))
                .orElse(SharedNotifications.NONE);
    }

    @Produces
    @Singleton
    SharedHistories histories(UpstreamConfig upstream) {
        return deployment
                .<SharedHistories>map(shared -> new RedisHistories(
                        shared.link(), terms(shared, upstream), Infrastructure.getDefaultWorkerPool()))
                .orElse(SharedHistories.NONE);
    }

    @Produces
    @Singleton
    SharedBudgets budgets(GateConfig gate) {
        RedisBudget.Terms terms = new RedisBudget.Terms(gate, lease);
        return deployment
                .<SharedBudgets>map(shared -> (account, endpoint) -> new RedisBudget(
                        shared.link(),
                        shared.presence(),
                        shared.names().budget(endpoint, shared.idInstances().apply(account)),
                        endpoint,
                        terms))
                .orElseGet(SharedBudgets::none);
    }

    @PreDestroy
    void close() {
        deployment.ifPresent(shared -> shared.link().close());
    }
}
