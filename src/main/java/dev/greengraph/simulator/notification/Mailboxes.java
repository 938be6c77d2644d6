package dev.greengraph.simulator.notification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.simulator.notification.Mailbox.Pushing;
import dev.greengraph.simulator.notification.Mailbox.Webhook;
import dev.greengraph.simulator.wire.ControlFields;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The mailboxes of all accounts, and the addresses that they are pushed to: one notification after the other, each again until it is
 * answered 200, as the upstream does.
 */
public final class Mailboxes {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int LONGEST = 2_000;
    private static final long LOOK_MILLIS = 100;
    private static final long LONGEST_MILLIS = 2_000;
    /** The upstream waits a minute; nobody wants to wait for that in a test. */
    private static final long RETRY_MILLIS = 500;

    private final Vertx vertx;
    private final Clock clock;
    private final HttpClient client;
    private final Map<String, Mailbox> byAccount;

    /**
     * Pushes nothing yet.
     *
     * @param clock the time of the accounts
     * @param byAccount by the name of the account
     */
    public Mailboxes(Vertx vertx, Clock clock, Map<String, Mailbox> byAccount) {
        this.vertx = vertx;
        this.clock = clock;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(1_000));
        this.byAccount = new TreeMap<>(byAccount);
    }

    /** The mailbox of that account. */
    public Mailbox of(String account) {
        return Objects.requireNonNull(byAccount.get(account));
    }

    /** Pushes no more. */
    public void close() {
        byAccount.values().forEach(Mailbox::pushNoMore);
        client.close();
    }

    /** How many notifications of each account wait and were taken. */
    public ObjectNode show() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        byAccount.forEach((account, mailbox) -> all.set(account, mailbox.counts()));
        return all;
    }

    /** Sets the address of an account: {@code {"account":"shop","webhookUrl":"http://…","webhookUrlToken":"…"}}. */
    public ObjectNode setWebhook(String body) {
        ControlFields fields = ControlFields.read(body, Set.of("account", "webhookUrl", "webhookUrlToken"));
        Mailbox mailbox = of(fields.required("account", byAccount.keySet()));
        Webhook webhook =
                new Webhook(address(fields.text("webhookUrl", LONGEST)), fields.text("webhookUrlToken", LONGEST));
        push(mailbox.push(webhook));
        return show();
    }

    /** All queues can be read again. */
    public void clearWebhooks() {
        byAccount.values().forEach(Mailbox::pushNoMore);
    }

    /** Nobody else is sent anything by a simulator. */
    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            if ("http".equals(address.getScheme()) && THIS_MACHINE.contains(String.valueOf(address.getHost()))) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            // refused below
        }
        throw ControlFields.wrong("webhookUrl", "an http address on this machine");
    }

    /** Until another address, or none, takes its place. */
    private void push(Pushing pushing) {
        Mailbox mailbox = pushing.mailbox();
        if (!mailbox.isPushed(pushing)) {
            return;
        }
        mailbox.next(clock.instant())
                .ifPresentOrElse(
                        next -> send(pushing.webhook(), next).onComplete(sent -> {
                            boolean isTaken = sent.succeeded() && sent.result() == 200;
                            if (isTaken) {
                                mailbox.delete(next.path("receiptId").asText());
                                push(pushing);
                            } else {
                                later(RETRY_MILLIS, pushing);
                            }
                        }),
                        () -> later(LOOK_MILLIS, pushing));
    }

    private void later(long millis, Pushing pushing) {
        vertx.setTimer(millis, timer -> push(pushing));
    }

    private Future<Integer> send(Webhook webhook, ObjectNode next) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(webhook.address().toString())
                .setTimeout(LONGEST_MILLIS)
                .putHeader("Content-Type", "application/json")
                .putHeader("Authorization", "Bearer " + webhook.token());
        return client.request(options)
                .compose(request -> request.send(next.path("body").toString()))
                .compose(response -> response.body().map(body -> response.statusCode()));
    }
}
