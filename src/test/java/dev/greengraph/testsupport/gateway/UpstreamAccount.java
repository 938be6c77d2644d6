package dev.greengraph.testsupport.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One account of {@link FakeUpstream}. Unless told otherwise its journals are empty and it knows no message.
 *
 * <p>A call is written down as the upstream sees it: {@code lastIncomingMessages?minutes=1440} or
 * {@code getChatHistory {"chatId":"70000000001@c.us","count":100}}.
 */
public final class UpstreamAccount {

    private final String name;
    private final String idInstance;
    private final boolean onMax;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    UpstreamAccount(String name, String idInstance, boolean onMax) {
        this.name = name;
        this.idInstance = idInstance;
        this.onMax = onMax;
    }

    public String name() {
        return name;
    }

    public boolean isOnMax() {
        return onMax;
    }

    String idInstance() {
        return idInstance;
    }

    public String token() {
        return "token-of-" + name + "-0123456789";
    }

    /** The last part of the address that takes its notifications. */
    public String webhookPath() {
        return "notifications-of-" + name;
    }

    /** What authorizes a notification. */
    public String webhookToken() {
        return "webhook-token-of-" + name;
    }

    /** From now on that method answers so. */
    public UpstreamAccount on(String method, Reply reply) {
        replies.put(method, reply);
        return this;
    }

    public UpstreamAccount incoming(String... rows) {
        return on("lastIncomingMessages", Reply.rows(rows));
    }

    public UpstreamAccount outgoing(String... rows) {
        return on("lastOutgoingMessages", Reply.rows(rows));
    }

    public UpstreamAccount history(String... rows) {
        return on("getChatHistory", Reply.history(rows));
    }

    public UpstreamAccount statuses(String... rows) {
        return on("getIncomingStatuses", Reply.rows(rows));
    }

    /** The calls since the last time somebody asked, in the order of their arrival. */
    public synchronized List<String> takeCalls() {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    synchronized void answer(String method, String body, HttpServerRequest request) {
        calls.add(method + (request.query() == null ? "" : "?" + request.query()) + (body.isEmpty() ? "" : " " + body));
        replies.getOrDefault(
                        method,
                        method.equals("getMessage") ? Reply.refusal(400, "Message not found by id") : Reply.rows())
                .send(request, body);
    }
}
