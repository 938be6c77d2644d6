package dev.greengraph.notification.queue;

import dev.greengraph.account.Account;
import dev.greengraph.account.Accounts;
import dev.greengraph.cache.AccountRepository;
import dev.greengraph.cache.notified.SharedNotifications;
import dev.greengraph.gate.Timing;
import dev.greengraph.notification.NotificationConfig;
import dev.greengraph.notification.Notifications;
import dev.greengraph.observe.UpstreamMetrics;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.upstream.UpstreamClient;
import dev.greengraph.upstream.endpoint.EndpointTable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads the queue of each account whose settings say so, from the start of the process to its end. */
@Singleton
public class NotificationQueues {

    private final NotificationConfig config;
    private final AccountRepositories repositories;
    private final UpstreamClient upstream;
    private final Notifications notifications;
    private final SharedNotifications shared;
    private final Timing time;
    private final List<QueueReader> readers;

    NotificationQueues(
            NotificationConfig config,
            Accounts accounts,
            AccountRepositories repositories,
            UpstreamClient upstream,
            Notifications notifications,
            SharedNotifications shared,
            Timing time,
            UpstreamMetrics metrics) {
        this.config = config;
        this.repositories = repositories;
        this.upstream = upstream;
        this.notifications = notifications;
        this.shared = shared;
        this.time = time;
        this.readers = accounts.all().stream()
                .filter(this::hasQueue)
                .map(account -> reader(account, metrics))
                .toList();
    }

    /** After the checks of all settings. */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        readers.forEach(QueueReader::start);
    }

    void stop(@Observes ShutdownEvent event) {
        readers.forEach(QueueReader::stop);
    }

    private boolean hasQueue(Account account) {
        NotificationConfig.AccountNotifications own =
                config.accounts().get(account.id().value());
        return own != null && own.queue();
    }

    private QueueReader reader(Account account, UpstreamMetrics metrics) {
        AccountRepository repository = repositories.of(account.id());
        NotificationQueue queue = new NotificationQueue(
                account,
                upstream,
                repository.gate(EndpointTable.RECEIVE_NOTIFICATION.endpoint()),
                repository.gate(EndpointTable.DELETE_NOTIFICATION.endpoint()),
                config.receiveTimeout());
        QueueReader reader = new QueueReader(queue, body -> notifications.take(account, body), shared, time);
        metrics.queue(account.id().value(), reader::isReading);
        return reader;
    }
}
