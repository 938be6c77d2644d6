package dev.greengraph.http.webhook;

import dev.greengraph.account.Account;
import dev.greengraph.http.guard.EdgeGuards;
import dev.greengraph.notification.NotificationConfig;
import dev.greengraph.notification.Notifications;
import dev.greengraph.notification.WebhookAddresses;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code /webhooks/<secret path>}: the upstream posts what happens. The sender is known before the body is read. Whatever the
 * body says, it is answered 200 once it is taken: anything else the upstream sends again for a day, and what comes after it
 * waits.
 */
@Singleton
class WebhookRoute {

    private static final String ACCOUNT = WebhookRoute.class.getName();

    private final WebhookAddresses addresses;
    private final Notifications notifications;
    private final BodyHandler body;

    WebhookRoute(WebhookAddresses addresses, Notifications notifications, NotificationConfig config) {
        this.addresses = addresses;
        this.notifications = notifications;
        this.body = BodyHandler.create(false).setBodyLimit(config.maxSize().asLongValue());
    }

    void register(@Observes Router router) {
        if (addresses.areAny()) {
            router.post("/webhooks/:path")
                    .order(EdgeGuards.ORDER)
                    .handler(this::checkSender)
                    .handler(this::receive)
                    .handler(this::take);
        }
    }

    private void checkSender(RoutingContext context) {
        Optional<Account> account =
                addresses.account(context.pathParam("path"), context.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (account.isEmpty()) {
            context.response().setStatusCode(404).end();
        } else {
            context.put(ACCOUNT, account.get());
            context.next();
        }
    }

    /** Vert.x wants a {@link BodyHandler} as the first handler of a route; as a method it may be a later one. */
    private void receive(RoutingContext context) {
        body.handle(context);
    }

    private void take(RoutingContext context) {
        Account account = Objects.requireNonNull(context.get(ACCOUNT));
        byte[] sent = Optional.ofNullable(context.body().buffer())
                .map(buffer -> buffer.getBytes())
                .orElse(new byte[0]);
        notifications
                .take(account, sent)
                .subscribe()
                .with(taken -> context.response().end());
    }
}
